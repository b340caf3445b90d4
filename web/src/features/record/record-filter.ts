import type { Meeting } from '@parley/domain/meeting/state'
import type { ProceedingsEvent } from '@parley/domain/proceedings/events'
import { lookup } from '@parley/domain/words/lookup'
import type { Fact } from '../../app/proceedings-store.ts'

/** What a fact of the record is about, as a reader looks for it. */
export const TOPICS = ['course', 'floor', 'order', 'text', 'preparation', 'release'] as const
export type Topic = (typeof TOPICS)[number]

/** Which facts are shown: of one topic or all, of one delegation or all. */
export type RecordFilter = { readonly topic: Topic | 'all'; readonly delegation: string | undefined }

const OF: Readonly<Record<ProceedingsEvent['type'], Topic>> = {
  MeetingConvened: 'preparation',
  ThemeReworded: 'preparation',
  MeetingRescheduled: 'preparation',
  SecretariatJoined: 'preparation',
  SecretariatLeft: 'preparation',
  PersonAccredited: 'preparation',
  AccreditationWithdrawn: 'preparation',
  ChairAppointed: 'preparation',
  ItemPlaced: 'preparation',
  ItemAmended: 'preparation',
  ItemMoved: 'preparation',
  ItemRemoved: 'preparation',
  MessageReceived: 'preparation',
  DocumentDeposited: 'preparation',
  MeetingOpened: 'course',
  AttendanceRecorded: 'course',
  MeetingSuspended: 'course',
  MeetingResumed: 'course',
  MeetingAdjourned: 'course',
  ItemTakenUp: 'course',
  ItemConcluded: 'course',
  NoteEntered: 'course',
  ListOpened: 'floor',
  ListClosed: 'floor',
  FloorRequested: 'floor',
  RequestWithdrawn: 'floor',
  FloorGiven: 'floor',
  TimeExtended: 'floor',
  TimeLimitSet: 'floor',
  FloorPaused: 'floor',
  FloorResumed: 'floor',
  FloorReturned: 'floor',
  MessageReadOut: 'floor',
  PointOfOrderRaised: 'order',
  PointOfOrderRuled: 'order',
  RulingAppealed: 'order',
  AppealVoteCast: 'order',
  AppealDecided: 'order',
  MotionMoved: 'order',
  MotionOpposed: 'order',
  MotionDecided: 'order',
  RecordingOrdered: 'course',
  RecordingInterrupted: 'course',
  RecordingContinued: 'course',
  RecordingEnded: 'course',
  RecordingListed: 'course',
  TextOpened: 'text',
  ProposalTabled: 'text',
  ProposalJoined: 'text',
  ProposalWithdrawn: 'text',
  BlocksArranged: 'text',
  StanceTaken: 'text',
  ConcordanceCertified: 'text',
  TextPut: 'text',
  ObjectionRaised: 'text',
  ObjectionWithdrawn: 'text',
  TextTakenBack: 'text',
  SilenceOpened: 'text',
  SilenceBroken: 'text',
  TextAdopted: 'text',
  BlockAdopted: 'text',
  AdReferendumConfirmed: 'text',
  StatementAttached: 'text',
  TextInitialled: 'text',
  TextSigned: 'text',
  PositionApproved: 'release',
  ReleaseDrafted: 'release',
  ReleaseEdited: 'release',
  ReleaseCleared: 'release',
  ReleaseObjected: 'release',
  ReleasePublished: 'release',
  ReleaseWithdrawn: 'release',
}

/** The delegation a fact is of: the one it names, or that of whoever it names or who did it. */
export const delegationOfFact = ({ event, by }: Fact, meeting: Meeting): string | undefined => {
  if ('delegation' in event && event.delegation !== undefined) return event.delegation
  if ('sponsors' in event) return event.sponsors[0]
  const seat = 'seat' in event ? event.seat : 'seat' in by ? by.seat : undefined
  if (seat === undefined) return undefined
  return (
    lookup(meeting.people, seat)?.delegation ?? meeting.secretariats.find((one) => one.seat === seat)?.party
  )
}

export const isShown = (fact: Fact, { topic, delegation }: RecordFilter, meeting: Meeting): boolean =>
  (topic === 'all' || OF[fact.event.type] === topic) &&
  (delegation === undefined || delegationOfFact(fact, meeting) === delegation)
