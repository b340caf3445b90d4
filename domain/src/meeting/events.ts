import * as z from 'zod'
import { Languages, Localized, LocalizedPassage } from '../words/language.ts'
import { Hash, Instant, Person, Slug } from '../words/identity.ts'
import { Passage } from '../words/wording.ts'
import { Party, SecretariatSeat } from '../dialogue/events.ts'
import { Convening } from './convening.ts'
import { AgendaItem, CorrespondedMessage, Document, MessageForm, MotionKind, Role, Speech } from './things.ts'

const RequestId = Slug
const Seconds = z.int().min(0).max(86_400)
const Milliseconds = z.int().min(0).max(604_800_000)

/* Before the meeting */
export const MeetingConvened = z.strictObject({
  type: z.literal('MeetingConvened'),
  meeting: Slug,
  dialogue: Slug,
  dialogueName: Localized,
  number: z.int().min(1).max(9999),
  host: Slug,
  delegations: z.array(Party).min(2).max(12),
  secretariats: z.array(SecretariatSeat).min(1).max(48),
  ...Convening.shape,
  languages: Languages,
  rulePack: z.string().max(64),
})
export const ThemeReworded = z.strictObject({
  type: z.literal('ThemeReworded'),
  theme: Localized,
  /** Present when one side words the theme in its own way; absent for the common wording. */
  delegation: Slug.optional(),
})
export const MeetingRescheduled = z.strictObject({ type: z.literal('MeetingRescheduled'), startsAt: Instant })
export const SecretariatJoined = z.strictObject({
  type: z.literal('SecretariatJoined'),
  ...SecretariatSeat.shape,
})
export const SecretariatLeft = z.strictObject({ type: z.literal('SecretariatLeft'), seat: Slug })
export const PersonAccredited = z.strictObject({
  type: z.literal('PersonAccredited'),
  seat: Slug,
  delegation: Slug.optional(),
  role: Role,
  person: Person,
})
export const AccreditationWithdrawn = z.strictObject({
  type: z.literal('AccreditationWithdrawn'),
  seat: Slug,
})
export const ChairAppointed = z.strictObject({
  type: z.literal('ChairAppointed'),
  seats: z.array(Slug).min(1).max(12),
})
export const ItemPlaced = z.strictObject({
  type: z.literal('ItemPlaced'),
  item: AgendaItem,
  /** Position on the agenda, from 0. */
  position: z.int().min(0).max(199),
})
export const ItemAmended = z.strictObject({ type: z.literal('ItemAmended'), item: AgendaItem })
export const ItemMoved = z.strictObject({
  type: z.literal('ItemMoved'),
  item: Slug,
  position: z.int().min(0).max(199),
})
export const ItemRemoved = z.strictObject({ type: z.literal('ItemRemoved'), item: Slug })
export const MessageReceived = z.strictObject({
  type: z.literal('MessageReceived'),
  message: CorrespondedMessage,
})
export const DocumentDeposited = z.strictObject({ type: z.literal('DocumentDeposited'), document: Document })

/* The sitting */
export const MeetingOpened = z.strictObject({ type: z.literal('MeetingOpened') })
export const AttendanceRecorded = z.strictObject({
  type: z.literal('AttendanceRecorded'),
  present: z.array(Slug).max(400),
})
export const MeetingSuspended = z.strictObject({
  type: z.literal('MeetingSuspended'),
  cause: z.enum(['break', 'consultation', 'technical', 'motion']),
  delegation: Slug.optional(),
  until: Instant.optional(),
})
export const MeetingResumed = z.strictObject({ type: z.literal('MeetingResumed') })
export const MeetingAdjourned = z.strictObject({ type: z.literal('MeetingAdjourned') })
export const ItemTakenUp = z.strictObject({ type: z.literal('ItemTakenUp'), item: Slug })
export const ItemConcluded = z.strictObject({ type: z.literal('ItemConcluded'), item: Slug })
export const NoteEntered = z.strictObject({
  type: z.literal('NoteEntered'),
  item: Slug.optional(),
  body: LocalizedPassage,
})

/* The floor */
export const ListOpened = z.strictObject({ type: z.literal('ListOpened'), item: Slug })
export const ListClosed = z.strictObject({ type: z.literal('ListClosed'), item: Slug })
export const FloorRequested = z.strictObject({
  type: z.literal('FloorRequested'),
  request: RequestId,
  item: Slug,
  seat: Slug,
  delegation: Slug.optional(),
  kind: Speech,
  /** Present when an agenda item's named speaker is put on the list by the item itself. */
  inscribed: z.literal(true).optional(),
  onBehalfOf: Localized.optional(),
})
export const RequestWithdrawn = z.strictObject({ type: z.literal('RequestWithdrawn'), request: RequestId })
export const FloorGiven = z.strictObject({
  type: z.literal('FloorGiven'),
  turn: Slug,
  item: Slug,
  seat: Slug,
  delegation: Slug.optional(),
  kind: Speech,
  limitSeconds: Seconds,
  request: RequestId.optional(),
  message: Slug.optional(),
  /** Present when the chair departed from the order of the list, with the reason. */
  departure: Passage.optional(),
})
export const TimeExtended = z.strictObject({
  type: z.literal('TimeExtended'),
  turn: Slug,
  bySeconds: Seconds,
})
export const TimeLimitSet = z.strictObject({
  type: z.literal('TimeLimitSet'),
  item: Slug,
  kind: Speech,
  limitSeconds: Seconds,
})
export const FloorPaused = z.strictObject({
  type: z.literal('FloorPaused'),
  turn: Slug,
  cause: z.enum(['interpretation', 'technical', 'point-of-order', 'question']),
})
export const FloorResumed = z.strictObject({ type: z.literal('FloorResumed'), turn: Slug })
export const FloorReturned = z.strictObject({
  type: z.literal('FloorReturned'),
  turn: Slug,
  /** Speaking time without pauses; interpretation is charged to nobody. */
  usedMs: Milliseconds,
  overtimeMs: Milliseconds,
  ended: z.enum(['by-speaker', 'by-chair', 'by-adjournment', 'by-suspension', 'by-withdrawal']),
})
/** Says who wrote what kind of message, so that it can be read without `MessageReceived`, which carries the wording. */
export const MessageReadOut = z.strictObject({
  type: z.literal('MessageReadOut'),
  message: Slug,
  form: MessageForm,
  author: Person,
  /** The author's side. */
  delegation: Slug,
  /** Who read it out. */
  seat: Slug,
  turn: Slug,
})

