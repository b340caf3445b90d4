import { unreachable } from '../decider.ts'
import type { Recorded } from '../decider.ts'
import type { MeetingEvent } from './events.ts'
import { evolveFloor } from './evolve/floor.ts'
import { evolveOrder } from './evolve/order.ts'
import { evolvePreparation } from './evolve/preparation.ts'
import { evolveRecording } from './evolve/recording.ts'
import { evolveSitting } from './evolve/sitting.ts'
import type { Meeting } from './state.ts'

/** The meeting after one more fact. Costs no more late in a long log than at its beginning. */
export const evolveMeeting = (meeting: Meeting, { event, at, by }: Recorded<MeetingEvent>): Meeting => {
  switch (event.type) {
    case 'MeetingConvened':
    case 'ThemeReworded':
    case 'MeetingRescheduled':
    case 'SecretariatJoined':
    case 'SecretariatLeft':
    case 'PersonAccredited':
    case 'AccreditationWithdrawn':
    case 'ChairAppointed':
    case 'ItemPlaced':
    case 'ItemAmended':
    case 'ItemMoved':
    case 'ItemRemoved':
    case 'MessageReceived':
    case 'DocumentDeposited':
      return evolvePreparation(meeting, event)
    case 'MeetingOpened':
    case 'AttendanceRecorded':
    case 'MeetingSuspended':
    case 'MeetingResumed':
    case 'MeetingAdjourned':
    case 'ItemTakenUp':
    case 'ItemConcluded':
    case 'NoteEntered':
      return evolveSitting(meeting, event, at)
    case 'ListOpened':
    case 'ListClosed':
    case 'FloorRequested':
    case 'RequestWithdrawn':
    case 'FloorGiven':
    case 'TimeExtended':
    case 'TimeLimitSet':
    case 'FloorPaused':
    case 'FloorResumed':
    case 'FloorReturned':
    case 'MessageReadOut':
      return evolveFloor(meeting, event, { at, by })
    case 'PointOfOrderRaised':
    case 'PointOfOrderRuled':
    case 'RulingAppealed':
    case 'AppealVoteCast':
    case 'AppealDecided':
    case 'MotionMoved':
    case 'MotionOpposed':
    case 'MotionDecided':
      return evolveOrder(meeting, event, { at, by })
    case 'RecordingOrdered':
    case 'RecordingInterrupted':
    case 'RecordingContinued':
    case 'RecordingEnded':
    case 'RecordingListed':
      return evolveRecording(meeting, event, at)
  }
  return unreachable(event)
}
