import type { Localized } from '@parley/domain/words/language'
import { wordingProblem, type WordingProblem } from '@parley/domain/words/wording'

/** What stands in the fields of a wording, one per language; an empty field says nothing in that language. */
export type WordingForm = Readonly<Record<string, string>>

export type Lines = 'one' | 'many'

/** How much the record takes in one language, in UTF-16 units. */
export const LIMIT_CHARACTERS: Readonly<Record<Lines, number>> = { one: 500, many: 12_000 }

/** The fields of a wording, empty where it has none. */
export const formOf = (wording: Localized | undefined): WordingForm => ({ ...wording })

/**
 * A wording as it goes on record: without blank ends, in the normal form the record asks for, and without the languages
 * left empty. Nothing at all where every field is empty.
 */
export const wordingOf = (form: WordingForm): Localized | undefined => {
  const given = Object.entries(form).flatMap(([language, text]): readonly (readonly [string, string])[] => {
    const tidy = tidied(text)
    return tidy === '' ? [] : [[language, tidy]]
  })
  return given.length === 0 ? undefined : Object.fromEntries(given)
}

const tidied = (text: string): string => text.replaceAll(/\r\n?/g, '\n').normalize('NFC').trim()

/** What is wrong with the wordings that were given, per language. An empty field is missing, not wrong. */
export const problemsIn = (
  form: WordingForm,
  lines: Lines,
): Readonly<Partial<Record<string, WordingProblem>>> =>
  Object.fromEntries(
    Object.entries(wordingOf(form) ?? {}).flatMap(([language, text]) => {
      const problem = wordingProblem(text, LIMIT_CHARACTERS[lines], lines)
      return problem === undefined ? [] : [[language, problem]]
    }),
  )

/** The languages a wording is wanted in and has not. */
export const missingIn = (wording: Localized | undefined, languages: readonly string[]): readonly string[] =>
  languages.filter((language) => wording === undefined || !Object.hasOwn(wording, language))

/** The reader's own language first, then the meeting's in their order. */
export const inReadingOrder = (languages: readonly string[], own: string): readonly string[] =>
  languages.includes(own) ? [own, ...languages.filter((one) => one !== own)] : languages
