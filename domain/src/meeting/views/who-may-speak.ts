import { activeAt } from '../seats.ts'
import type { Meeting, Turn } from '../state.ts'

/** By what right a seat may open its microphone. */
export type SpeakingRight = 'chair' | 'floor' | 'point-of-order'

/**
 * Who may open a microphone in the plenary now, and by what right; a seat may appear twice. Outside the open meeting
 * nobody. The chair always; whoever raised the pending point of order; the holder of the floor, but not while the
 * interpreter speaks or a point of order waits.
 */
export const whoMaySpeak = (
  meeting: Meeting,
): readonly { readonly seat: string; readonly right: SpeakingRight }[] => {
  if (meeting.phase !== 'open') return []
  const { turn, pointOfOrder } = meeting
  return [
    ...meeting.chair
      .filter((seat) => activeAt(meeting, seat) !== undefined)
      .map((seat) => ({ seat, right: 'chair' as const })),
    ...(turn !== undefined && maySpeakDuringTurn(turn) ? [{ seat: turn.seat, right: 'floor' as const }] : []),
    ...(activeAt(meeting, pointOfOrder?.seat) === undefined || pointOfOrder === undefined
      ? []
      : [{ seat: pointOfOrder.seat, right: 'point-of-order' as const }]),
  ]
}

/** A technical pause needs the speaker to be heard trying, and a question needs an answer. */
const maySpeakDuringTurn = (turn: Turn): boolean =>
  turn.pausedFor !== 'interpretation' && turn.pausedFor !== 'point-of-order'
