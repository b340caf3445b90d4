import type { ReleaseFacts } from '@parley/domain/release/facts'
import { formatList } from '../quantities.ts'
import { inAnyLanguage } from './wording.ts'
import type { Mention, Quotes } from './wording.ts'

export const ENGLISH_QUOTES: Quotes = { outer: ['“', '”'], inner: ['‘', '’'] }

/** The series without an article of its own. */
export const englishDialogue = (facts: ReleaseFacts, language: string): string =>
  inAnyLanguage(facts.dialogueName, language).replace(/^the /i, '')

const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')
const count = (number: number): string => NUMBERS[number] ?? String(number)
export const counted = (number: number, one: string, several = `${one}s`): string =>
  `${count(number)} ${number === 1 ? one : several}`

/* Institutions whose names English uses with the article. */
const INSTITUTION =
  /(^| )(Academy|Alliance|Assembly|Association|Authority|Board|Chamber|Commission|Committee|Confederation|Congress|Council|Delegation|Federation|Foundation|Government|Institute|League|Ministry|Movement|Organi[sz]ation|Party|Republic|Secretariat|Side|Society|Union|University)( of .*| for .*)?$/i

/* Offices, where somebody is known by the office alone. */
const OFFICE =
  /(^|[ -])(Adviser|Alternate|Ambassador|Chair|Chairman|Chairwoman|Clerk|Commissioner|Coordinator|Delegate|Director|Envoy|General|Governor|Head|Interpreter|Master|Mayor|Member|Minister|Observer|Officer|President|Representative|Secretary|Speaker) of /

/** An institution, or an office in place of a name, with the article; other names as they are. */
export const withArticle = (name: string): string =>
  !/^the /i.test(name) && (INSTITUTION.test(name) || OFFICE.test(name)) ? `the ${name}` : name

/** Persons in a row; an office stands after the name between commas, semicolons part three and more. */
export const persons = (all: readonly Mention[]): string => {
  const texts = all.map(({ name, office }) =>
    office === undefined ? withArticle(name) : `${withArticle(name)}, ${office}`,
  )
  if (texts.length < 3 || all.every(({ office }) => office === undefined)) {
    return texts.length === 2 && all[0]?.office !== undefined ? texts.join(', and ') : formatList('en', texts)
  }
  return `${texts.slice(0, -1).join('; ')}; and ${texts.at(-1) ?? ''}`
}

/** Persons before a verb: the comma that closes the last office is there. */
export const subject = (all: readonly Mention[]): string =>
  `${persons(all)}${all.at(-1)?.office === undefined ? '' : ','}`
