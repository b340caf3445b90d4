import { accept, refuse, unreachable } from '../../decider.ts'
import type { Instant } from '../../words/identity.ts'
import type { CommandOf } from '../commands.ts'
import type { MeetingEvent } from '../events.ts'
import { messagesToRead } from '../messages.ts'
import { isExchangeOfOneSide, speakersMissing, speakersNamed } from '../named-speakers.ts'
import { activeAt, currentItem, isDelegation, personAt, speaksForDelegation } from '../seats.ts'
import type { Meeting } from '../state.ts'
import type { AgendaItem, Speech } from '../things.ts'
import { missingBeforeOpening } from '../views/missing.ts'
import { itemAhead } from './agenda.ts'
import type { Circumstances, MeetingDecision } from './circumstances.ts'
import { endOfTurn } from './end-of-turn.ts'
import { endOfRecording } from './recording.ts'

export type SittingCommand = CommandOf<
  | 'OpenMeeting'
  | 'RecordAttendance'
  | 'SuspendMeeting'
  | 'ResumeMeeting'
  | 'AdjournMeeting'
  | 'TakeUpItem'
  | 'ConcludeItem'
  | 'EnterNote'
>

export const decideSitting = (
  meeting: Meeting,
  command: SittingCommand,
  { at }: Circumstances,
): MeetingDecision => {
  switch (command.type) {
    case 'OpenMeeting': {
      const missing = missingBeforeOpening(meeting).blocking
      return missing.length > 0
        ? refuse({ code: 'meeting-not-ready', missing })
        : accept({ type: 'MeetingOpened' })
    }
    case 'RecordAttendance': {
      const present = [...new Set(command.present)]
      const unknown = present.find((seat) => activeAt(meeting, seat) === undefined)
      if (unknown !== undefined) return refuse({ code: 'seat-unknown', seat: unknown })
      return accept({ type: 'AttendanceRecorded', present })
    }
    case 'SuspendMeeting':
      return suspendMeeting(meeting, command)
    case 'ResumeMeeting':
      return resumeMeeting(meeting)
    case 'AdjournMeeting':
      return accept(...adjournment(meeting, at))
    case 'TakeUpItem':
      return takeUpItem(meeting, command.item)
    case 'ConcludeItem':
      return concludeItem(meeting)
    case 'EnterNote': {
      const { body } = command
      const item = meeting.current
      return accept(item === undefined ? { type: 'NoteEntered', body } : { type: 'NoteEntered', item, body })
    }
  }
  return unreachable(command)
}

/** Nobody is interrupted by a suspension, unless the room itself has failed: then the clock stops until resumption. */
const suspendMeeting = (meeting: Meeting, command: CommandOf<'SuspendMeeting'>): MeetingDecision => {
  const { turn } = meeting
  const { delegation } = command
  if (delegation !== undefined && !isDelegation(meeting, delegation)) {
    return refuse({ code: 'delegation-unknown', delegation })
  }
  if (turn !== undefined && command.cause !== 'technical') {
    return refuse({ code: 'floor-taken', by: turn.seat })
  }
  const suspended: MeetingEvent = { ...command, type: 'MeetingSuspended' }
  if (turn?.since === undefined) return accept(suspended)
  return accept<MeetingEvent>(suspended, { type: 'FloorPaused', turn: turn.turn, cause: 'technical' })
}

const resumeMeeting = (meeting: Meeting): MeetingDecision => {
  if (meeting.turn === undefined || meeting.suspension?.pausedTurn !== true) {
    return accept({ type: 'MeetingResumed' })
  }
  return accept({ type: 'MeetingResumed' }, { type: 'FloorResumed', turn: meeting.turn.turn })
}

/** The facts that end a meeting: the turn, the item and the recording under way end with it. */
export const adjournment = (meeting: Meeting, at: Instant): readonly MeetingEvent[] => [
  ...(meeting.turn === undefined ? [] : endOfTurn(meeting, meeting.turn, at, 'by-adjournment')),
  ...(meeting.current === undefined ? [] : [{ type: 'ItemConcluded' as const, item: meeting.current }]),
  ...endOfRecording(meeting, 'by-adjournment'),
  { type: 'MeetingAdjourned' },
]

/** Items are taken up in any order, one at a time. Its named speakers stand on the list from the first moment. */
const takeUpItem = (meeting: Meeting, id: string): MeetingDecision => {
  if (meeting.current !== undefined) return refuse({ code: 'item-taken-up', item: meeting.current })
  const ahead = itemAhead(meeting, id)
  if (!ahead.ok) return refuse(ahead.refusal)
  const { item } = ahead.item
  if (item.kind === 'exchange') {
    if (isExchangeOfOneSide(meeting, item)) return refuse({ code: 'exchange-needs-two-sides' })
    const missing = speakersMissing(meeting, item)
    if (missing.length > 0) {
      return refuse({
        code: 'meeting-not-ready',
        missing: missing.map((seat) => ({ code: 'speaker-missing', item: id, seat })),
      })
    }
  }
  return accept({ type: 'ItemTakenUp', item: id }, ...inscriptions(meeting, item))
}

/** Named speakers who have left meanwhile are passed over. */
const inscriptions = (meeting: Meeting, item: AgendaItem): readonly MeetingEvent[] =>
  speakersNamed(item)
    .filter((seat) => speaksForDelegation(meeting, seat))
    .map((seat, index) => ({
      type: 'FloorRequested',
      request: `r${meeting.counted.requests + index + 1}`,
      item: item.id,
      seat,
      ...ofDelegation(meeting, seat),
      kind: inscribedKind(item),
      inscribed: true,
    }))

/** The delegation of a seat, as an event states it: left out where there is none. */
export const ofDelegation = (meeting: Meeting, seat: string): { delegation?: string } => {
  const delegation = personAt(meeting, seat)?.delegation
  return delegation === undefined ? {} : { delegation }
}

const inscribedKind = (item: AgendaItem): Speech =>
  item.kind === 'exchange' || item.kind === 'remarks' ? item.kind : 'statement'

const concludeItem = (meeting: Meeting): MeetingDecision => {
  const item = currentItem(meeting)
  if (item === undefined) return refuse({ code: 'no-item-taken-up' })
  if (meeting.turn !== undefined) return refuse({ code: 'floor-taken', by: meeting.turn.seat })
  const unread = item.item.kind === 'messages' ? messagesToRead(meeting) : []
  if (unread.length > 0) {
    return refuse({ code: 'messages-not-all-read', messages: unread.map((one) => one.message.id) })
  }
  return accept({ type: 'ItemConcluded', item: item.item.id })
}
