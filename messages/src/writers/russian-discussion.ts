import type { DelegationFact, ItemFact } from '@parley/domain/release/facts'
import { formatList } from '../quantities.ts'
import type { Account } from './account.ts'
import { gathered, LISTED } from './course.ts'
import type { Stretch, ToldTopic } from './course.ts'
import { sentence } from './draft.ts'
import type { Sentence } from './draft.ts'
import { agreeing, DASH, past, persons, russianQuoted } from './russian-phrases.ts'
import type { Words } from './russian-phrases.ts'
import type { Mention } from './wording.ts'
import { beginsSmall, capitalised, inAnyLanguage, inLanguage, stopped } from './wording.ts'

/** Who took the floor; nothing has to agree with one person whose gender is not recorded. */
const spoken = (all: readonly Mention[], about: string): string => {
  const [only] = all
  const verb = all.length > 1 || only === undefined ? 'выступили' : past(only, 'выступил', 'выступила')
  return verb === undefined
    ? `${about}прозвучало выступление: ${persons(all)}`
    : `${about}${verb} ${persons(all)}`
}

/* Feminine accusative for темы; counted in words up to ten. */
const FEMININE = ' одну две три четыре пять шесть семь восемь девять десять'.split(' ')
const ORDINALS = ' первой второй третьей четвёртой пятой шестой седьмой восьмой девятой десятой'.split(' ')

/** So many topics as somebody discusses them. */
export const themes = (number: number): string =>
  `${FEMININE[number] ?? number} ${agreeing(number, ['тему', 'темы', 'тем'])}`

/** What was discussed, who spoke and what the sides hold, in the order of the meeting. */
export const russianDiscussion = (account: Account, { who, subject }: Words) => {
  const positions = (side: DelegationFact, item: string | undefined, about = ''): readonly Sentence[] =>
    account.positionsOf(side.id, item).map((one) => {
      const position = stopped(inAnyLanguage(one.position, account.language), '.')
      /* Words that begin with a capital begin a sentence: whether it is a name's cannot be known. */
      const stated = beginsSmall(position) ? 'заявила:' : 'заявила следующее.'
      return sentence(`${capitalised(`${about}${subject(side)} ${stated}`)} ${position}`, one)
    })
  const ofSides = (item: ItemFact, about: string): readonly Sentence[] => {
    const speaking = account.sides.filter(({ id }) => account.positionsOf(id, item.item).length > 0)
    return speaking.flatMap((side, index) => positions(side, item.item, index === 0 ? about : ''))
  }
  const groupOf = (topics: number, group: readonly ToldTopic[]): readonly Sentence[] => {
    const heard = group.filter(({ item }) => item.speakers.length > 0)
    const clauses = heard.map(({ item, place }, index) =>
      index === 0
        ? spoken(who(item.speakers), byPlace(topics, place, ' теме'))
        : `${byPlace(topics, place, '').trimEnd()}${DASH} ${persons(who(item.speakers))}`,
    )
    const last = group.at(-1)
    const told = sentence(
      capitalised(`${clauses.join('; ')}.`),
      ...heard.flatMap(({ item }) => [item, ...item.speakers]),
    )
    const about = last === undefined || heard.length > 0 ? '' : byPlace(topics, last.place, ' теме')
    return [...(heard.length === 0 ? [] : [told]), ...(last === undefined ? [] : ofSides(last.item, about))]
  }
  const about = (item: ItemFact): string => {
    const words = inLanguage(item.title, account.language)
    return words === undefined ? '' : `по теме ${russianQuoted(words)} `
  }
  return {
    positions: (side: DelegationFact): readonly Sentence[] => positions(side, undefined),
    told: (stretch: Stretch): readonly Sentence[] => {
      switch (stretch.kind) {
        case 'topics': {
          const { topics } = stretch
          const groups = gathered(topics, (item) =>
            account.sides.flatMap(({ id }) => account.positionsOf(id, item)),
          )
          return [...listed(account, stretch), ...groups.flatMap((group) => groupOf(topics.length, group))]
        }
        case 'exchange': {
          const { item } = stretch
          const { speakers } = item
          const text =
            speakers.length > 1
              ? `мнениями ${about(item)}обменялись ${persons(who(speakers))}`
              : spoken(who(speakers), about(item))
          return [sentence(capitalised(`${text}.`), item, ...speakers), ...ofSides(item, '')]
        }
        case 'remarks': {
          const { item } = stretch
          return [
            sentence(
              capitalised(`${spoken(who(item.speakers), 'перед участниками ')}.`),
              item,
              ...item.speakers,
            ),
          ]
        }
      }
    },
  }
}

/** Which of the topics just listed, if there are several. */
const byPlace = (topics: number, place: number, noun: string): string =>
  topics === 1 ? '' : `по ${ORDINALS[place] ?? `${place}-й`}${noun} `

const listed = (
  { language }: Account,
  { topics, again }: Extract<Stretch, { kind: 'topics' }>,
): readonly Sentence[] => {
  const titles = topics.flatMap(({ title }) => inLanguage(title, language) ?? [])
  const discussed = again ? 'Затем участники обсудили' : 'Участники обсудили'
  const list = formatList('ru', titles.map(russianQuoted))
  if (titles.length < topics.length || titles.length > LISTED) {
    return topics.length === 1 ? [] : [sentence(`${discussed} ${themes(topics.length)}.`, ...topics)]
  }
  return [
    sentence(
      titles.length === 1 ? `${discussed} тему ${list}.` : `${discussed} ${themes(titles.length)}: ${list}.`,
      ...topics,
    ),
  ]
}
