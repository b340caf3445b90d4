import type { Instant } from '../../words/identity.ts'
import type { EventOf, MeetingEvent } from '../events.ts'
import type { Meeting, Turn } from '../state.ts'
import { usedMs } from '../views/clock.ts'

/** The longest speaking time the record can state: seven days. A turn forgotten for longer is stated as this. */
const LONGEST_MS = 604_800_000

/**
 * The facts of a turn's end: what was used without pauses, what went over the limit, and, where a message was read
 * to its end, that it was read out. A reader who left or whom adjournment interrupted has not read it out.
 */
export const endOfTurn = (
  meeting: Meeting,
  turn: Turn,
  at: Instant,
  ended: EventOf<'FloorReturned'>['ended'],
): readonly MeetingEvent[] => {
  const used = Math.min(usedMs(turn, at), LONGEST_MS)
  const returned: MeetingEvent = {
    type: 'FloorReturned',
    turn: turn.turn,
    usedMs: used,
    overtimeMs: Math.max(0, used - turn.limitSeconds * 1000),
    ended,
  }
  const message = meeting.messages.find((one) => one.message.id === turn.message)?.message
  if (message === undefined || (ended !== 'by-speaker' && ended !== 'by-chair')) return [returned]
  const { id, form, author, delegation } = message
  const { seat, turn: during } = turn
  return [returned, { type: 'MessageReadOut', message: id, form, author, delegation, seat, turn: during }]
}
