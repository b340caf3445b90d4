import type { AdoptedFact, DelegationFact, MessageFact, PersonFact } from '@parley/domain/release/facts'
import type { Role } from '@parley/domain/meeting/things'
import { formatDate } from '../dates.ts'
import { ordinal } from '../ordinals.ts'
import { formatList, languageName } from '../quantities.ts'
import type { Account } from './account.ts'
import { byDelegation, commonForm, distinct, signings } from './account.ts'
import { sentence } from './draft.ts'
import type { Draft, MaybeSentence, Sentence } from './draft.ts'
import { russianDiscussion, themes } from './russian-discussion.ts'
import { russianHeadline } from './russian-headline.ts'
import { agreeing, DASH, past, persons, russianQuoted, russianWords } from './russian-phrases.ts'
import type { Words } from './russian-phrases.ts'
import { capitalised, inAnyLanguage, inLanguage } from './wording.ts'
import type { Mention } from './wording.ts'

/**
 * Office before name and both in the nominative: sentences are built so that no name, office or party has to be
 * declined. Verbs agree with the person's gender where it is recorded; where it is not, the sentence has none.
 */
export const draftRussian = (account: Account): Draft => {
  const { facts } = account
  const words = russianWords(account.language)
  const opening = openingOf(account, words)
  const discussion = russianDiscussion(account, words)
  const closing = closingOf(account, words)
  return {
    headline: russianHeadline(facts, account.language),
    deck: deck(account),
    dateline: dateline(account),
    byline: 'Секретариат заседания',
    source:
      facts.retrospective === undefined
        ? 'Секретариат заседания'
        : 'Секретариат заседания, по опубликованным источникам',
    paragraphs: [
      [opening.lead(), ...opening.theme(), opening.delegations(), opening.heads(), opening.authors()],
      ...account.course.beforeMessages.map((all) => all.flatMap(discussion.told)),
      ...account.sides.map((side) => [...opening.readings(side), ...discussion.positions(side)]),
      ...account.course.afterMessages.map((all) => all.flatMap(discussion.told)),
      [closing.chair(), ...facts.adopted.flatMap((text) => closing.adopted(text))],
    ],
    between: ' ',
    end: '\u00a0■',
  }
}

/* Counted in words up to ten. */
const NEUTER = ' одно два три четыре пять шесть семь восемь девять десять'.split(' ')
const SIDES = '  двух трёх четырёх пяти шести семи восьми девяти десяти одиннадцати двенадцати'.split(' ')

const FORMS = {
  letter: {
    accusative: 'письмо',
    which: 'которое',
    passive: 'зачитано',
    counted: ['письмо', 'письма', 'писем'],
  },
  greeting: {
    accusative: 'приветствие',
    which: 'которое',
    passive: 'зачитано',
    counted: ['приветствие', 'приветствия', 'приветствий'],
  },
  telegram: {
    accusative: 'телеграмму',
    which: 'которую',
    passive: 'зачитана',
    counted: ['телеграмму', 'телеграммы', 'телеграмм'],
  },
  mixed: {
    accusative: 'послание',
    which: 'которое',
    passive: 'зачитано',
    counted: ['послание', 'послания', 'посланий'],
  },
} as const

const dateline = ({ facts, language, places, clock }: Account): string => {
  const cities = distinct(places.map(({ city }) => inAnyLanguage(city, language).toUpperCase()))
  return `${cities.join(`${DASH} `)}, ${formatDate('ru', facts.startsAt, clock?.timeZone ?? 'UTC', 'day')}`
}

const deck = ({ facts, topics, exchanges }: Account): string | undefined => {
  const { counted } = FORMS[commonForm(facts.messages)]
  const clauses = [
    ...(facts.messages.length > 0
      ? [
          `заслушали ${NEUTER[facts.messages.length] ?? facts.messages.length} ${agreeing(facts.messages.length, counted)}`,
        ]
      : []),
    ...(topics.length > 0 ? [`обсудили ${themes(topics.length)}`] : []),
    ...(exchanges.length > 0 ? ['обменялись мнениями'] : []),
  ]
  return clauses.length === 0 ? undefined : `Участники ${formatList('ru', clauses)}.`
}

