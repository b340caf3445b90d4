import type { Expression } from '@parley/domain/release/events'
import type { ReleaseFacts } from '@parley/domain/release/facts'
import { accountOf } from './account.ts'
import { expressionOf } from './draft.ts'
import type { Draft, Sentence } from './draft.ts'
import type { Account } from './account.ts'
import { draftEnglish } from './en.ts'
import { draftRussian } from './ru.ts'
import { draftChinese } from './zh.ts'

const WRITERS: Readonly<Record<string, (account: Account) => Draft>> = {
  zh: draftChinese,
  ru: draftRussian,
  en: draftEnglish,
}

/**
 * Drafts the release of a meeting in a language: the same facts always give the same words, nothing is translated by
 * machine, every paragraph names the events it rests on, and what the record does not tell is not mentioned. Nothing when
 * there is no writer for the language; Chinese in the traditional script counts as such.
 */
export const writeRelease = (language: string, facts: ReleaseFacts): Expression | undefined => {
  const draft = draftIn(language, facts)
  return draft === undefined ? undefined : expressionOf(draft)
}

/** The sentences of such a draft, each with the events it rests on; none where there is no writer for the language. */
export const writtenSentences = (language: string, facts: ReleaseFacts): readonly Sentence[] =>
  (draftIn(language, facts)?.paragraphs ?? []).flat().filter((one) => one !== undefined)

const draftIn = (language: string, facts: ReleaseFacts): Draft | undefined => {
  const primary = writerFor(language)
  const writer = primary === undefined ? undefined : WRITERS[primary]
  return writer?.(accountOf(facts, language))
}

/** Whether a release can be drafted in a language. */
export const hasWriter = (language: string): boolean => writerFor(language) !== undefined

const TRADITIONAL = /^zh-(Hant|TW|HK|MO)/

const writerFor = (language: string): string | undefined => {
  const primary = language.split('-')[0] ?? language
  return Object.hasOwn(WRITERS, primary) && !TRADITIONAL.test(language) ? primary : undefined
}
