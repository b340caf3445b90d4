import { unreachable } from '../../decider.ts'
import type { Author, Instant } from '../../words/identity.ts'
import type { EventOf } from '../events.ts'
import { throughOf } from '../seats.ts'
import type { Meeting } from '../state.ts'

export type OrderEvent = EventOf<
  | 'PointOfOrderRaised'
  | 'PointOfOrderRuled'
  | 'RulingAppealed'
  | 'AppealVoteCast'
  | 'AppealDecided'
  | 'MotionMoved'
  | 'MotionOpposed'
  | 'MotionDecided'
>

export const evolveOrder = (
  meeting: Meeting,
  event: OrderEvent,
  { at, by }: { readonly at: Instant; readonly by: Author },
): Meeting => {
  switch (event.type) {
    case 'PointOfOrderRaised': {
      const { point, seat, delegation, subject } = event
      return {
        ...meeting,
        pointOfOrder: {
          point,
          seat,
          through: throughOf(meeting, seat, by),
          delegation,
          subject,
          raisedAt: at,
        },
        ruling: undefined,
        counted: { ...meeting.counted, points: meeting.counted.points + 1 },
      }
    }
    case 'PointOfOrderRuled':
      return { ...meeting, pointOfOrder: undefined, ruling: { point: event.point, ruling: event.ruling } }
    case 'RulingAppealed':
      return { ...meeting, appeal: { point: event.point, by: event.delegation, votes: {} } }
    case 'AppealVoteCast': {
      if (meeting.appeal === undefined) return meeting
      const votes = { ...meeting.appeal.votes, [event.delegation]: event.position }
      return { ...meeting, appeal: { ...meeting.appeal, votes } }
    }
    case 'AppealDecided':
      return { ...meeting, appeal: undefined, ruling: undefined }
    case 'MotionMoved': {
      const { motion, kind, delegation } = event
      return {
        ...meeting,
        motions: [...meeting.motions, { motion, kind, delegation, opposedBy: [] }],
        counted: { ...meeting.counted, motions: meeting.counted.motions + 1 },
      }
    }
    case 'MotionOpposed':
      return {
        ...meeting,
        motions: meeting.motions.map((one) =>
          one.motion === event.motion ? { ...one, opposedBy: [...one.opposedBy, event.delegation] } : one,
        ),
      }
    case 'MotionDecided':
      return { ...meeting, motions: meeting.motions.filter((one) => one.motion !== event.motion) }
  }
  return unreachable(event)
}
