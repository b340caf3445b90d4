import type {
  AdoptedFact,
  DelegationFact,
  ItemFact,
  MessageFact,
  PersonFact,
} from '@parley/domain/release/facts'
import { formatDate } from '../dates.ts'
import { format } from '../format.ts'
import { chineseNumber } from '../ordinals.ts'
import { formatList, languageName } from '../quantities.ts'
import type { Account } from './account.ts'
import { byDelegation, commonForm, distinct, signings } from './account.ts'
import { chineseHeadline, chineseMeeting, chineseTitle } from './chinese-headline.ts'
import { gathered, LISTED } from './course.ts'
import type { Stretch, ToldTopic } from './course.ts'
import { sentence } from './draft.ts'
import type { Draft, MaybeSentence, Sentence } from './draft.ts'
import { inAnyLanguage, inLanguage, mentions, quoted, stopped } from './wording.ts'
import type { Mention, Quotes } from './wording.ts'

const QUOTES: Quotes = { outer: ['“', '”'], inner: ['‘', '’'] }

/** Office before name, full-width marks, the dateline closed by 电 and the end by （完）, as the Chinese press has it. */
export const draftChinese = (account: Account): Draft => {
  const tell = teller(account)
  const { facts } = account
  return {
    headline: chineseHeadline(facts, account.language),
    deck: deck(account),
    dateline: dateline(account),
    byline: '会议秘书处',
    source: facts.retrospective === undefined ? '会议秘书处' : '会议秘书处（据公开发表的材料整理）',
    paragraphs: [
      [tell.lead(), ...tell.theme(), tell.delegations(), tell.heads(), ...tell.authors()],
      ...account.course.beforeMessages.map((all) => all.flatMap(tell.told)),
      ...account.sides.map((side) => [...tell.readings(side), ...tell.positions(side)]),
      ...account.course.afterMessages.map((all) => all.flatMap(tell.told)),
      [tell.chair(), ...facts.adopted.flatMap((text) => tell.adopted(text))],
    ],
    between: '',
    end: '（完）',
  }
}

const FORMS = { letter: '贺信', greeting: '贺词', telegram: '贺电', mixed: '致贺文电' } as const
const MEASURES = { letter: '封', greeting: '份', telegram: '封', mixed: '份' } as const

const count = (number: number): string => (number === 2 ? '两' : chineseNumber(number))
const written = ({ name, office }: Mention): string => `${office ?? ''}${name}`
const persons = (all: readonly Mention[]): string =>
  all.length === 2 ? all.map(written).join('和') : all.map(written).join('、')

const dateline = (account: Account): string => {
  const { facts, language, places, clock } = account
  const cities = distinct(places.map(({ city }) => inAnyLanguage(city, language))).join('、')
  return `${cities}${formatDate('zh', facts.startsAt, clock?.timeZone ?? 'UTC', 'day')}电`
}

const deck = ({ facts, topics, exchanges }: Account): string | undefined => {
  const { messages } = facts
  const form = commonForm(messages)
  const clauses = [
    ...(messages.length > 0 ? [`宣读${count(messages.length)}${MEASURES[form]}${FORMS[form]}`] : []),
    ...(topics.length > 0 ? [`讨论${count(topics.length)}项议题`] : []),
    ...(exchanges.length > 0 ? [`进行${count(exchanges.length)}场对谈`] : []),
  ]
  return clauses.length === 0 ? undefined : `会上${clauses.join('，')}。`
}

const SIGNED = { initialled: '草签', signed: '签署', both: '草签并签署' } as const

