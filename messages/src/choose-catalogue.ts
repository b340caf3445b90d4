/** The languages every word of the interface exists in, in no order of rank. */
export const CATALOGUES = ['zh', 'ru', 'en', 'ar'] as const
export type Catalogue = (typeof CATALOGUES)[number]

/** Whether the interface speaks exactly this language. */
export const hasCatalogue = (language: string): language is Catalogue =>
  CATALOGUES.some((catalogue) => catalogue === language)

/**
 * The catalogue for a reader's languages in order of preference: BCP 47 lookup (RFC 4647, section 3.4), shortening
 * each tag from its end until a catalogue matches, so that `zh-Hant-TW` is served by `zh`. When none of the reader's
 * languages has a catalogue the answer is `en`.
 */
export const chooseCatalogue = (wanted: readonly string[]): Catalogue => {
  for (const tag of wanted) {
    const parts = tag.toLowerCase().split('-')
    while (parts.length > 0) {
      const shortened = parts.join('-')
      if (hasCatalogue(shortened)) return shortened
      parts.pop()
    }
  }
  return 'en'
}

/** The direction a language is written in, for `dir` attributes; by its usual script unless the tag names one. */
export const directionOf = (language: string): 'ltr' | 'rtl' => {
  const script = language.split('-').find((part) => part.length === 4)
  if (script !== undefined) return RIGHT_TO_LEFT_SCRIPTS.has(script) ? 'rtl' : 'ltr'
  return RIGHT_TO_LEFT.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr'
}

const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'])
const RIGHT_TO_LEFT_SCRIPTS = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg'])
