import type { Meeting } from '@parley/domain/meeting/state'
import type { Proceedings } from '@parley/domain/proceedings'
import type { Localized } from '@parley/domain/words/language'
import { lookup } from '@parley/domain/words/lookup'
import type { Catalogue } from '@parley/messages/choose-catalogue'
import { format, type Key } from '@parley/messages/format'
import { personNameAt } from './naming.ts'
import type { Fact } from './proceedings-store.ts'
import { wordingFor } from './wording.ts'

/** What is said aloud of a fact to those who do not see it; `at-once` interrupts whatever is being read. */
export type Announcement = { readonly text: string; readonly when: 'at-once' | 'in-turn' }

/**
 * What a seat is told of a fact as it is recorded; nothing of most. Told at once is only what asks something of this
 * seat: that the floor is theirs.
 */
export const announcementOf = (
  language: Catalogue,
  { event }: Fact,
  { meeting, texts }: Proceedings,
  seat: string,
): Announcement | undefined => {
  const words = (wording: Localized | undefined): string =>
    wordingFor(wording, language, meeting.languages).text
  const plain = PLAIN[event.type]
  if (plain !== undefined) return inTurn(format(language, plain))
  if (event.type === 'FloorGiven') {
    return event.seat === seat
      ? { text: format(language, 'room.announce-yours'), when: 'at-once' }
      : inTurn(format(language, 'room.announce-floor', { who: speaker(meeting, event.seat, words) }))
  }
  if (event.type === 'PointOfOrderRaised') {
    return inTurn(format(language, 'room.announce-point', { who: speaker(meeting, event.seat, words) }))
  }
  if (event.type === 'ItemTakenUp') {
    const item = meeting.agenda.find((one) => one.item.id === event.item)?.item.title
    return inTurn(format(language, 'room.announce-item', { item: words(item) }))
  }
  if (event.type === 'TextPut') {
    const title = words(lookup(texts.byId, event.text)?.title)
    return inTurn(format(language, 'room.announce-put', { title }))
  }
  if (event.type === 'TextAdopted') {
    return inTurn(format(language, 'room.announce-adopted', { title: words(event.title) }))
  }
  return undefined
}

/** The course of the meeting, said in the same words whoever it is about. */
const PLAIN: Partial<Readonly<Record<Fact['event']['type'], Key>>> = {
  FloorReturned: 'room.announce-returned',
  MeetingOpened: 'room.announce-opened',
  MeetingSuspended: 'room.announce-suspended',
  MeetingResumed: 'room.announce-resumed',
  MeetingAdjourned: 'room.announce-adjourned',
}

const inTurn = (text: string): Announcement => ({ text, when: 'in-turn' })

/** A speaker as announced: the name, and whose delegation. */
const speaker = (
  meeting: Meeting,
  seat: string,
  words: (wording: Localized | undefined) => string,
): string => {
  const delegation = lookup(meeting.people, seat)?.delegation
  const party = meeting.delegations.find(({ id }) => id === delegation)
  const name = words(personNameAt(meeting, seat))
  return party === undefined ? name : `${name} (${words(party.name)})`
}
