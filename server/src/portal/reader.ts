import { type Catalogue, chooseCatalogue, directionOf } from '@parley/messages/choose-catalogue'
import { type Key, type Params, format } from '@parley/messages/format'
import { ordinal } from '@parley/messages/ordinals'
import { type Content, html, joined } from '../markup/html.ts'

/**
 * Who reads: the language of the page, which is in its address, and the words around it. A language of the record
 * that the portal has no words for is framed in the closest catalogue, and those words carry their own `lang`.
 */
export type Reader = {
  readonly language: string
  readonly catalogue: Catalogue
  /** A word as plain text, for titles and attributes. */
  readonly word: (key: Key, params?: Params) => string
  /** A word as markup, marked with its language where that is not the page's. */
  readonly say: (key: Key, params?: Params) => Content
  /** The same where it begins a line: words are kept as they stand inside a sentence. */
  readonly begin: (key: Key, params?: Params) => Content
  /** Text in the catalogue's language as markup, marked likewise. */
  readonly framed: (text: string) => Content
  /** A wording in the page's language, or the closest there is, as plain text. */
  readonly plain: (wording: Wording) => string
  /** The same as markup, marked with its language where that is not the page's. */
  readonly name: (wording: Wording) => Content
  /** The same where it begins a line: wordings are kept as they stand inside a sentence. */
  readonly title: (wording: Wording) => Content
  /** A passage likewise, its lines broken where its author broke them. */
  readonly passage: (wording: Wording) => Content
}

type Wording = Readonly<Record<string, string>>

export const baseOf = (language: string): string => language.split('-')[0] ?? language

const readers = new Map<string, Reader>()
const READERS_KEPT = 200

export const readerOf = (language: string): Reader => {
  const known = readers.get(language)
  if (known !== undefined) return known
  if (readers.size >= READERS_KEPT) readers.clear()
  const made = createReader(language)
  readers.set(language, made)
  return made
}

const createReader = (language: string): Reader => {
  const catalogue = chooseCatalogue([language])
  const framed = (text: string): Content =>
    catalogue === baseOf(language) ? text : inLanguage(catalogue, text)
  const order = [language, baseOf(language), catalogue]
  const plain = (wording: Wording): string => wording[chosen(wording, order)] ?? ''
  const shown = (wording: Wording, content: (text: string) => Content): Content => {
    const given = chosen(wording, order)
    const text = content(wording[given] ?? '')
    return baseOf(given) === baseOf(language) ? text : inLanguage(given, text)
  }
  return {
    language,
    catalogue,
    word: (key, params) => format(catalogue, key, params),
    say: (key, params) => framed(format(catalogue, key, params)),
    begin: (key, params) => framed(capitalised(format(catalogue, key, params))),
    framed,
    plain,
    name: (wording) => shown(wording, (text) => text),
    title: (wording) => shown(wording, capitalised),
    passage: (wording) => shown(wording, lines),
  }
}

/** Lines of a passage; a record keeps the breaks its author made. */
export const lines = (text: string): Content => joined(text.split('\n'), html`<br />`)

/** Markup in another language than the page's. */
export const inLanguage = (language: string, content: Content): Content =>
  html`<span lang="${language}" dir="${directionOf(language)}">${content}</span>`

/** Which of a wording's languages a reader gets: an exact one, its relative, English, or the first written down. */
export const chosen = (wording: Wording, order: readonly string[]): string => {
  const given = Object.keys(wording)
  for (const wanted of [...order, 'en']) {
    if (Object.hasOwn(wording, wanted)) return wanted
    const relative = given.find((language) => baseOf(language) === baseOf(wanted))
    if (relative !== undefined) return relative
  }
  return given[0] ?? ''
}

/** A wording in all its languages: the reader's first, then as `order` has them, then the rest. */
export const inEveryLanguage = (
  reader: Reader,
  order: readonly string[],
  wording: Wording,
): readonly (readonly [language: string, text: string])[] => {
  const rank = (language: string): number => {
    if (baseOf(language) === baseOf(reader.language)) return -1
    const place = order.indexOf(language)
    return place < 0 ? order.length : place
  }
  return Object.entries(wording).toSorted(([a], [b]) => rank(a) - rank(b))
}

const ownNames = new Map<string, string>()

/** A language by its own name, beginning as a name does. */
export const ownName = (language: string): string => {
  const known = ownNames.get(language)
  if (known !== undefined) return known
  const named =
    new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(language) ?? language
  const name = capitalised(named)
  ownNames.set(language, name)
  return name
}

export const capitalised = (text: string): string => {
  const [first = ''] = text
  return first.toUpperCase() + text.slice(first.length)
}

/** A meeting by its number in the series, as it begins a line: `Eighth meeting`. */
export const meetingName = (reader: Reader, number: number): string =>
  capitalised(reader.word('term.ordinal-meeting', { ordinal: ordinal(reader.catalogue, number, 'meeting') }))

export const directionOfReader = ({ language }: Reader): 'ltr' | 'rtl' => directionOf(language)
