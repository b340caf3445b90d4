import type {
  AdoptedFact,
  DelegationFact,
  ItemFact,
  MessageFact,
  PersonFact,
} from '@parley/domain/release/facts'
import { formatDate } from '../dates.ts'
import { ordinal } from '../ordinals.ts'
import { formatList, languageName } from '../quantities.ts'
import type { Account } from './account.ts'
import { byDelegation, commonForm, distinct } from './account.ts'
import { sentence } from './draft.ts'
import type { Draft, MaybeSentence, Sentence } from './draft.ts'
import { capitalised, inAnyLanguage, inLanguage, mentions, quoted, stopped } from './wording.ts'
import type { Mention, Quotes } from './wording.ts'

const QUOTES: Quotes = { outer: ['“', '”'], inner: ['‘', '’'] }

/** Name before office, capitals in the dateline, day before month, (End) after the last sentence. */
export const draftEnglish = (account: Account): Draft => {
  const { facts, language } = account
  const words = wordsOf(account)
  const dialogue = inAnyLanguage(facts.dialogueName, language).replace(/^the /i, '')
  const titles = facts.adopted.map(({ title }) => words.titled(title))
  const { opening, discussion, closing } = tellers(account, words, dialogue)
  return {
    headline: `${capitalised(dialogue)} holds its ${ordinal('en', facts.number, 'meeting')} meeting${titles.length > 0 ? ` and adopts ${formatList('en', titles)}` : ''}`,
    deck: deck(account),
    dateline: dateline(account),
    byline: 'Secretariat of the meeting',
    source:
      facts.retrospective === undefined
        ? 'Secretariat of the meeting'
        : 'Secretariat of the meeting, from published sources',
    paragraphs: [
      [opening.lead(), ...opening.theme(), opening.delegations(), opening.heads(), opening.authors()],
      ...account.sides.map((side) => [...opening.readings(side), ...discussion.positions(side, undefined)]),
      [discussion.topicsTakenUp(), ...account.topics.flatMap((item) => discussion.topic(item))],
      [
        ...account.exchanges.flatMap((item) => discussion.exchange(item)),
        ...account.remarks.map((item) => discussion.remarks(item)),
      ],
      [closing.chair(), ...facts.adopted.flatMap((text) => closing.adopted(text))],
    ],
    between: ' ',
    end: ' (End)',
  }
}

const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')
const count = (number: number): string => NUMBERS[number] ?? String(number)
const counted = (number: number, one: string, several = `${one}s`): string =>
  `${count(number)} ${number === 1 ? one : several}`

/* Institutions whose names English uses with the article. */
const WITH_ARTICLE =
  /(^| )(Academy|Alliance|Assembly|Association|Authority|Board|Chamber|Commission|Committee|Confederation|Congress|Council|Delegation|Federation|Foundation|Government|Institute|League|Ministry|Movement|Organi[sz]ation|Party|Republic|Secretariat|Side|Society|Union|University)( of .*| for .*)?$/i

const withArticle = (name: string): string =>
  !/^the /i.test(name) && WITH_ARTICLE.test(name) ? `the ${name}` : name

/** Persons in a row; an office stands after the name between commas, semicolons part three and more. */
const persons = (all: readonly Mention[]): string => {
  const texts = all.map(({ name, office }) => (office === undefined ? name : `${name}, ${office}`))
  if (texts.length < 3 || all.every(({ office }) => office === undefined)) {
    return texts.length === 2 && all[0]?.office !== undefined ? texts.join(', and ') : formatList('en', texts)
  }
  return `${texts.slice(0, -1).join('; ')}; and ${texts.at(-1) ?? ''}`
}

/** Persons before a verb: the comma that closes the last office is there. */
const subject = (all: readonly Mention[]): string =>
  `${persons(all)}${all.at(-1)?.office === undefined ? '' : ','}`

type Words = {
  readonly who: (all: readonly PersonFact[]) => readonly Mention[]
  readonly mention: ReturnType<typeof mentions>
  readonly called: (side: DelegationFact) => string
  readonly named: (side: DelegationFact) => string
  readonly titled: (title: AdoptedFact['title']) => string
}

