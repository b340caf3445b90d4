import type { DelegationFact, PersonFact } from '@parley/domain/release/facts'
import type { Person } from '@parley/domain/words/identity'
import { formatList } from '../quantities.ts'
import { capitalised, inAnyLanguage, inLanguage, mentions, quoted } from './wording.ts'
import type { Mention, Quotes } from './wording.ts'

const QUOTES: Quotes = { outer: ['«', '»'], inner: ['„', '“'] }
export const DASH = '\u00a0—'

/** A title in quotation marks, with a capital; one that stands in marks already is not given a second pair. */
export const russianQuoted = (words: string): string =>
  quoted(capitalised(words.replace(/^«([^«»]*)»$/u, '$1')), QUOTES)

const plurals = new Intl.PluralRules('ru')
export const agreeing = (number: number, [one, few, many]: readonly [string, string, string]): string =>
  ({ one, few, many, other: few, zero: many, two: few })[plurals.select(number)]

/** A past verb for one person: masculine, feminine, or nothing where the gender is not recorded. */
export const past = ({ gender }: Mention, masculine: string, feminine: string): string | undefined =>
  gender === undefined ? undefined : { masculine, feminine }[gender]

/** Initials stay with the name they belong to. */
const kept = (name: string): string => name.replaceAll(/(\p{Lu}\.) (?=\p{Lu})/gu, '$1\u00a0')

export const persons = (all: readonly Mention[]): string =>
  formatList(
    'ru',
    all.map(({ name, office }) => (office === undefined ? kept(name) : `${office} ${kept(name)}`)),
  )

export type Words = {
  readonly who: (all: readonly PersonFact[]) => readonly Mention[]
  readonly mention: (person: Person) => Mention
  /** The side as it is called, in the nominative. */
  readonly called: (side: DelegationFact) => string
  /** The side as the subject of a feminine verb: as it is called if that is «сторона», else «сторона» with its name. */
  readonly subject: (side: DelegationFact) => string
  readonly titled: (title: Readonly<Record<string, string>>) => string
}

export const russianWords = (language: string): Words => {
  const mention = mentions(language)
  const called = (side: DelegationFact): string =>
    (side.side === undefined ? undefined : inLanguage(side.side, language)) ??
    inAnyLanguage(side.name, language)
  return {
    mention,
    who: (all) => all.map(({ person }) => mention(person)),
    called,
    subject: (side) =>
      /(^|\s)сторона($|\s)/iu.test(called(side)) ? called(side) : `сторона ${russianQuoted(called(side))}`,
    titled: (title) => russianQuoted(inAnyLanguage(title, language)),
  }
}
