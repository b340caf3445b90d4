import type { ReleaseFacts } from '@parley/domain/release/facts'
import { ordinal } from '../ordinals.ts'
import { formatList } from '../quantities.ts'
import { firstFitting } from './headline.ts'
import { agreeing, russianQuoted } from './russian-phrases.ts'
import { capitalised, inAnyLanguage, inLanguage } from './wording.ts'

const CHARACTERS = 90

/* What official texts are, as titles begin with it, under the verb that agrees with it. */
const KINDS = {
  принят: ['консенсус', 'меморандум', 'протокол', 'план действий', 'итоговый документ'],
  принята: ['совместная декларация', 'декларация', 'резолюция', 'программа', 'хартия', 'дорожная карта'],
  принято: [
    'совместное заявление',
    'совместное коммюнике',
    'заявление',
    'коммюнике',
    'решение',
    'соглашение',
    'обращение',
  ],
} as const

/**
 * The meeting, and what it adopted: a text by its title, by its kind alone where the title repeats the meeting or is too
 * long for a headline, or else as an outcome document. A title that begins with its kind stands without marks.
 */
export const russianHeadline = (facts: ReleaseFacts, language: string): string => {
  const name = capitalised(inAnyLanguage(facts.dialogueName, language))
  const meeting = `${ordinal('ru', facts.number, 'meeting')} заседание`
  const titles = facts.adopted.map(({ title }) => inLanguage(title, language))
  if (titles.length === 0) return `${name}: состоялось ${meeting}`
  const wordings = documents(titles, facts, language).flatMap((document) => [
    `${name}: состоялось ${meeting}, ${document}`,
    `${name}, ${meeting}: ${document}`,
  ])
  return firstFitting(CHARACTERS, [wordings[0] ?? name, ...wordings.slice(1)])
}

/* Masculine, as документ is. */
const NUMBERS = ' один два три четыре пять шесть семь восемь девять десять'.split(' ')

const documents = (
  titles: readonly (string | undefined)[],
  facts: ReleaseFacts,
  language: string,
): readonly string[] => {
  const whole = titles.flatMap((title) =>
    title === undefined || repeats(title, facts, language) ? [] : [title],
  )
  const told = whole.length === titles.length
  if (titles.length > 1) {
    const number = NUMBERS[titles.length] ?? String(titles.length)
    const verb = agreeing(titles.length, ['принят', 'приняты', 'принято'])
    const noun = agreeing(titles.length, ['документ', 'документа', 'документов'])
    return [
      ...(told ? [`приняты документы ${formatList('ru', whole.map(russianQuoted))}`] : []),
      `${verb} ${number} ${noun}`,
    ]
  }
  const [title = ''] = titles
  const kind = kindOf(title)
  const called = kind === undefined ? `принят документ ${russianQuoted(title)}` : `${kind.verb} ${title}`
  return [
    ...(told ? [called] : []),
    ...(kind === undefined ? [] : [`${kind.verb} ${kind.words}`]),
    'принят итоговый документ',
  ]
}

const kindOf = (title: string): { readonly verb: string; readonly words: string } | undefined =>
  Object.entries(KINDS)
    .flatMap(([verb, all]) => all.map((words) => ({ verb, words })))
    .find(({ words }) => `${title} `.toLowerCase().startsWith(`${words} `))

/** Whether the title has the series, or the number of the meeting in whatever case. */
const repeats = (title: string, facts: ReleaseFacts, language: string): boolean => {
  const stem = ordinal('ru', facts.number, 'meeting').slice(0, -1)
  const name = inAnyLanguage(facts.dialogueName, language).toLowerCase()
  return new RegExp(`${stem}\\p{L}* заседани`, 'iu').test(title) || title.toLowerCase().includes(name)
}