const wordsOf = ({ language }: Account): Words => {
  const mention = mentions(language)
  const named = (side: DelegationFact): string => withArticle(inAnyLanguage(side.name, language))
  return {
    mention,
    who: (all) => all.map(({ person }) => mention(person)),
    named,
    called: (side) => {
      const own = side.side === undefined ? undefined : inLanguage(side.side, language)
      return own === undefined ? named(side) : withArticle(own)
    },
    titled: (title) => quoted(inAnyLanguage(title, language), QUOTES),
  }
}

const dateline = ({ facts, language, places, clock }: Account): string => {
  const cities = distinct(places.map(({ city }) => inAnyLanguage(city, language).toUpperCase())).join('/')
  return `${cities}, ${formatDate('en', facts.startsAt, clock?.timeZone ?? 'UTC', 'day')}`
}

const FORMS = { letter: 'letter', greeting: 'greeting', telegram: 'telegram', mixed: 'message' } as const

const deck = ({ facts, topics, exchanges }: Account): string | undefined => {
  const clauses = [
    ...(facts.messages.length > 0
      ? [`heard ${counted(facts.messages.length, FORMS[commonForm(facts.messages)])}`]
      : []),
    ...(topics.length > 0 ? [`discussed ${counted(topics.length, 'topic')}`] : []),
    ...(exchanges.length > 0 ? [`held ${counted(exchanges.length, 'exchange')} of views`] : []),
  ]
  return clauses.length === 0 ? undefined : `The meeting ${formatList('en', clauses)}.`
}

const tellers = (account: Account, words: Words, dialogue: string) => ({
  opening: opening(account, words, dialogue),
  discussion: discussion(account, words),
  closing: closing(account, words),
})

const opening = (account: Account, { mention, who, named, called }: Words, dialogue: string) => ({
  lead: (): Sentence => {
    const { facts, clock, places, language } = account
    const date = formatDate('en', facts.startsAt, clock?.timeZone ?? 'UTC', 'date')
    const city = places[0] === undefined ? '' : ` in ${inAnyLanguage(places[0].city, language)}`
    const how = {
      video: ' by video conference',
      'in-person': city,
      hybrid: `${city} and by video conference`,
    }[facts.mode]
    return sentence(
      `The ${ordinal('en', facts.number, 'meeting')} meeting of the ${dialogue} was held${how} on ${date}.`,
      facts,
    )
  },
  theme: (): readonly MaybeSentence[] => {
    const { theme, themesOfSides, language } = account
    const common = theme === undefined ? undefined : inLanguage(theme.words, language)
    return [
      theme === undefined || common === undefined
        ? undefined
        : sentence(`Its theme was ${quoted(common, QUOTES)}.`, theme),
      ...themesOfSides.map(({ side, theme: own }) => {
        const words = quoted(inAnyLanguage(own.words, language), QUOTES)
        return sentence(`${capitalised(called(side))} worded the theme as ${words}.`, own)
      }),
    ]
  },
  delegations: (): Sentence =>
    sentence(`Taking part were delegations of ${formatList('en', account.sides.map(named))}.`, account.facts),
  heads: (): MaybeSentence => {
    const { heads } = account
    if (heads.length === 0) return undefined
    return sentence(`They were led by ${persons(who(heads))}.`, ...heads)
  },
  authors: (): MaybeSentence => {
    const { messages } = account
    if (messages.length === 0) return undefined
    const form = FORMS[commonForm(messages)]
    const what = messages.length === 1 ? `A ${form} to the meeting` : `${capitalised(form)}s to the meeting`
    return sentence(
      `${what} came from ${persons(messages.map(({ author }) => mention(author)))}.`,
      ...messages,
    )
  },
  readings: (side: DelegationFact): readonly Sentence[] =>
    account.messages
      .filter(({ delegation }) => delegation === side.id)
      .map((message) => reading(account, message, who([message.reader]))),
})

const reading = (account: Account, message: MessageFact, reader: readonly Mention[]): Sentence => {
  const then = account.toldAsRead && account.messages[0] !== message ? 'then ' : ''
  const author = inAnyLanguage(message.author.name, account.language)
  return sentence(
    `${subject(reader)} ${then}read out the ${FORMS[message.form]} from ${author}.`,
    message,
    message.reader,
  )
}

