import { nextSpeakers } from '@parley/domain/meeting/speakers'
import { recordingNow } from '@parley/domain/meeting/decide/recording'
import type { Meeting } from '@parley/domain/meeting/state'
import type { Proceedings } from '@parley/domain/proceedings'
import type { Localized } from '@parley/domain/words/language'
import { lookup } from '@parley/domain/words/lookup'
import type { Catalogue } from '@parley/messages/choose-catalogue'
import { format, type Key } from '@parley/messages/format'
import { formatDuration } from '@parley/messages/quantities'
import type { ConnectionState } from './connection.ts'
import { personNameAt } from './naming.ts'
import type { Fact } from './proceedings-store.ts'
import { wordingFor } from './wording.ts'

/** What is said aloud of a fact to those who do not see it; `at-once` interrupts whatever is being read. */
export type Announcement = { readonly text: string; readonly when: 'at-once' | 'in-turn' }

/**
 * What a seat is told of a fact as it is recorded; nothing of most. Told at once is only what asks something of this
 * seat: that the floor is theirs, that a text is put, that a silence can still be broken.
 */
export const announcementOf = (
  language: Catalogue,
  { event }: Fact,
  { meeting, texts }: Proceedings,
  seat: string,
): Announcement | undefined => {
  const names = namesIn(language, meeting)
  const say: Say = (key, params) => format(language, key, params)
  const plain = PLAIN[event.type]
  if (plain !== undefined) return inTurn(say(plain))
  if (event.type === 'FloorGiven') {
    if (event.seat === seat) return atOnce(say('room.announce-yours'))
    return inTurn(say('room.announce-floor', { who: names.person(event.seat) }))
  }
  if (event.type === 'TimeExtended') {
    return inTurn(say('sitting.announce-extended', { duration: formatDuration(language, event.bySeconds) }))
  }
  if (event.type === 'PointOfOrderRaised') {
    return inTurn(say('room.announce-point', { who: names.person(event.seat) }))
  }
  if (event.type === 'ItemTakenUp') {
    return inTurn(say('room.announce-item', { item: names.item(event.item) }))
  }
  if (event.type === 'ItemConcluded') {
    return inTurn(say('sitting.announce-concluded', { item: names.item(event.item) }))
  }
  if (event.type === 'TextPut') {
    return atOnce(say('room.announce-put', { title: names.words(lookup(texts.byId, event.text)?.title) }))
  }
  if (event.type === 'SilenceOpened') {
    return atOnce(
      say('sitting.announce-silence', { title: names.words(lookup(texts.byId, event.text)?.title) }),
    )
  }
  if (event.type === 'RecordingInterrupted') {
    const text = say('media.announce-recording-interrupted', { cause: say(`interruption.${event.cause}`) })
    // Whoever ordered it may want to wait until it goes on.
    return meeting.chair.includes(seat) ? atOnce(text) : inTurn(text)
  }
  if (event.type === 'TextAdopted') {
    return inTurn(say('room.announce-adopted', { title: names.words(event.title) }))
  }
  return procedureAnnouncement(event, names, say)
}

/** Rulings, appeals, motions, objections: whose they are, and how they end. */
const procedureAnnouncement = (
  event: Fact['event'],
  names: ReturnType<typeof namesIn>,
  say: Say,
): Announcement | undefined => {
  if (event.type === 'PointOfOrderRuled') {
    return inTurn(say('sitting.announce-ruled', { ruling: say(`ruling.${event.ruling}`) }))
  }
  if (event.type === 'RulingAppealed') {
    return inTurn(say('sitting.announce-appealed', { who: names.party(event.delegation) }))
  }
  if (event.type === 'AppealDecided') {
    return inTurn(say('sitting.announce-appeal-decided', { outcome: say(`appeal-outcome.${event.outcome}`) }))
  }
  if (event.type === 'MotionMoved') {
    return inTurn(
      say('sitting.announce-moved', {
        who: names.party(event.delegation),
        kind: say(`motion.${event.kind}`),
      }),
    )
  }
  if (event.type === 'MotionDecided') {
    return inTurn(say('sitting.announce-motion-decided', { outcome: say(`motion-outcome.${event.outcome}`) }))
  }
  if (event.type === 'ObjectionRaised') {
    return inTurn(say('sitting.announce-objection', { who: names.party(event.delegation) }))
  }
  if (event.type === 'ObjectionWithdrawn') {
    return inTurn(say('sitting.announce-objection-withdrawn', { who: names.party(event.delegation) }))
  }
  if (event.type === 'SilenceBroken') {
    return inTurn(say('sitting.announce-silence-broken', { who: names.party(event.delegation) }))
  }
  return undefined
}

/** What a seat is told when it becomes the next to be called. */
export const nextAnnouncement = (
  language: Catalogue,
  before: Meeting | undefined,
  meeting: Meeting,
  seat: string,
): Announcement | undefined => {
  const isNext = (one: Meeting): boolean => nextSpeakers(one)[0]?.seat === seat
  if (before === undefined || isNext(before) || !isNext(meeting) || meeting.turn?.seat === seat)
    return undefined
  return inTurn(format(language, 'sitting.announce-next'))
}

/** What whoever comes in has to know before anything happens: that the sitting is recorded. */
export const entryAnnouncement = (
  language: Catalogue,
  before: Meeting | undefined,
  meeting: Meeting,
): Announcement | undefined => {
  if (before !== undefined || recordingNow(meeting) === undefined) return undefined
  return inTurn(format(language, 'media.announce-recording'))
}

/** What is said of the line when it changes: that it is lost, and that it is back. */
export const lineAnnouncement = (
  language: Catalogue,
  before: ConnectionState,
  state: ConnectionState,
): Announcement | undefined => {
  if (before === 'live' && state === 'lost') return atOnce(format(language, 'room.connection-lost'))
  return before === 'lost' && state === 'live'
    ? inTurn(format(language, 'sitting.connection-back'))
    : undefined
}

/** The course of the meeting, said in the same words whoever it is about. */
const PLAIN: Partial<Readonly<Record<Fact['event']['type'], Key>>> = {
  FloorReturned: 'room.announce-returned',
  FloorPaused: 'sitting.announce-paused',
  FloorResumed: 'sitting.announce-continues',
  ListClosed: 'sitting.announce-list-closed',
  MeetingOpened: 'room.announce-opened',
  MeetingSuspended: 'room.announce-suspended',
  MeetingResumed: 'room.announce-resumed',
  MeetingAdjourned: 'room.announce-adjourned',
  RecordingOrdered: 'media.announce-recording',
  RecordingContinued: 'media.announce-recording-continued',
  RecordingEnded: 'media.announce-recording-ended',
  TextTakenBack: 'sitting.announce-taken-back',
}

type Say = (key: Key, params?: Parameters<typeof format>[2]) => string

const inTurn = (text: string): Announcement => ({ text, when: 'in-turn' })
const atOnce = (text: string): Announcement => ({ text, when: 'at-once' })

/** People with whose delegation they are, delegations and items, as they are announced. */
const namesIn = (language: Catalogue, meeting: Meeting) => {
  const words = (wording: Localized | undefined): string =>
    wordingFor(wording, language, meeting.languages).text
  const party = (id: string): string => words(meeting.delegations.find((one) => one.id === id)?.name)
  return {
    words,
    party,
    person: (seat: string): string => {
      const delegation = lookup(meeting.people, seat)?.delegation
      const name = words(personNameAt(meeting, seat))
      return delegation === undefined ? name : `${name} (${party(delegation)})`
    },
    item: (id: string): string => words(meeting.agenda.find((one) => one.item.id === id)?.item.title),
  }
}
