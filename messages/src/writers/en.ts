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
import { byDelegation, commonForm, distinct, signings } from './account.ts'
import { gathered, LISTED } from './course.ts'
import type { Stretch, ToldTopic } from './course.ts'
import { sentence } from './draft.ts'
import type { Draft, MaybeSentence, Sentence } from './draft.ts'
import { englishHeadline } from './english-headline.ts'
import { counted, ENGLISH_QUOTES, englishDialogue, persons, subject, withArticle } from './english-phrases.ts'
import { beginsSmall, capitalised, inAnyLanguage, inLanguage, mentions, quoted, stopped } from './wording.ts'
import type { Mention } from './wording.ts'

/** Name before office, capitals in the dateline, day before month, (End) after the last sentence. */
export const draftEnglish = (account: Account): Draft => {
  const { facts, language } = account
  const words = wordsOf(account)
  const dialogue = englishDialogue(facts, language)
  const { opening, discussion, closing } = tellers(account, words, dialogue)
  return {
    headline: englishHeadline(facts, language),
    deck: deck(account),
    dateline: dateline(account),
    byline: 'Secretariat of the meeting',
    source:
      facts.retrospective === undefined
        ? 'Secretariat of the meeting'
        : 'Secretariat of the meeting, from published sources',
    paragraphs: [
      [opening.lead(), ...opening.theme(), opening.delegations(), opening.heads(), opening.authors()],
      ...account.course.beforeMessages.map((all) => all.flatMap(discussion.told)),
      ...account.sides.map((side) => [...opening.readings(side), ...discussion.positions(side)]),
      ...account.course.afterMessages.map((all) => all.flatMap(discussion.told)),
      [closing.chair(), ...facts.adopted.flatMap((text) => closing.adopted(text))],
    ],
    between: ' ',
    end: ' (End)',
  }
}

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
    titled: (title) => titled(inAnyLanguage(title, language)),
  }
}

/** A title stands in quotation marks, with a capital. */
const titled = (words: string): string => quoted(capitalised(words), ENGLISH_QUOTES)

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
        : sentence(`Its theme was ${titled(common)}.`, theme),
      ...themesOfSides.map(({ side, theme: own }) => {
        const words = titled(inAnyLanguage(own.words, language))
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
    `${capitalised(subject(reader))} ${then}read out the ${FORMS[message.form]} from ${withArticle(author)}.`,
    message,
    message.reader,
  )
}

const discussion = (account: Account, { who, called }: Words) => {
  const positions = (side: DelegationFact, item: string | undefined, about = ''): readonly Sentence[] =>
    account.positionsOf(side.id, item).map((one) => {
      const position = stopped(inAnyLanguage(one.position, account.language), '.')
      /* Words that begin with a capital begin a sentence: whether it is a name's cannot be known. */
      const stated = beginsSmall(position) ? 'stated:' : 'stated the following.'
      return sentence(`${capitalised(`${about}${called(side)}`)} ${stated} ${position}`, one)
    })
  const ofSides = (item: ItemFact, about: string): readonly Sentence[] => {
    const speaking = account.sides.filter(({ id }) => account.positionsOf(id, item.item).length > 0)
    return speaking.flatMap((side, index) => positions(side, item.item, index === 0 ? about : ''))
  }
  const groupOf = (topics: number, group: readonly ToldTopic[]): readonly Sentence[] => {
    const heard = group.filter(({ item }) => item.speakers.length > 0)
    const speakers = heard.map(({ item }) => persons(who(item.speakers)))
    const apart = speakers.some((names) => names.includes(';'))
    const clauses = speakers.map((names, index) => {
      const on = byPlace(topics, heard[index]?.place ?? 0)
      if (index === 0) return capitalised(`${on}the floor was taken by ${names}`)
      return apart ? `${capitalised(on)}it was taken by ${names}` : `${on}by ${names}`
    })
    const told = sentence(
      `${clauses.join(apart ? '. ' : '; ')}.`,
      ...heard.flatMap(({ item }) => [item, ...item.speakers]),
    )
    const last = group.at(-1)
    const about = last === undefined || heard.length > 0 ? '' : byPlace(topics, last.place)
    return [...(heard.length === 0 ? [] : [told]), ...(last === undefined ? [] : ofSides(last.item, about))]
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
          const title = inLanguage(item.title, account.language)
          const what = item.speakers.length > 1 ? 'exchanged views' : 'spoke'
          const text = `${subject(who(item.speakers))} ${what}${title === undefined ? '' : ` on ${titled(title)}`}.`
          return [sentence(capitalised(text), item, ...item.speakers), ...ofSides(item, '')]
        }
        case 'remarks': {
          const { item } = stretch
          const speakers = subject(who(item.speakers))
          return [sentence(`${capitalised(speakers)} addressed the meeting.`, item, ...item.speakers)]
        }
      }
    },
  }
}

/** Which of the topics just listed, if there are several. */
const byPlace = (topics: number, place: number): string =>
  topics === 1 ? '' : `on the ${ordinal('en', place, 'meeting')}, `

const listed = (
  { language }: Account,
  { topics, again }: Extract<Stretch, { kind: 'topics' }>,
): readonly Sentence[] => {
  const titles = topics.flatMap(({ title }) => inLanguage(title, language) ?? [])
  const discussed = again ? 'The meeting then discussed' : 'The meeting discussed'
  const list = formatList('en', titles.map(titled))
  if (titles.length < topics.length || titles.length > LISTED) {
    return topics.length === 1
      ? []
      : [sentence(`${discussed} ${counted(topics.length, 'topic')}.`, ...topics)]
  }
  return [
    sentence(
      titles.length === 1
        ? `${discussed} the topic ${list}.`
        : `${discussed} ${counted(titles.length, 'topic')}: ${list}.`,
      ...topics,
    ),
  ]
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
    return sentence(`${capitalised(subject(who(chairs)))} ${verb} the meeting.`, ...chairs)
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
      ...signings(text).map(({ act, by }) => signing(by, SIGNED[act], who)),
    ]
  },
})

const SIGNED = { initialled: 'initialled', signed: 'signed', both: 'initialled and signed' } as const

const signing = (signed: readonly PersonFact[], what: string, who: Words['who']): Sentence =>
  sentence(`The text was ${what} by ${persons(who(signed))}.`, ...signed)
