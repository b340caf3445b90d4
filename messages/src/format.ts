import { IntlMessageFormat } from 'intl-messageformat'
import { wordsOf } from '@parley/messages/words'
import type { Key } from './catalogue/en.ts'
import type { Catalogue } from './choose-catalogue.ts'

export type { Key }

/** What the placeholders of a message stand for; numbers choose plural forms. */
export type Params = Readonly<Record<string, string | number>>

const compiled = new Map<string, IntlMessageFormat>()

/**
 * The words of a key in a language. A placeholder of the message without a value in `params` is a bug and throws;
 * values the message does not use are allowed. Messages are compiled when first used.
 */
export const format = (language: Catalogue, key: Key, params: Params = {}): string => {
  const message = wordsOf(language)[key]
  if (!message.includes('{')) return message
  return String(compile(language, key, message).format(params))
}

/** The words of a key as written in the catalogue, placeholders and all. */
export const messageOf = (language: Catalogue, key: Key): string => wordsOf(language)[key]

const compile = (language: Catalogue, key: Key, message: string): IntlMessageFormat => {
  const id = `${language}/${key}`
  const known = compiled.get(id)
  if (known !== undefined) return known
  // Browsers differ in the digits they write Arabic with; beside clocks and dates they are the same everywhere.
  const made = new IntlMessageFormat(message, `${language}-u-nu-latn`)
  compiled.set(id, made)
  return made
}