/* Order and procedure */
export const PointOfOrderRaised = z.strictObject({
  type: z.literal('PointOfOrderRaised'),
  point: Slug,
  seat: Slug,
  delegation: Slug.optional(),
  subject: Passage.optional(),
})
export const PointOfOrderRuled = z.strictObject({
  type: z.literal('PointOfOrderRuled'),
  point: Slug,
  ruling: z.enum(['upheld', 'rejected', 'noted']),
  reason: Passage.optional(),
})
export const RulingAppealed = z.strictObject({
  type: z.literal('RulingAppealed'),
  point: Slug,
  delegation: Slug,
})
export const AppealVoteCast = z.strictObject({
  type: z.literal('AppealVoteCast'),
  point: Slug,
  delegation: Slug,
  position: z.enum(['uphold', 'overrule', 'abstain']),
})
export const AppealDecided = z.strictObject({
  type: z.literal('AppealDecided'),
  point: Slug,
  outcome: z.enum(['ruling-stands', 'ruling-overruled']),
})
export const MotionMoved = z.strictObject({
  type: z.literal('MotionMoved'),
  motion: Slug,
  kind: MotionKind,
  delegation: Slug,
})
export const MotionOpposed = z.strictObject({
  type: z.literal('MotionOpposed'),
  motion: Slug,
  delegation: Slug,
})
export const MotionDecided = z.strictObject({
  type: z.literal('MotionDecided'),
  motion: Slug,
  outcome: z.enum(['carried', 'fallen']),
})

/* Recording */
export const RecordingOrdered = z.strictObject({ type: z.literal('RecordingOrdered'), recording: Slug })
export const RecordingEnded = z.strictObject({
  type: z.literal('RecordingEnded'),
  recording: Slug,
  ended: z.enum(['by-chair', 'by-adjournment']),
})
/** Why nothing is kept for a while of a recording under way. */
export const InterruptionCause = z.enum([
  'server-stopped',
  'media-unreachable',
  'recorder-failed',
  'not-written',
])
export type InterruptionCause = z.infer<typeof InterruptionCause>
/** The recorder says this of itself: between the two nothing, or not everything, is kept. */
export const RecordingInterrupted = z.strictObject({
  type: z.literal('RecordingInterrupted'),
  recording: Slug,
  cause: InterruptionCause,
})
export const RecordingContinued = z.strictObject({
  type: z.literal('RecordingContinued'),
  recording: Slug,
})
/** One run of one person's sound or picture, as it was sent. `screen-sound` is what a shared screen plays. */
export const RecordedTrack = z.strictObject({
  file: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,199}$/, { message: 'file-name-malformed' }),
  seat: Slug,
  source: z.enum(['microphone', 'camera', 'screen', 'screen-sound']),
  /** When its first moment was received, by the clock of the record. */
  startedAt: Instant,
  durationMs: Milliseconds,
  sizeBytes: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
  sha256: Hash,
})
export type RecordedTrack = z.infer<typeof RecordedTrack>
/** What was kept of an ended recording; a long list takes several of these. */
export const RecordingListed = z.strictObject({
  type: z.literal('RecordingListed'),
  recording: Slug,
  tracks: z.array(RecordedTrack).max(100),
})

/** The meeting's share of what can be on a meeting log. */
export const MeetingEvent = z.discriminatedUnion('type', [
  MeetingConvened,
  ThemeReworded,
  MeetingRescheduled,
  SecretariatJoined,
  SecretariatLeft,
  PersonAccredited,
  AccreditationWithdrawn,
  ChairAppointed,
  ItemPlaced,
  ItemAmended,
  ItemMoved,
  ItemRemoved,
  MessageReceived,
  DocumentDeposited,
  MeetingOpened,
  AttendanceRecorded,
  MeetingSuspended,
  MeetingResumed,
  MeetingAdjourned,
  ItemTakenUp,
  ItemConcluded,
  NoteEntered,
  ListOpened,
  ListClosed,
  FloorRequested,
  RequestWithdrawn,
  FloorGiven,
  TimeExtended,
  TimeLimitSet,
  FloorPaused,
  FloorResumed,
  FloorReturned,
  MessageReadOut,
  PointOfOrderRaised,
  PointOfOrderRuled,
  RulingAppealed,
  AppealVoteCast,
  AppealDecided,
  MotionMoved,
  MotionOpposed,
  MotionDecided,
  RecordingOrdered,
  RecordingInterrupted,
  RecordingContinued,
  RecordingEnded,
  RecordingListed,
])
export type MeetingEvent = z.infer<typeof MeetingEvent>

/** The events of the named types. */
export type EventOf<Type extends MeetingEvent['type']> = Extract<MeetingEvent, { type: Type }>