const openingOf = (account: Account, { mention, who, subject }: Words) => ({
  lead: (): Sentence => {
    const { facts, clock, places, language } = account
    const date = formatDate('ru', facts.startsAt, clock?.timeZone ?? 'UTC', 'date')
    const city =
      places[0] === undefined ? '' : `, место проведения${DASH} ${inAnyLanguage(places[0].city, language)}`
    const how = {
      video: ' в режиме видеоконференции',
      'in-person': ` очно${city}`,
      hybrid: ` в смешанном формате${city}`,
    }[facts.mode]
    const name = russianQuoted(inAnyLanguage(facts.dialogueName, language))
    const which = capitalised(ordinal('ru', facts.number, 'meeting'))
    return sentence(`${which} заседание в рамках механизма ${name} прошло ${date}${how}.`, facts)
  },
  theme: (): readonly MaybeSentence[] => {
    const { theme, themesOfSides, language } = account
    const common = theme === undefined ? undefined : inLanguage(theme.words, language)
    return [
      theme === undefined || common === undefined
        ? undefined
        : sentence(`Тема заседания${DASH} ${russianQuoted(common)}.`, theme),
      ...themesOfSides.map(({ side, theme: own }) => {
        const words = russianQuoted(inAnyLanguage(own.words, language))
        return sentence(`${capitalised(subject(side))} сформулировала тему так: ${words}.`, own)
      }),
    ]
  },
  delegations: (): Sentence => {
    const names = account.sides.map((side) => inAnyLanguage(side.name, account.language))
    const sides = SIDES[names.length] ?? String(names.length)
    return sentence(
      `В заседании участвовали делегации ${sides} сторон: ${formatList('ru', names)}.`,
      account.facts,
    )
  },
  heads: (): MaybeSentence => {
    const { heads } = account
    if (heads.length === 0) return undefined
    return sentence(`Делегации возглавляли ${persons(who(heads))}.`, ...heads)
  },
  authors: (): MaybeSentence => {
    const { messages } = account
    if (messages.length === 0) return undefined
    const authors = messages.map(({ author }) => mention(author))
    const [only] = authors
    const form = FORMS[commonForm(messages)]
    if (authors.length > 1 || only === undefined) {
      return sentence(
        `${capitalised(form.counted[1])} участникам направили ${persons(authors)}.`,
        ...messages,
      )
    }
    const sent = past(only, 'направил', 'направила')
    return sent === undefined
      ? sentence(`Автор ${FORM_OF[commonForm(messages)]} участникам${DASH} ${persons(authors)}.`, ...messages)
      : sentence(`${capitalised(form.accusative)} участникам ${sent} ${persons(authors)}.`, ...messages)
  },
  readings: (side: DelegationFact): readonly Sentence[] =>
    account.messages
      .filter(({ delegation }) => delegation === side.id)
      .map((message) => reading(account, message, who([message.reader]))),
})

const FORM_OF = {
  letter: 'письма',
  greeting: 'приветствия',
  telegram: 'телеграммы',
  mixed: 'послания',
} as const

/** The instrumental of each role, for who read when the verb cannot agree. */
const BY_ROLE: Readonly<Record<Role, string>> = {
  head: 'главой делегации',
  alternate: 'заместителем главы делегации',
  delegate: 'членом делегации',
  regional: 'представителем региона',
  adviser: 'советником делегации',
  secretary: 'секретарём делегации',
  press: 'сотрудником пресс-службы',
  interpreter: 'переводчиком',
  officer: 'должностным лицом заседания',
  observer: 'наблюдателем',
}

const reading = (account: Account, message: MessageFact, [reader]: readonly Mention[]): Sentence => {
  const then = account.toldAsRead && account.messages[0] !== message ? 'затем ' : ''
  const form = FORMS[message.form]
  const author: Mention = { name: inAnyLanguage(message.author.name, account.language), ...genderOf(message) }
  const sent = past(author, 'направил', 'направила')
  const from =
    sent === undefined
      ? ` (автор${DASH} ${persons([author])})`
      : `, ${form.which} ${sent} ${persons([author])}`
  if (reader === undefined) return sentence('', message, message.reader)
  const read = past(reader, 'зачитал', 'зачитала')
  if (read !== undefined) {
    return sentence(
      capitalised(`${then}${persons([reader])} ${read} ${form.accusative}${from}.`),
      message,
      message.reader,
    )
  }
  const by = message.reader.role === undefined ? 'представителем секретариата' : BY_ROLE[message.reader.role]
  const noun = form.counted[0] === 'телеграмму' ? 'телеграмма' : form.counted[0]
  return sentence(
    capitalised(`${then}${by} (${persons([reader])}) ${form.passive} ${noun}${from}.`),
    message,
    message.reader,
  )
}

