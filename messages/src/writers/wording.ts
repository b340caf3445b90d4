import type { Person } from '@parley/domain/words/identity'

type Worded = Readonly<Record<string, string>>

/** The wording in a language, or in a regional or script form of it; nothing in place of a missing translation. */
export const inLanguage = (words: Worded, language: string): string | undefined => {
  if (Object.hasOwn(words, language)) return words[language]
  const primary = primaryOf(language)
  const near =
    Object.keys(words).find((tag) => tag === primary) ??
    Object.keys(words).find((tag) => primaryOf(tag) === primary)
  return near === undefined ? undefined : words[near]
}

/**
 * The wording in a language, else in English, else in whichever is there: for names and official titles, which stay
 * true in any language.
 */
export const inAnyLanguage = (words: Worded, language: string): string =>
  inLanguage(words, language) ?? inLanguage(words, 'en') ?? Object.values(words)[0] ?? ''

const primaryOf = (tag: string): string => tag.split('-')[0] ?? tag

/** Someone as a sentence mentions them: with the office the first time, by name alone afterwards. */
export type Mention = {
  readonly name: string
  readonly office?: string
  readonly gender?: 'feminine' | 'masculine'
}

/**
 * Remembers who was mentioned; one memory to a release, asked in the order of its sentences. Two people of one name are
 * told apart by their offices.
 */
export const mentions = (language: string): ((person: Person) => Mention) => {
  const met = new Set<string>()
  return ({ name, office, gender }) => {
    const called = inAnyLanguage(name, language)
    const held = office === undefined ? undefined : inLanguage(office, language)
    const known = JSON.stringify([called, held])
    const named = { name: called, ...(gender === undefined ? {} : { gender }) }
    if (held === undefined || met.has(known)) return named
    met.add(known)
    return { ...named, office: held }
  }
}

/** The first letter in upper case, as at the start of a sentence. */
export const capitalised = (text: string): string => {
  const [first = ''] = text
  return `${first.toUpperCase()}${text.slice(first.length)}`
}

/** With a full stop, unless the text already ends as sentences do. */
export const stopped = (text: string, stop: '.' | '。'): string =>
  /[.。！？!?…](["”’»“‘』」）)])?$/u.test(text.trimEnd()) ? text.trimEnd() : `${text.trimEnd()}${stop}`

/** Outer and inner quotation marks of a language. */
export type Quotes = { readonly outer: readonly [string, string]; readonly inner: readonly [string, string] }

/**
 * Words in quotation marks; marks inside them become the language's inner ones. A full stop that ends the quoted words
 * is dropped, since the sentence around them has its own.
 */
export const quoted = (text: string, { outer, inner }: Quotes): string => {
  const bare = text.trim().replace(/[.。]$/u, '')
  return `${outer[0]}${bare.replaceAll(outer[0], inner[0]).replaceAll(outer[1], inner[1])}${outer[1]}`
}

/** Whether the first letter is a small one, so that the words can follow a colon but not begin a sentence. */
export const beginsSmall = (text: string): boolean => /^[^\p{L}]*\p{Ll}/u.test(text)
