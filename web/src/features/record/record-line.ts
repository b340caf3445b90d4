import type { Fact } from '../../app/proceedings-store.ts'
import { personNameAt } from '../../app/naming.ts'
import { wordingFor } from '../../app/wording.ts'
import type { Proceedings } from '@parley/domain/proceedings'
import type { Localized } from '@parley/domain/words/language'
import { lookup } from '@parley/domain/words/lookup'
import type { Catalogue } from '@parley/messages/choose-catalogue'
import { formatDate } from '@parley/messages/dates'
import { format, type Params } from '@parley/messages/format'
import { hasKey } from '@parley/messages/words'
import { formatDuration, formatList, languageName } from '@parley/messages/quantities'

/**
 * What a fact of the record says, in one line of the reader's language; names and titles as the meeting knows them now.
 * Nothing for the blocks of an adopted text, which stand in the text itself.
 */
export const recordLine = (
  language: Catalogue,
  { event, by }: Fact,
  { meeting, texts }: Proceedings,
  timeZone: string,
): string | undefined => {
  if (event.type === 'BlockAdopted') return undefined
  const words = (wording: Localized | undefined): string =>
    wordingFor(wording, language, meeting.languages).text
  // What has left the meeting since has no name any more and goes by its identifier.
  const seat = (id: string): string => words(personNameAt(meeting, id)) || id
  const party = (id: string): string => words(meeting.delegations.find((one) => one.id === id)?.name) || id
  const item = (id: string): string =>
    words(meeting.agenda.find((one) => one.item.id === id)?.item.title) || id
  const author = 'seat' in by ? seat(by.seat) : ''
  const told: Readonly<Record<string, unknown>> = event
  const params: Params = {
    who: whoOf(told, seat, party, words, language) || author,
    item: itemOf(told, item, words),
    title: titleOf(told, (id) => words(lookup(texts.byId, id)?.title) || id, words, language),
    kind: kindOf(language, told),
    role: 'role' in event ? wordOf(language, ['role'], event.role) : '',
    duration: formatDuration(language, secondsOf(told)),
    time: timeOf(language, told, timeZone),
    count: countOf(told),
  }
  const departs = event.type === 'FloorGiven' && event.departure !== undefined
  return format(language, departs ? 'record.FloorGivenDeparting' : `record.${event.type}`, params)
}

/** The newest facts that have a line, the newest first. */
export const lastLines = (
  facts: { readonly length: number; readonly at: (index: number) => Fact | undefined },
  count: number,
  lineOf: (fact: Fact) => string | undefined,
): readonly { readonly fact: Fact; readonly words: string }[] => {
  const lines: { readonly fact: Fact; readonly words: string }[] = []
  for (let index = facts.length - 1; index >= 0 && lines.length < count; index -= 1) {
    const fact = facts.at(index)
    const words = fact && lineOf(fact)
    if (fact !== undefined && words !== undefined) lines.push({ fact, words })
  }
  return lines
}

type Told = Readonly<Record<string, unknown>>
type Name = (id: string) => string
type Words = (wording: Localized | undefined) => string

/** Whom a fact is about: the author of a message, a person, persons, a delegation. */
const whoOf = (told: Told, seat: Name, party: Name, words: Words, language: Catalogue): string => {
  const person = personIn(told['author']) ?? personIn(told['person']) ?? personIn(messageIn(told)?.['author'])
  if (person !== undefined) return words(person)
  if (Array.isArray(told['seats']))
    return formatList(language, told['seats'].map(String).map(seat), 'persons')
  if (typeof told['seat'] === 'string') return seat(told['seat'])
  if (typeof told['delegation'] === 'string') return party(told['delegation'])
  if (Array.isArray(told['sponsors'])) {
    return formatList(language, told['sponsors'].map(String).map(party), 'persons')
  }
  return ''
}

const messageIn = (told: Told): Told | undefined => {
  const { message } = told
  return isTold(message) ? message : undefined
}

const isTold = (value: unknown): value is Told => typeof value === 'object' && value !== null

const personIn = (value: unknown): Localized | undefined =>
  isTold(value) && isLocalized(value['name']) ? value['name'] : undefined

const isLocalized = (value: unknown): value is Localized =>
  isTold(value) && Object.values(value).every((one) => typeof one === 'string')

const itemOf = (told: Told, title: Name, words: Words): string => {
  const { item } = told
  if (typeof item === 'string') return title(item)
  return isTold(item) && isLocalized(item['title']) ? words(item['title']) : ''
}

/** The title of a text or document, a theme, a note's words, a reason, the language of a release. */
const titleOf = (told: Told, text: Name, words: Words, language: Catalogue): string => {
  if (typeof told['departure'] === 'string') return told['departure']
  for (const key of ['title', 'theme', 'body']) {
    const wording = told[key]
    if (isLocalized(wording) && told['block'] === undefined) return words(wording)
  }
  const { document } = told
  if (isTold(document) && isLocalized(document['title'])) return words(document['title'])
  if (typeof told['text'] === 'string') return text(told['text'])
  return typeof told['language'] === 'string' ? languageName(language, told['language']) : ''
}

/** Where the words for a value of the domain's own lists stand, by the field that holds it. */
const AREAS: Readonly<Record<string, readonly string[]>> = {
  kind: ['speech', 'motion', 'attached', 'block-kind'],
  cause: ['suspension', 'pause', 'withdrawal-cause', 'interruption'],
  ruling: ['ruling'],
  outcome: ['motion-outcome', 'appeal-outcome'],
  position: ['appeal-position'],
  level: ['stance'],
  mode: ['adoption-mode', 'mode'],
  ended: ['turn-ended'],
}

const kindOf = (language: Catalogue, told: Told): string => {
  for (const [field, areas] of Object.entries(AREAS)) {
    const value = told[field]
    if (typeof value === 'string') return wordOf(language, areas, value)
  }
  return ''
}

const wordOf = (language: Catalogue, areas: readonly string[], value: string): string => {
  const key = areas.map((area) => `${area}.${value}`).find(hasKey)
  return key === undefined || !hasKey(key) ? '' : format(language, key)
}

const secondsOf = (told: Told): number => {
  if (typeof told['limitSeconds'] === 'number') return told['limitSeconds']
  if (typeof told['bySeconds'] === 'number') return told['bySeconds']
  return typeof told['usedMs'] === 'number' ? told['usedMs'] / 1000 : 0
}

/** How many persons were present, or files were kept. */
const countOf = ({ present, tracks }: Told): number => {
  const counted = present ?? tracks
  return Array.isArray(counted) ? counted.length : 0
}

const timeOf = (language: Catalogue, told: Told, timeZone: string): string => {
  const time = told['expiresAt'] ?? told['startsAt']
  return typeof time === 'number' ? formatDate(language, time, timeZone, 'date-time') : ''
}
