import { refuse, unreachable } from '../decider.ts'
import type { Act } from '../decider.ts'
import { exceedsWriting } from '../words/size.ts'
import type { MeetingCommand } from './commands.ts'
import { decideAgenda } from './decide/agenda.ts'
import type { MeetingDecision } from './decide/circumstances.ts'
import { decideFloor } from './decide/floor.ts'
import { decideListOfSpeakers } from './decide/list-of-speakers.ts'
import { decideMotions } from './decide/motions.ts'
import { decidePointOfOrder } from './decide/point-of-order.ts'
import { decidePreparation } from './decide/preparation.ts'
import { decideRecording } from './decide/recording.ts'
import { decideSitting } from './decide/sitting.ts'
import { whoAndWhenRefusal } from './decide/who-and-when.ts'
import type { Meeting } from './state.ts'

/**
 * What a command to a meeting leads to. Refusals come in a fixed order: who, when, what must be settled first, then
 * what the act says, so a seat that may not act learns nothing else; and last whether the record can carry its words.
 */
export const decideMeeting = (meeting: Meeting, act: Act<MeetingCommand>): MeetingDecision => {
  const refusal = whoAndWhenRefusal(meeting, act.by, act.command)
  if (refusal !== undefined) return refuse(refusal)
  const decision = decideByRules(meeting, act)
  if (decision.ok && decision.events.some(exceedsWriting)) return refuse({ code: 'writing-too-large' })
  return decision
}

const decideByRules = (meeting: Meeting, act: Act<MeetingCommand>): MeetingDecision => {
  const { command } = act
  switch (command.type) {
    case 'RewordTheme':
    case 'RescheduleMeeting':
    case 'AccreditPerson':
    case 'WithdrawAccreditation':
    case 'AppointChair':
    case 'ReceiveMessage':
    case 'DepositDocument':
      return decidePreparation(meeting, command, act)
    case 'PlaceItem':
    case 'AmendItem':
    case 'MoveItem':
    case 'RemoveItem':
      return decideAgenda(meeting, command)
    case 'OpenMeeting':
    case 'RecordAttendance':
    case 'SuspendMeeting':
    case 'ResumeMeeting':
    case 'AdjournMeeting':
    case 'TakeUpItem':
    case 'ConcludeItem':
    case 'EnterNote':
      return decideSitting(meeting, command, act)
    case 'OpenList':
    case 'CloseList':
    case 'RequestFloor':
    case 'WithdrawRequest':
      return decideListOfSpeakers(meeting, command, act)
    case 'GiveFloor':
    case 'CallMessage':
    case 'SetTimeLimit':
    case 'ExtendTime':
    case 'PauseFloor':
    case 'ResumeFloor':
    case 'YieldFloor':
    case 'EndTurn':
      return decideFloor(meeting, command, act)
    case 'RaisePointOfOrder':
    case 'RulePointOfOrder':
    case 'AppealRuling':
    case 'VoteOnAppeal':
    case 'DecideAppeal':
      return decidePointOfOrder(meeting, command, act)
    case 'MoveMotion':
    case 'OpposeMotion':
    case 'DecideMotion':
      return decideMotions(meeting, command, act)
    case 'OrderRecording':
    case 'EndRecording':
      return decideRecording(meeting, command)
  }
  return unreachable(command)
}
