import { accept, refuse, unreachable } from '../../decider.ts'
import type { Refusal } from '../../refusal.ts'
import type { Author } from '../../words/identity.ts'
import type { CommandOf } from '../commands.ts'
import { lacking } from '../entitlement.ts'
import { seatOf } from '../seats.ts'
import type { Meeting, Turn } from '../state.ts'
import type { Circumstances, MeetingDecision } from './circumstances.ts'
import { endOfTurn } from './end-of-turn.ts'
import { speakerOf } from './for-colleague.ts'
import { callMessage, giveFloor } from './give-floor.ts'

export type FloorCommand = CommandOf<
  | 'GiveFloor'
  | 'CallMessage'
  | 'SetTimeLimit'
  | 'ExtendTime'
  | 'PauseFloor'
  | 'ResumeFloor'
  | 'YieldFloor'
  | 'EndTurn'
>

export const decideFloor = (
  meeting: Meeting,
  command: FloorCommand,
  { by, at }: Circumstances,
): MeetingDecision => {
  const { turn } = meeting
  switch (command.type) {
    case 'GiveFloor':
      return giveFloor(meeting, command)
    case 'CallMessage':
      return callMessage(meeting, command)
    case 'SetTimeLimit':
      if (meeting.current === undefined) return refuse({ code: 'no-item-taken-up' })
      return accept({ ...command, type: 'TimeLimitSet', item: meeting.current })
    case 'ExtendTime':
      if (turn === undefined) return refuse({ code: 'floor-not-held' })
      return accept({ type: 'TimeExtended', turn: turn.turn, bySeconds: command.bySeconds })
    case 'PauseFloor':
      return pauseFloor(meeting, command, by)
    case 'ResumeFloor':
      return resumeFloor(meeting, by)
    case 'YieldFloor':
      if (turn === undefined) return refuse({ code: 'floor-not-held' })
      if (turn.seat !== speakerOf(command, by))
        return refuse({ code: 'not-holding-the-floor', by: turn.seat })
      return accept(...endOfTurn(meeting, turn, at, 'by-speaker'))
    case 'EndTurn':
      if (turn === undefined) return refuse({ code: 'floor-not-held' })
      return accept(...endOfTurn(meeting, turn, at, 'by-chair'))
  }
  return unreachable(command)
}

const holds = (turn: Turn | undefined, by: Author): boolean => turn !== undefined && turn.seat === seatOf(by)

/** The chair pauses for any cause; the speaker, to let the interpreter speak. */
const pauseFloor = (meeting: Meeting, { cause }: CommandOf<'PauseFloor'>, by: Author): MeetingDecision => {
  const { turn } = meeting
  const own = cause === 'interpretation' && holds(turn, by)
  const refusal: Refusal | undefined = own ? undefined : lacking(meeting, by, ['chair'])
  if (refusal !== undefined) return refuse(refusal)
  if (turn === undefined) return refuse({ code: 'floor-not-held' })
  if (turn.since === undefined) return refuse({ code: 'floor-paused' })
  return accept({ type: 'FloorPaused', turn: turn.turn, cause })
}

const resumeFloor = (meeting: Meeting, by: Author): MeetingDecision => {
  const { turn } = meeting
  const own = turn?.pausedFor === 'interpretation' && holds(turn, by)
  const refusal: Refusal | undefined = own ? undefined : lacking(meeting, by, ['chair'])
  if (refusal !== undefined) return refuse(refusal)
  if (turn === undefined) return refuse({ code: 'floor-not-held' })
  if (turn.since !== undefined) return refuse({ code: 'floor-not-paused' })
  return accept({ type: 'FloorResumed', turn: turn.turn })
}
