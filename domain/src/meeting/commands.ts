import * as z from 'zod'
import { Localized, LocalizedPassage } from '../words/language.ts'
import { Instant, Person, Slug } from '../words/identity.ts'
import { Passage } from '../words/wording.ts'
import { AgendaItem, CorrespondedMessage, Document, MotionKind, Role, Speech } from './things.ts'

const Seconds = z.int().min(1).max(86_400)

/* Before the meeting: the secretariats */
export const RewordTheme = z.strictObject({
  type: z.literal('RewordTheme'),
  theme: Localized,
  delegation: Slug.optional(),
})
export const RescheduleMeeting = z.strictObject({ type: z.literal('RescheduleMeeting'), startsAt: Instant })
export const AccreditPerson = z.strictObject({
  type: z.literal('AccreditPerson'),
  seat: Slug,
  delegation: Slug.optional(),
  role: Role,
  person: Person,
})
export const WithdrawAccreditation = z.strictObject({ type: z.literal('WithdrawAccreditation'), seat: Slug })
export const AppointChair = z.strictObject({
  type: z.literal('AppointChair'),
  seats: z.array(Slug).min(1).max(12),
})
export const PlaceItem = z.strictObject({
  type: z.literal('PlaceItem'),
  item: AgendaItem,
  /** Position on the agenda, from 0; at the end when absent. */
  position: z.int().min(0).max(199).optional(),
})
export const AmendItem = z.strictObject({ type: z.literal('AmendItem'), item: AgendaItem })
export const MoveItem = z.strictObject({
  type: z.literal('MoveItem'),
  item: Slug,
  position: z.int().min(0).max(199),
})
export const RemoveItem = z.strictObject({ type: z.literal('RemoveItem'), item: Slug })
export const ReceiveMessage = z.strictObject({
  type: z.literal('ReceiveMessage'),
  message: CorrespondedMessage,
})
export const DepositDocument = z.strictObject({ type: z.literal('DepositDocument'), document: Document })

/* The sitting: the chair */
export const OpenMeeting = z.strictObject({ type: z.literal('OpenMeeting') })
export const RecordAttendance = z.strictObject({
  type: z.literal('RecordAttendance'),
  present: z.array(Slug).max(400),
})
export const SuspendMeeting = z.strictObject({
  type: z.literal('SuspendMeeting'),
  cause: z.enum(['break', 'consultation', 'technical']),
  delegation: Slug.optional(),
  until: Instant.optional(),
})
export const ResumeMeeting = z.strictObject({ type: z.literal('ResumeMeeting') })
export const AdjournMeeting = z.strictObject({ type: z.literal('AdjournMeeting') })
export const TakeUpItem = z.strictObject({ type: z.literal('TakeUpItem'), item: Slug })
export const ConcludeItem = z.strictObject({ type: z.literal('ConcludeItem') })
export const EnterNote = z.strictObject({ type: z.literal('EnterNote'), body: LocalizedPassage })

/* The floor */
export const OpenList = z.strictObject({ type: z.literal('OpenList') })
export const CloseList = z.strictObject({ type: z.literal('CloseList') })
/*
 * `speaker`: whose act it is where several of a delegation share one device. A head, an alternate or a secretary does it in
 * the name of a colleague, who is then the one on the list, at the clock and in the record. Their own when absent.
 */
export const RequestFloor = z.strictObject({
  type: z.literal('RequestFloor'),
  kind: Speech,
  speaker: Slug.optional(),
  onBehalfOf: Localized.optional(),
})
export const WithdrawRequest = z.strictObject({
  type: z.literal('WithdrawRequest'),
  request: Slug.optional(),
  speaker: Slug.optional(),
})
/**
 * The chair calls a speaker. Without `seat`, the next on the list in the rule pack's order. With a seat that is not
 * next, `departure` must say why. Someone not on the list may be called with `kind` and `departure`.
 */
export const GiveFloor = z.strictObject({
  type: z.literal('GiveFloor'),
  seat: Slug.optional(),
  kind: Speech.optional(),
  departure: Passage.optional(),
})
/** The chair calls the next message in protocol order, or the named one with a reason to depart from it. */
export const CallMessage = z.strictObject({
  type: z.literal('CallMessage'),
  message: Slug.optional(),
  departure: Passage.optional(),
})
export const SetTimeLimit = z.strictObject({
  type: z.literal('SetTimeLimit'),
  kind: Speech,
  limitSeconds: Seconds,
})
export const ExtendTime = z.strictObject({ type: z.literal('ExtendTime'), bySeconds: Seconds })
export const PauseFloor = z.strictObject({
  type: z.literal('PauseFloor'),
  cause: z.enum(['interpretation', 'technical', 'question']),
})
export const ResumeFloor = z.strictObject({ type: z.literal('ResumeFloor') })
/** The speaker gives the floor back. */
export const YieldFloor = z.strictObject({ type: z.literal('YieldFloor'), speaker: Slug.optional() })
/** The chair takes the floor back. */
export const EndTurn = z.strictObject({ type: z.literal('EndTurn') })

/* Order and procedure */
export const RaisePointOfOrder = z.strictObject({
  type: z.literal('RaisePointOfOrder'),
  subject: Passage.optional(),
  speaker: Slug.optional(),
})
export const RulePointOfOrder = z.strictObject({
  type: z.literal('RulePointOfOrder'),
  ruling: z.enum(['upheld', 'rejected', 'noted']),
  reason: Passage.optional(),
})
export const AppealRuling = z.strictObject({ type: z.literal('AppealRuling') })
export const VoteOnAppeal = z.strictObject({
  type: z.literal('VoteOnAppeal'),
  position: z.enum(['uphold', 'overrule', 'abstain']),
})
export const DecideAppeal = z.strictObject({ type: z.literal('DecideAppeal') })
export const MoveMotion = z.strictObject({ type: z.literal('MoveMotion'), kind: MotionKind })
export const OpposeMotion = z.strictObject({ type: z.literal('OpposeMotion'), motion: Slug.optional() })
export const DecideMotion = z.strictObject({ type: z.literal('DecideMotion'), motion: Slug.optional() })

/* Recording: the chair */
export const OrderRecording = z.strictObject({ type: z.literal('OrderRecording') })
export const EndRecording = z.strictObject({ type: z.literal('EndRecording') })

export const MeetingCommand = z.discriminatedUnion('type', [
  RewordTheme,
  RescheduleMeeting,
  AccreditPerson,
  WithdrawAccreditation,
  AppointChair,
  PlaceItem,
  AmendItem,
  MoveItem,
  RemoveItem,
  ReceiveMessage,
  DepositDocument,
  OpenMeeting,
  RecordAttendance,
  SuspendMeeting,
  ResumeMeeting,
  AdjournMeeting,
  TakeUpItem,
  ConcludeItem,
  EnterNote,
  OpenList,
  CloseList,
  RequestFloor,
  WithdrawRequest,
  GiveFloor,
  CallMessage,
  SetTimeLimit,
  ExtendTime,
  PauseFloor,
  ResumeFloor,
  YieldFloor,
  EndTurn,
  RaisePointOfOrder,
  RulePointOfOrder,
  AppealRuling,
  VoteOnAppeal,
  DecideAppeal,
  MoveMotion,
  OpposeMotion,
  DecideMotion,
  OrderRecording,
  EndRecording,
])
export type MeetingCommand = z.infer<typeof MeetingCommand>

/** The commands of the named types. */
export type CommandOf<Type extends MeetingCommand['type']> = Extract<MeetingCommand, { type: Type }>
