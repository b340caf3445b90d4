import { unreachable } from '../../decider.ts'
import type { Entitlement, Refusal } from '../../refusal.ts'
import type { Author } from '../../words/identity.ts'
import type { MeetingCommand } from '../commands.ts'
import { delegationOf, isJointSecretariat, lacking } from '../entitlement.ts'
import { isDelegation, personAt, seatOf } from '../seats.ts'
import type { Meeting, Phase } from '../state.ts'
import { colleagueRefusal } from './for-colleague.ts'

/** The part of a meeting's life in which an act has its place. */
type When = 'before-opening' | 'until-adjournment' | 'in-session' | 'open' | 'suspended'

type Rule = {
  readonly needs: readonly [Entitlement, ...Entitlement[]]
  readonly when: When
  /** Whether the act may go on while a point of order or an appeal waits: everything that does not touch the floor. */
  readonly besideOrder: boolean
}

const rule = (when: When, besideOrder: boolean, ...needs: Rule['needs']): Rule => ({
  needs,
  when,
  besideOrder,
})
const preparation = rule('until-adjournment', true, 'secretariat')
const floorByChair = rule('open', false, 'chair')

/** Who may do what, when. Acts about one delegation's own people or words are narrowed further in `whoRefusal`. */
const RULES: Readonly<Record<MeetingCommand['type'], Rule>> = {
  RewordTheme: preparation,
  RescheduleMeeting: rule('before-opening', true, 'secretariat'),
  AccreditPerson: preparation,
  WithdrawAccreditation: preparation,
  AppointChair: preparation,
  PlaceItem: preparation,
  AmendItem: preparation,
  MoveItem: preparation,
  RemoveItem: preparation,
  ReceiveMessage: preparation,
  DepositDocument: preparation,
  OpenMeeting: rule('before-opening', true, 'chair'),
  RecordAttendance: rule('until-adjournment', true, 'chair', 'secretariat'),
  SuspendMeeting: floorByChair,
  ResumeMeeting: rule('suspended', false, 'chair'),
  AdjournMeeting: rule('in-session', false, 'chair'),
  TakeUpItem: floorByChair,
  ConcludeItem: floorByChair,
  EnterNote: rule('in-session', true, 'chair', 'secretariat'),
  OpenList: floorByChair,
  CloseList: floorByChair,
  RequestFloor: rule('open', false, 'speaker'),
  WithdrawRequest: rule('in-session', true, 'speaker'),
  GiveFloor: floorByChair,
  CallMessage: floorByChair,
  SetTimeLimit: floorByChair,
  ExtendTime: floorByChair,
  PauseFloor: rule('open', false, 'seat'),
  ResumeFloor: rule('open', false, 'seat'),
  YieldFloor: rule('open', false, 'seat'),
  EndTurn: floorByChair,
  RaisePointOfOrder: rule('open', false, 'speaker'),
  RulePointOfOrder: rule('open', true, 'chair'),
  AppealRuling: rule('open', false, 'head-or-alternate'),
  VoteOnAppeal: rule('open', true, 'head-or-alternate'),
  DecideAppeal: rule('open', true, 'chair'),
  MoveMotion: rule('open', false, 'delegation'),
  OpposeMotion: rule('open', false, 'head-or-alternate'),
  DecideMotion: floorByChair,
  OrderRecording: rule('in-session', true, 'chair'),
  EndRecording: rule('in-session', true, 'chair'),
}

/** Why this author may not do this now, whatever the act says in detail: first who, then when, then what must be settled before. */
export const whoAndWhenRefusal = (
  meeting: Meeting,
  by: Author,
  command: MeetingCommand,
): Refusal | undefined => {
  if (meeting.phase === 'none') return { code: 'meeting-unknown' }
  const { when, besideOrder } = RULES[command.type]
  return (
    whoRefusal(meeting, by, command) ??
    whenRefusal(meeting.phase, when) ??
    (besideOrder ? undefined : orderRefusal(meeting))
  )
}

const whoRefusal = (meeting: Meeting, by: Author, command: MeetingCommand): Refusal | undefined => {
  if (command.type === 'RewordTheme' || command.type === 'AccreditPerson') {
    return ofDelegation(meeting, by, command.delegation)
  }
  if (command.type === 'WithdrawAccreditation') {
    return ofDelegation(meeting, by, personAt(meeting, command.seat)?.delegation)
  }
  if (command.type === 'ReceiveMessage') {
    const { delegation } = command.message
    if (isJointSecretariat(meeting, by)) return unknownDelegation(meeting, delegation)
    return ofDelegation(meeting, by, delegation)
  }
  if ('speaker' in command && command.speaker !== undefined && command.speaker !== seatOf(by)) {
    return colleagueRefusal(meeting, by, command.speaker)
  }
  if (command.type === 'DepositDocument') return depositRefusal(meeting, by, command.document.delegation)
  return lacking(meeting, by, RULES[command.type].needs)
}

/** A delegation's own people, words and messages are its own secretariat's; what belongs to no delegation is any secretariat's. */
const ofDelegation = (meeting: Meeting, by: Author, delegation: string | undefined): Refusal | undefined => {
  if (delegation === undefined) return lacking(meeting, by, ['secretariat'])
  return (
    unknownDelegation(meeting, delegation) ??
    lacking(meeting, by, ['secretariat-of-the-delegation'], delegation)
  )
}

/** Any secretariat or delegation may put a document before the meeting; nobody does so in another delegation's name. */
const depositRefusal = (
  meeting: Meeting,
  by: Author,
  delegation: string | undefined,
): Refusal | undefined => {
  if (delegation === undefined) {
    const own = delegationOf(meeting, by)
    return lacking(meeting, by, ['secretariat', 'secretariat-of-the-delegation', 'head-or-alternate'], own)
  }
  const unknown = unknownDelegation(meeting, delegation)
  if (unknown !== undefined || isJointSecretariat(meeting, by)) return unknown
  return lacking(meeting, by, ['secretariat-of-the-delegation', 'head-or-alternate'], delegation)
}

const unknownDelegation = (meeting: Meeting, delegation: string): Refusal | undefined =>
  isDelegation(meeting, delegation) ? undefined : { code: 'delegation-unknown', delegation }

const whenRefusal = (phase: Phase, when: When): Refusal | undefined => {
  if (phase === 'none') return { code: 'meeting-unknown' }
  if (phase === 'adjourned') return { code: 'meeting-adjourned' }
  switch (when) {
    case 'before-opening':
      return phase === 'convened' ? undefined : { code: 'meeting-already-open' }
    case 'until-adjournment':
      return undefined
    case 'in-session':
      return phase === 'convened' ? { code: 'meeting-not-open' } : undefined
    case 'open':
      if (phase === 'convened') return { code: 'meeting-not-open' }
      return phase === 'suspended' ? { code: 'meeting-suspended' } : undefined
    case 'suspended':
      if (phase === 'convened') return { code: 'meeting-not-open' }
      return phase === 'open' ? { code: 'meeting-not-suspended' } : undefined
  }
  return unreachable(when)
}

/** A point of order is ruled on at once, and an appeal put to the vote at once: until then the floor stands still. */
const orderRefusal = (meeting: Meeting): Refusal | undefined => {
  if (meeting.pointOfOrder !== undefined) return { code: 'point-of-order-pending' }
  return meeting.appeal === undefined ? undefined : { code: 'appeal-pending' }
}
