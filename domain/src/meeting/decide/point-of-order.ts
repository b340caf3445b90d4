import { accept, refuse, unreachable } from '../../decider.ts'
import type { CommandOf } from '../commands.ts'
import { delegateActing } from '../entitlement.ts'
import type { MeetingEvent } from '../events.ts'
import { activeAt, packOf } from '../seats.ts'
import type { Appeal, Meeting } from '../state.ts'
import { lookup } from '../../words/lookup.ts'
import type { Circumstances, MeetingDecision } from './circumstances.ts'
import { speakerOf } from './for-colleague.ts'

export type PointOfOrderCommand = CommandOf<
  'RaisePointOfOrder' | 'RulePointOfOrder' | 'AppealRuling' | 'VoteOnAppeal' | 'DecideAppeal'
>

/** Points of order, the chair's rulings on them, and appeals against the rulings. */
export const decidePointOfOrder = (
  meeting: Meeting,
  command: PointOfOrderCommand,
  { by }: Circumstances,
): MeetingDecision => {
  switch (command.type) {
    case 'RaisePointOfOrder': {
      const person = activeAt(meeting, speakerOf(command, by))
      if (person?.delegation === undefined) return refuse({ code: 'not-entitled', needs: 'speaker' })
      if (meeting.turn !== undefined && !packOf(meeting).pointOfOrder.interrupts) {
        return refuse({ code: 'floor-taken', by: meeting.turn.seat })
      }
      const { seat, delegation } = person
      const point = `p${meeting.counted.points + 1}`
      const { subject } = command
      return accept(
        {
          type: 'PointOfOrderRaised',
          point,
          seat,
          delegation,
          ...(subject === undefined ? {} : { subject }),
        },
        ...stopClock(meeting),
      )
    }
    case 'RulePointOfOrder':
      if (meeting.pointOfOrder === undefined) return refuse({ code: 'no-point-of-order' })
      return accept(
        { ...command, type: 'PointOfOrderRuled', point: meeting.pointOfOrder.point },
        ...startClock(meeting),
      )
    case 'AppealRuling': {
      const person = delegateActing(meeting, by)
      if (person === undefined) return refuse({ code: 'not-entitled', needs: 'head-or-alternate' })
      if (packOf(meeting).pointOfOrder.appeal === 'none') return refuse({ code: 'appeal-not-provided' })
      if (meeting.ruling === undefined) return refuse({ code: 'no-ruling-to-appeal' })
      const { point } = meeting.ruling
      return accept({ type: 'RulingAppealed', point, delegation: person.delegation }, ...stopClock(meeting))
    }
    case 'VoteOnAppeal': {
      const { appeal } = meeting
      const person = delegateActing(meeting, by)
      if (person === undefined) return refuse({ code: 'not-entitled', needs: 'head-or-alternate' })
      if (appeal === undefined) return refuse({ code: 'no-appeal' })
      const { delegation } = person
      if (lookup(appeal.votes, delegation) !== undefined) return refuse({ code: 'vote-already-cast' })
      return accept({ type: 'AppealVoteCast', point: appeal.point, delegation, position: command.position })
    }
    case 'DecideAppeal':
      if (meeting.appeal === undefined) return refuse({ code: 'no-appeal' })
      return accept(
        { type: 'AppealDecided', point: meeting.appeal.point, outcome: outcomeOf(meeting.appeal) },
        ...startClock(meeting),
      )
  }
  return unreachable(command)
}

/** The ruling stands unless more delegations vote to overrule than to uphold it; abstentions are not votes. */
const outcomeOf = (appeal: Appeal): 'ruling-stands' | 'ruling-overruled' => {
  const votes = Object.values(appeal.votes)
  const overrule = votes.filter((vote) => vote === 'overrule').length
  const uphold = votes.filter((vote) => vote === 'uphold').length
  return overrule > uphold ? 'ruling-overruled' : 'ruling-stands'
}

const stopClock = ({ turn }: Meeting): readonly MeetingEvent[] =>
  turn?.since === undefined ? [] : [{ type: 'FloorPaused', turn: turn.turn, cause: 'point-of-order' }]

/** Only the pause the point of order made ends with it; a speaker paused for interpretation stays paused. */
const startClock = ({ turn }: Meeting): readonly MeetingEvent[] =>
  turn?.pausedFor === 'point-of-order' ? [{ type: 'FloorResumed', turn: turn.turn }] : []