const discussion = (account: Account, { who, called }: Words) => {
  const positions = (side: DelegationFact, item: string | undefined): readonly Sentence[] =>
    account.positionsOf(side.id, item).map((one) => {
      const position = stopped(inAnyLanguage(one.position, account.language), '.')
      return sentence(`${capitalised(called(side))} set out its position: ${position}`, one)
    })
  const titled = (item: ItemFact): string | undefined => {
    const words = inLanguage(item.title, account.language)
    return words === undefined ? undefined : quoted(words, QUOTES)
  }
  const about = (item: ItemFact): string => {
    const title = titled(item)
    return title === undefined ? '' : ` on ${title}`
  }
  const ofSides = (item: ItemFact): readonly Sentence[] =>
    account.sides.flatMap((side) => positions(side, item.item))
  return {
    positions,
    topicsTakenUp: (): MaybeSentence =>
      account.topics.length < 2
        ? undefined
        : sentence(`The meeting discussed ${count(account.topics.length)} topics.`, ...account.topics),
    topic: (item: ItemFact): readonly Sentence[] => {
      const title = titled(item)
      if (item.speakers.length > 0) {
        const one = item.speakers.length === 1
        const spoke = `${one ? 'The speaker' : 'The speakers'}${about(item)} ${one ? 'was' : 'were'}`
        return [
          sentence(`${spoke} ${persons(who(item.speakers))}.`, item, ...item.speakers),
          ...ofSides(item),
        ]
      }
      if (title === undefined) return ofSides(item)
      return [sentence(`The meeting took up the topic ${title}.`, item), ...ofSides(item)]
    },
    exchange: (item: ItemFact): readonly Sentence[] => {
      const what = item.speakers.length > 1 ? 'exchanged views' : 'spoke'
      return [
        sentence(`${subject(who(item.speakers))} ${what}${about(item)}.`, item, ...item.speakers),
        ...ofSides(item),
      ]
    },
    remarks: (item: ItemFact): Sentence =>
      sentence(`${subject(who(item.speakers))} addressed the meeting.`, item, ...item.speakers),
  }
}

const ATTACHED = {
  reservation: ['a reservation', 'reservations'],
  'interpretative-statement': ['an interpretative statement', 'interpretative statements'],
  'explanation-of-position': ['an explanation of position', 'explanations of position'],
  declaration: ['a declaration', 'declarations'],
} as const

const closing = (account: Account, { who, called, titled }: Words) => ({
  chair: (): MaybeSentence => {
    const { chairs } = account.facts
    if (chairs.length === 0) return undefined
    const verb = chairs.length > 1 ? 'co-chaired' : 'chaired'
    return sentence(`${subject(who(chairs))} ${verb} the meeting.`, ...chairs)
  },
  adopted: (text: AdoptedFact): readonly MaybeSentence[] => {
    const how = { consensus: 'by consensus', silence: 'by the silence procedure' }[text.mode]
    const languages = distinct(text.languages.map((language) => languageName('en', language)))
    const pending = account.sides.filter(({ id }) => text.pending.includes(id)).map(called)
    const authorities = pending.length > 1 ? 'their authorities' : 'its authorities'
    return [
      sentence(`The meeting adopted ${titled(text.title)} ${how}.`, text),
      languages.length < 2
        ? undefined
        : sentence(`The ${formatList('en', languages)} texts are equally authentic.`, text),
      pending.length === 0
        ? undefined
        : sentence(`Acceptance by ${formatList('en', pending)} awaits confirmation by ${authorities}.`, text),
      ...byDelegation(account, text.attached).map(({ side, all }) => {
        const kinds = distinct(
          all.map(({ kind }) => ATTACHED[kind][all.filter((one) => one.kind === kind).length > 1 ? 1 : 0]),
        )
        return sentence(
          `${capitalised(called(side))} attached ${formatList('en', kinds)} to the decision.`,
          ...all,
        )
      }),
      signing(text.initialled, 'initialled', who),
      signing(text.signed, 'signed', who),
    ]
  },
})

const signing = (signed: readonly PersonFact[], what: string, who: Words['who']): MaybeSentence =>
  signed.length === 0 ? undefined : sentence(`The text was ${what} by ${persons(who(signed))}.`, ...signed)
