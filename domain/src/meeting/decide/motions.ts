import { accept, refuse, unreachable } from '../../decider.ts'
import type { Instant } from '../../words/identity.ts'
import type { CommandOf } from '../commands.ts'
import { delegateActing } from '../entitlement.ts'
import type { MeetingEvent } from '../events.ts'
import { currentItem, packOf } from '../seats.ts'
import type { Meeting, Motion } from '../state.ts'
import type { MotionKind } from '../things.ts'
import type { Circumstances, MeetingDecision } from './circumstances.ts'
import { adjournment } from './sitting.ts'

export type MotionCommand = CommandOf<'MoveMotion' | 'OpposeMotion' | 'DecideMotion'>

/** Procedural motions: moved while the floor is free, opposed or not, decided by the chair in order of precedence. */
export const decideMotions = (
  meeting: Meeting,
  command: MotionCommand,
  circumstances: Circumstances,
): MeetingDecision => {
  switch (command.type) {
    case 'MoveMotion':
      return moveMotion(meeting, command.kind, circumstances)
    case 'OpposeMotion':
      return opposeMotion(meeting, command.motion, circumstances)
    case 'DecideMotion':
      return decideMotion(meeting, command.motion, circumstances.at)
  }
  return unreachable(command)
}

/** Motions pending, highest precedence first. */
export const motionsByPrecedence = (meeting: Meeting): readonly Motion[] => {
  const { order } = packOf(meeting).motions
  return meeting.motions.toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))
}

const moveMotion = (meeting: Meeting, kind: MotionKind, { by }: Circumstances): MeetingDecision => {
  const person = delegateActing(meeting, by)
  if (person === undefined) return refuse({ code: 'not-entitled', needs: 'delegation' })
  if (!packOf(meeting).motions.order.includes(kind)) return refuse({ code: 'motion-not-provided', kind })
  if (meeting.turn !== undefined) return refuse({ code: 'floor-taken', by: meeting.turn.seat })
  if (meeting.motions.some((one) => one.kind === kind)) return refuse({ code: 'motion-pending', kind })
  const ofDebate = kind === 'adjourn-debate' || kind === 'close-debate'
  if (ofDebate && meeting.current === undefined) return refuse({ code: 'no-item-taken-up' })
  const motion = `m${meeting.counted.motions + 1}`
  return accept({ type: 'MotionMoved', motion, kind, delegation: person.delegation })
}

const opposeMotion = (
  meeting: Meeting,
  named: string | undefined,
  { by }: Circumstances,
): MeetingDecision => {
  const person = delegateActing(meeting, by)
  const motion = pending(meeting, named)
  if (motion === undefined) return refuse({ code: 'motion-unknown' })
  if (person === undefined || person.delegation === motion.delegation) {
    return refuse({ code: 'not-entitled', needs: 'head-or-alternate' })
  }
  if (motion.opposedBy.includes(person.delegation)) return refuse({ code: 'motion-already-opposed' })
  return accept({ type: 'MotionOpposed', motion: motion.motion, delegation: person.delegation })
}

const decideMotion = (meeting: Meeting, named: string | undefined, at: Instant): MeetingDecision => {
  const motion = pending(meeting, named)
  const [highest] = motionsByPrecedence(meeting)
  if (motion === undefined || highest === undefined) return refuse({ code: 'motion-unknown' })
  if (motion !== highest) return refuse({ code: 'motion-of-higher-precedence', kind: highest.kind })
  if (meeting.turn !== undefined) return refuse({ code: 'floor-taken', by: meeting.turn.seat })
  const outcome = isCarried(meeting, motion) ? 'carried' : 'fallen'
  const decided: MeetingEvent = { type: 'MotionDecided', motion: motion.motion, outcome }
  return accept(decided, ...(outcome === 'carried' ? effects(meeting, motion, at) : []))
}

const pending = (meeting: Meeting, named: string | undefined): Motion | undefined =>
  named === undefined ? motionsByPrecedence(meeting)[0] : meeting.motions.find((one) => one.motion === named)

const isCarried = (meeting: Meeting, motion: Motion): boolean => {
  const rule = packOf(meeting).motions.carriedBy
  switch (rule) {
    case 'no-objection':
      return motion.opposedBy.length === 0
    case 'majority':
      return motion.opposedBy.length * 2 < meeting.delegations.length
  }
  return unreachable(rule)
}

/** What a carried motion does at once. */
const effects = (meeting: Meeting, motion: Motion, at: Instant): readonly MeetingEvent[] => {
  switch (motion.kind) {
    case 'suspend-meeting':
      return [{ type: 'MeetingSuspended', cause: 'motion', delegation: motion.delegation }]
    case 'adjourn-meeting':
      return adjournment(meeting, at)
    case 'adjourn-debate':
      return meeting.current === undefined ? [] : [{ type: 'ItemConcluded', item: meeting.current }]
    case 'close-debate':
      return closureOfDebate(meeting)
  }
  return unreachable(motion.kind)
}

/** After closure only rights of reply are still heard. */
const closureOfDebate = (meeting: Meeting): readonly MeetingEvent[] => {
  const item = currentItem(meeting)
  if (item === undefined) return []
  const unheard = item.requests.filter((one) => one.kind !== 'right-of-reply')
  return [
    ...(item.list === 'open' ? [{ type: 'ListClosed' as const, item: item.item.id }] : []),
    ...unheard.map(({ request }) => ({ type: 'RequestWithdrawn' as const, request })),
  ]
}