const genderOf = ({ author }: MessageFact): Pick<Mention, 'gender'> =>
  author.gender === undefined ? {} : { gender: author.gender }

const closingOf = (account: Account, { who, called, subject, titled }: Words) => ({
  chair: (): MaybeSentence => {
    const { chairs } = account.facts
    const all = who(chairs)
    const [only] = all
    if (only === undefined) return undefined
    if (all.length > 1) return sentence(`Заседание совместно вели ${persons(all)}.`, ...chairs)
    const led = past(only, 'вёл', 'вела')
    return led === undefined
      ? sentence(`Председатель заседания${DASH} ${persons(all)}.`, ...chairs)
      : sentence(`Заседание ${led} ${persons(all)}.`, ...chairs)
  },
  adopted: (text: AdoptedFact): readonly MaybeSentence[] => {
    const how = { consensus: 'Участники консенсусом приняли', silence: 'По процедуре умолчания принят' }[
      text.mode
    ]
    const pending = account.sides.filter(({ id }) => text.pending.includes(id)).map(called)
    return [
      sentence(`${how} документ ${titled(text.title)}.`, text),
      authentic(text),
      confirmation(text, pending),
      ...byDelegation(account, text.attached).map(({ side, all }) => {
        const kinds = distinct(
          all.map(({ kind }) => ATTACHED[kind][all.filter((one) => one.kind === kind).length > 1 ? 1 : 0]),
        )
        return sentence(
          `${capitalised(subject(side))} приложила к решению ${formatList('ru', kinds)}.`,
          ...all,
        )
      }),
      ...signings(text).map(({ act, by }) => signing(by, SIGNED[act], who)),
    ]
  },
})

/* One and several, in the accusative. */
const ATTACHED = {
  reservation: ['оговорку', 'оговорки'],
  'interpretative-statement': ['интерпретирующее заявление', 'интерпретирующие заявления'],
  'explanation-of-position': ['разъяснение позиции', 'разъяснения позиции'],
  declaration: ['заявление', 'заявления'],
} as const

const confirmation = (text: AdoptedFact, pending: readonly string[]): MaybeSentence => {
  if (pending.length === 0) return undefined
  const [only] = pending
  return pending.length === 1
    ? sentence(`Документ ещё предстоит подтвердить одной из сторон: ${only}.`, text)
    : sentence(`Документ ещё должны подтвердить ${formatList('ru', pending)}.`, text)
}

/** Languages named by an adjective take its prepositional; names of another shape are listed as they are. */
const authentic = (text: AdoptedFact): MaybeSentence => {
  const languages = distinct(text.languages.map((language) => languageName('ru', language)))
  if (languages.length < 2) return undefined
  return languages.every((name) => /[сц]кий$/u.test(name))
    ? sentence(
        `Тексты на ${formatList(
          'ru',
          languages.map((name) => name.replace(/ий$/u, 'ом')),
        )} языках равно аутентичны.`,
        text,
      )
    : sentence(`Тексты на всех языках равно аутентичны: ${formatList('ru', languages)}.`, text)
}

const SIGNED = {
  initialled: {
    several: 'парафировали',
    masculine: 'парафировал',
    feminine: 'парафировала',
    neutral: 'Документ парафирован',
  },
  signed: {
    several: 'подписали',
    masculine: 'подписал',
    feminine: 'подписала',
    neutral: 'Документ подписан',
  },
  both: {
    several: 'парафировали и подписали',
    masculine: 'парафировал и подписал',
    feminine: 'парафировала и подписала',
    neutral: 'Документ парафирован и подписан',
  },
} as const

const signing = (
  signed: readonly PersonFact[],
  { several, masculine, feminine, neutral }: (typeof SIGNED)[keyof typeof SIGNED],
  who: Words['who'],
): MaybeSentence => {
  const all = who(signed)
  const [only] = all
  if (only === undefined) return undefined
  const verb = all.length > 1 ? several : past(only, masculine, feminine)
  return verb === undefined
    ? sentence(`${neutral}: ${persons(all)}.`, ...signed)
    : sentence(`Документ ${verb} ${persons(all)}.`, ...signed)
}