const teller = (account: Account) => {
  const { facts, language } = account
  const mention = mentions(language)
  const who = (all: readonly PersonFact[]): string => persons(all.map(({ person }) => mention(person)))
  const named = (side: DelegationFact): string => inAnyLanguage(side.name, language)
  const called = (side: DelegationFact): string =>
    (side.side === undefined ? undefined : inLanguage(side.side, language)) ?? named(side)
  const meeting = chineseMeeting(facts, language)
  const titled = (words: AdoptedFact['title']): string => chineseTitle(inAnyLanguage(words, language))
  return {
    ...opening(account, { meeting, named, called, who, mention }),
    ...discussion(account, { called, who }),
    chair: (): MaybeSentence =>
      facts.chairs.length === 0
        ? undefined
        : sentence(`${who(facts.chairs)}${facts.chairs.length > 1 ? '共同' : ''}主持会议。`, ...facts.chairs),
    adopted: (text: AdoptedFact): readonly MaybeSentence[] => {
      const how = { consensus: '协商一致', silence: '按默许程序' }[text.mode]
      const languages = distinct(text.languages.map(writtenLanguage))
      const pending = account.sides.filter(({ id }) => text.pending.includes(id))
      return [
        sentence(`会议${how}通过${titled(text.title)}。`, text),
        languages.length < 2
          ? undefined
          : sentence(`${languages.join('、')}${count(languages.length)}种文本同等作准。`, text),
        pending.length === 0
          ? undefined
          : sentence(`${formatList('zh', pending.map(called))}的接受尚待核准。`, text),
        ...byDelegation(account, text.attached).map(({ side, all }) =>
          sentence(
            `${called(side)}就此提交${formatList('zh', distinct(all.map(({ kind }) => format('zh', `attached.${kind}`))))}。`,
            ...all,
          ),
        ),
        ...signings(text).map(({ act, by }) => sentence(`${who(by)}${SIGNED[act]}该文本。`, ...by)),
      ]
    },
  }
}

type Words = {
  readonly called: (side: DelegationFact) => string
  readonly who: (all: readonly PersonFact[]) => string
}

type OpeningWords = Words & {
  readonly meeting: string
  readonly named: (side: DelegationFact) => string
  readonly mention: ReturnType<typeof mentions>
}

const opening = (account: Account, { meeting, named, called, who, mention }: OpeningWords) => ({
  lead: (): Sentence => {
    const { facts, clock, language, places } = account
    const date = formatDate('zh', facts.startsAt, clock?.timeZone ?? 'UTC', 'date')
    const city = places[0] === undefined ? '' : `在${inAnyLanguage(places[0].city, language)}`
    const how = {
      video: '以视频连线方式举行',
      'in-person': `${city}举行`,
      hybrid: `${city}以线上线下结合方式举行`,
    }[facts.mode]
    return sentence(`${meeting}${date}${how}。`, facts)
  },
  theme: (): readonly MaybeSentence[] => {
    const { theme, themesOfSides, language } = account
    const words = theme === undefined ? undefined : inLanguage(theme.words, language)
    return [
      theme === undefined || words === undefined
        ? undefined
        : sentence(`会议主题为${quoted(words, QUOTES)}。`, theme),
      ...themesOfSides.map(({ side, theme: own }) =>
        sentence(`${called(side)}对主题的表述为${quoted(inAnyLanguage(own.words, language), QUOTES)}。`, own),
      ),
    ]
  },
  delegations: (): Sentence =>
    sentence(`${formatList('zh', account.sides.map(named))}派代表团与会。`, account.facts),
  heads: (): MaybeSentence => {
    const { heads } = account
    if (heads.length === 0) return undefined
    return sentence(`${heads.length === 2 ? '双方' : '各方'}代表团团长分别是${who(heads)}。`, ...heads)
  },
  authors: (): readonly Sentence[] => {
    const { messages } = account
    const form = commonForm(messages)
    if (messages.length === 0) return []
    const authors = persons(messages.map(({ author }) => mention(author)))
    return [
      sentence(
        `${authors}${messages.length > 1 ? '分别' : ''}向会议致${form === 'mixed' ? '贺' : FORMS[form]}。`,
        ...messages,
      ),
    ]
  },
  readings: (side: DelegationFact): readonly Sentence[] =>
    account.messages
      .filter(({ delegation }) => delegation === side.id)
      .map((message) => reading(account, message, who)),
  positions: (side: DelegationFact): readonly Sentence[] => positions(account, side, undefined, called),
})

