import type { Meeting } from '@parley/domain/meeting/state'
import type { Proceedings } from '@parley/domain/proceedings'
import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import type { Refusal } from '@parley/domain/refusal'
import type { Instant } from '@parley/domain/words/identity'
import type { GrownList } from '@parley/domain/words/grown-list'
import type { Localized } from '@parley/domain/words/language'
import { lookup } from '@parley/domain/words/lookup'
import { refusalText } from '@parley/messages/problem-text'
import { createContext, useContext } from 'react'
import { meetingLog } from './connection.ts'
import { useLocale } from './locale.tsx'
import { namingIn, personNameAt } from './naming.ts'
import type { Fact } from './proceedings-store.ts'
import { useNow } from './server-clock.ts'
import { sideOf, type Side } from './sides.ts'
import type { Sitting } from './sitting.ts'
import { otherWordingFor, wordingFor, type Worded } from './wording.ts'

/** What every part of a room is drawn from. */
export type Room = {
  readonly sitting: Sitting
  readonly seat: string
  readonly proceedings: Proceedings
  readonly meeting: Meeting
  readonly facts: GrownList<Fact>
  /** Answers whether the act was done; what became of it otherwise is said by the desk. */
  readonly act: (command: ProceedingsCommand) => Promise<boolean>
}

export const RoomContext = createContext<Room | undefined>(undefined)

export const useRoom = (): Room => {
  const room = useContext(RoomContext)
  if (room === undefined) throw new Error('no room above')
  return room
}

export const roomOf = (sitting: Sitting, proceedings: Proceedings, facts: GrownList<Fact>): Room => ({
  sitting,
  seat: sitting.seat,
  proceedings,
  meeting: proceedings.meeting,
  facts,
  act: (command) => sitting.desk.act(meetingLog(sitting.place), command),
})

/**
 * The server's time, read again each second, or as often as said. It is never before the newest fact of the record:
 * what was done just now would otherwise stand for a while as if it were still to come.
 */
export const useServerNow = (everyMs = 1000): Instant => {
  const { sitting, facts } = useRoom()
  return Math.max(useNow(sitting.clock, everyMs), facts.at(-1)?.at ?? 0)
}

/** How the people and things of the meeting are called, in the reader's language first. */
export type Names = {
  readonly words: (wording: Localized | undefined) => Worded
  readonly other: (wording: Localized | undefined) => Worded | undefined
  readonly person: (seat: string) => Worded
  readonly personOther: (seat: string) => Worded | undefined
  readonly office: (seat: string) => Worded
  readonly party: (delegation: string) => Worded
  readonly partyOther: (delegation: string) => Worded | undefined
  /** The side as it is called in running text, where the full name would be heavy. */
  readonly shortParty: (delegation: string) => Worded
  readonly side: (delegation: string | undefined) => Side | undefined
  readonly sideOfSeat: (seat: string) => Side | undefined
  readonly reason: (refusal: Refusal) => string
}

export const useNames = (): Names => {
  const { meeting, proceedings } = useRoom()
  const { language } = useLocale()
  const { languages, delegations } = meeting
  const words = (wording: Localized | undefined): Worded => wordingFor(wording, language, languages)
  const other = (wording: Localized | undefined): Worded | undefined =>
    otherWordingFor(wording, words(wording), languages)
  const party = (id: string) => delegations.find((one) => one.id === id)
  const side = (delegation: string | undefined): Side | undefined => sideOf(meeting, delegation)
  return {
    words,
    other,
    person: (seat) => words(personNameAt(meeting, seat)),
    personOther: (seat) => other(personNameAt(meeting, seat)),
    office: (seat) => words(lookup(meeting.people, seat)?.person.office),
    party: (id) => words(party(id)?.name),
    partyOther: (id) => other(party(id)?.name),
    shortParty: (id) => words(party(id)?.side ?? party(id)?.name),
    side,
    sideOfSeat: (seat) => side(lookup(meeting.people, seat)?.delegation),
    reason: (refusal) => refusalText(language, refusal, namingIn(proceedings, language)),
  }
}
