import type { Localized } from '@parley/domain/words/language'

/** A wording and the language it is in, for `lang` attributes. */
export type Worded = { readonly text: string; readonly lang: string }

/**
 * The wording a reader is shown: in the reader's language where there is one, otherwise in the first of `otherwise`
 * that has one, otherwise in any. No wording at all is an empty text.
 */
export const wordingFor = (
  wording: Localized | undefined,
  language: string,
  otherwise: readonly string[] = [],
): Worded => {
  if (wording === undefined) return { text: '', lang: language }
  for (const lang of [language, ...otherwise, ...Object.keys(wording)]) {
    const text = Object.hasOwn(wording, lang) ? wording[lang] : undefined
    if (text !== undefined) return { text, lang }
  }
  return { text: '', lang: language }
}

/**
 * The second script a name is shown in: the first of the meeting's languages whose wording is not the one shown
 * already.
 */
export const otherWordingFor = (
  wording: Localized | undefined,
  shown: Worded,
  languages: readonly string[],
): Worded | undefined => {
  if (wording === undefined) return undefined
  for (const lang of languages) {
    const text = Object.hasOwn(wording, lang) ? wording[lang] : undefined
    if (text !== undefined && lang !== shown.lang && text !== shown.text) return { text, lang }
  }
  return undefined
}