const reading = (account: Account, message: MessageFact, who: Words['who']): Sentence => {
  const then = account.toldAsRead && account.messages[0] !== message ? '随后，' : ''
  const author = inAnyLanguage(message.author.name, account.language)
  return sentence(
    `${then}${who([message.reader])}宣读${author}的${FORMS[message.form]}。`,
    message,
    message.reader,
  )
}

const positions = (
  account: Account,
  side: DelegationFact,
  item: string | undefined,
  called: Words['called'],
  about = '',
): readonly Sentence[] =>
  account
    .positionsOf(side.id, item)
    .map((one) =>
      sentence(
        `${about}${called(side)}表示：${stopped(inAnyLanguage(one.position, account.language), '。')}`,
        one,
      ),
    )

const discussion = (account: Account, { called, who }: Words) => {
  const ofSides = (item: ItemFact, about: string): readonly Sentence[] => {
    const speaking = account.sides.filter(({ id }) => account.positionsOf(id, item.item).length > 0)
    return speaking.flatMap((side, index) =>
      positions(account, side, item.item, called, index === 0 ? about : ''),
    )
  }
  const groupOf = (topics: number, group: readonly ToldTopic[]): readonly Sentence[] => {
    const heard = group.filter(({ item }) => item.speakers.length > 0)
    const clauses = heard.map(
      ({ item, place }) =>
        `${byPlace(topics, place)}${who(item.speakers)}${item.speakers.length > 1 ? '先后' : ''}发言`,
    )
    const told = sentence(`${clauses.join('；')}。`, ...heard.flatMap(({ item }) => [item, ...item.speakers]))
    const last = group.at(-1)
    const about = last === undefined || heard.length > 0 ? '' : byPlace(topics, last.place)
    return [...(heard.length === 0 ? [] : [told]), ...(last === undefined ? [] : ofSides(last.item, about))]
  }
  return {
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
          const words = inLanguage(item.title, account.language)
          const about = words === undefined ? '' : `就${quoted(words, QUOTES)}`
          const what = item.speakers.length > 1 ? '交换意见' : '发言'
          return [
            sentence(`${who(item.speakers)}${about}${what}。`, item, ...item.speakers),
            ...ofSides(item, ''),
          ]
        }
        case 'remarks': {
          const { item } = stretch
          return [sentence(`${who(item.speakers)}在会上发言。`, item, ...item.speakers)]
        }
      }
    },
  }
}

/** Which of the topics just listed, if there are several. */
const byPlace = (topics: number, place: number): string =>
  topics === 1 ? '' : `就第${chineseNumber(place)}项议题，`

/** Quoted titles stand side by side without a mark between them. */
const listed = (
  { language }: Account,
  { topics, again }: Extract<Stretch, { kind: 'topics' }>,
): readonly Sentence[] => {
  const titles = topics.flatMap(({ title }) => inLanguage(title, language) ?? [])
  const discussed = again ? '会议还讨论了' : '会议讨论了'
  const list = titles.map((words) => quoted(words, QUOTES)).join('')
  if (titles.length < topics.length || titles.length > LISTED) {
    return topics.length === 1 ? [] : [sentence(`${discussed}${count(topics.length)}项议题。`, ...topics)]
  }
  return [
    sentence(
      titles.length === 1
        ? `${discussed}${list}这一议题。`
        : `${discussed}${list}${count(titles.length)}项议题。`,
      ...topics,
    ),
  ]
}

/** 俄语 is the language, 俄文 the language of a text. */
const writtenLanguage = (language: string): string => languageName('zh', language).replace(/语$/u, '文')
