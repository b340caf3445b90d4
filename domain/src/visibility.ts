import type { DialogueEvent } from './dialogue/events.ts'
import type { Role } from './meeting/things.ts'
import type { ProceedingsEvent } from './proceedings/events.ts'
import { recordPublicAt, withdrawnReleases } from './release/publicity.ts'
import { versionKey } from './release/state.ts'
import type { Releases } from './release/state.ts'
import type { Instant } from './words/identity.ts'

/** Who is looking. */
export type Viewer =
  | { readonly kind: 'operator' }
  | { readonly kind: 'secretariat'; readonly seat: string; readonly party?: string }
  | { readonly kind: 'accredited'; readonly seat: string; readonly role: Role; readonly delegation?: string }
  | { readonly kind: 'public' }

/** What visibility depends on besides the event and the viewer. */
export type Circumstances = {
  readonly now: Instant
  /** Whether a release of this meeting has been published and its embargo has passed. */
  readonly recordPublic: boolean
  /** Language versions of releases taken back, as `release/language`; their editions are then for the desk only. */
  readonly withdrawn?: readonly string[]
}

/** The circumstances of a meeting at a moment. */
export const circumstancesOf = (releases: Releases, now: Instant): Circumstances => {
  const from = recordPublicAt(releases)
  return { now, recordPublic: from !== undefined && from <= now, withdrawn: withdrawnReleases(releases) }
}

/**
 * Whom an event is for; each also for the operator, who keeps the record, and for the secretariats.
 * - `public`: everybody accredited, and everybody at all once the record is public;
 * - `room`: everybody accredited;
 * - `parties`: who negotiates or serves the negotiation; not the press, not observers;
 * - `press-desk`: those and the press;
 * - `edition`: the press desk, and when its embargo has passed and it was not withdrawn, as `public`.
 */
type Audience = 'public' | 'room' | 'parties' | 'press-desk' | 'edition'

/** One row for every fact a meeting log can hold. */
const AUDIENCES: Readonly<Record<ProceedingsEvent['type'], Audience>> = {
  MeetingConvened: 'public',
  ThemeReworded: 'public',
  MeetingRescheduled: 'public',
  SecretariatJoined: 'room',
  SecretariatLeft: 'room',
  PersonAccredited: 'public',
  AccreditationWithdrawn: 'public',
  ChairAppointed: 'public',
  ItemPlaced: 'public',
  ItemAmended: 'public',
  ItemMoved: 'public',
  ItemRemoved: 'public',
  MessageReceived: 'room',
  DocumentDeposited: 'room',
  MeetingOpened: 'public',
  AttendanceRecorded: 'room',
  MeetingSuspended: 'public',
  MeetingResumed: 'public',
  MeetingAdjourned: 'public',
  ItemTakenUp: 'public',
  ItemConcluded: 'public',
  NoteEntered: 'public',
  ListOpened: 'room',
  ListClosed: 'room',
  FloorRequested: 'room',
  RequestWithdrawn: 'room',
  FloorGiven: 'public',
  TimeExtended: 'public',
  TimeLimitSet: 'room',
  FloorPaused: 'public',
  FloorResumed: 'public',
  FloorReturned: 'public',
  MessageReadOut: 'public',
  PointOfOrderRaised: 'room',
  PointOfOrderRuled: 'room',
  RulingAppealed: 'room',
  AppealVoteCast: 'room',
  AppealDecided: 'room',
  MotionMoved: 'room',
  MotionOpposed: 'room',
  MotionDecided: 'room',
  RecordingOrdered: 'room',
  RecordingInterrupted: 'room',
  RecordingContinued: 'room',
  RecordingEnded: 'room',
  RecordingListed: 'room',
  TextOpened: 'public',
  ProposalTabled: 'parties',
  ProposalJoined: 'parties',
  ProposalWithdrawn: 'parties',
  BlocksArranged: 'parties',
  StanceTaken: 'parties',
  ConcordanceCertified: 'parties',
  TextPut: 'parties',
  ObjectionRaised: 'parties',
  ObjectionWithdrawn: 'parties',
  TextTakenBack: 'parties',
  SilenceOpened: 'parties',
  SilenceBroken: 'parties',
  TextAdopted: 'public',
  BlockAdopted: 'public',
  AdReferendumConfirmed: 'public',
  StatementAttached: 'public',
  TextInitialled: 'public',
  TextSigned: 'public',
  PositionApproved: 'press-desk',
  ReleaseDrafted: 'press-desk',
  ReleaseEdited: 'press-desk',
  ReleaseCleared: 'press-desk',
  ReleaseObjected: 'press-desk',
  ReleasePublished: 'edition',
  ReleaseWithdrawn: 'public',
}

/** Where a role stands: with those who negotiate, at the press desk, or only in the room. */
const PLACES: Readonly<Record<Role, 'negotiation' | 'press' | 'room'>> = {
  head: 'negotiation',
  alternate: 'negotiation',
  delegate: 'negotiation',
  regional: 'negotiation',
  adviser: 'negotiation',
  secretary: 'negotiation',
  officer: 'negotiation',
  interpreter: 'negotiation',
  press: 'press',
  observer: 'room',
}

type Place = 'record' | 'negotiation' | 'press' | 'room' | 'outside'

const placeOf = (viewer: Viewer): Place => {
  switch (viewer.kind) {
    case 'operator':
    case 'secretariat':
      return 'record'
    case 'accredited':
      return PLACES[viewer.role]
    case 'public':
      return 'outside'
  }
}

/**
 * Whether a viewer may see an event of a meeting log. Every way out asks this and nothing else: HTTP, live, export,
 * search, feeds. An event is shown whole or not at all. It does not depend on whose delegation the viewer is of: what
 * is one delegation's alone is in its chamber, on another log.
 */
export const canSee = (event: ProceedingsEvent, viewer: Viewer, circumstances: Circumstances): boolean => {
  const place = placeOf(viewer)
  const audience: Audience | undefined = Object.hasOwn(AUDIENCES, event.type)
    ? AUDIENCES[event.type]
    : undefined
  switch (audience) {
    case 'public':
      return place !== 'outside' || circumstances.recordPublic
    case 'room':
      return place !== 'outside'
    case 'parties':
      return place === 'record' || place === 'negotiation'
    case 'press-desk':
      return isAtPressDesk(place)
    case 'edition':
      return (
        isAtPressDesk(place) ||
        (isOut(event, circumstances) && (place === 'room' || circumstances.recordPublic))
      )
    case undefined:
      return false
  }
}

/**
 * Whether a viewer may see an event of a dialogue's log. `recordPublic` is for a `MeetingNumbered` that of the meeting,
 * for the rest that of any of the dialogue's meetings: a meeting nobody may know of has no public number either.
 */
export const canSeeDialogue = (
  event: DialogueEvent,
  viewer: Viewer,
  { recordPublic }: Pick<Circumstances, 'recordPublic'> = { recordPublic: false },
): boolean => {
  if (placeOf(viewer) !== 'outside') return true
  switch (event.type) {
    case 'DialogueFounded':
    case 'MeetingNumbered':
      return recordPublic
    case 'SecretariatSeated':
    case 'SecretariatUnseated':
    case 'RulePackChosen':
      return false
  }
}

/** Whether a viewer may see anything of a delegation's chamber, its existence included: its own people and its own secretariat. */
export const canSeeChamber = (delegation: string, viewer: Viewer): boolean => {
  switch (viewer.kind) {
    case 'secretariat':
      return viewer.party === delegation
    case 'accredited':
      return viewer.delegation === delegation && SITS_IN_CHAMBER[viewer.role]
    case 'operator':
    case 'public':
      return false
  }
}

/** Whose chamber is theirs; the press officer waits outside, and interpreters, officers and observers are of no delegation. */
export const SITS_IN_CHAMBER: Readonly<Record<Role, boolean>> = {
  head: true,
  alternate: true,
  delegate: true,
  regional: true,
  adviser: true,
  secretary: true,
  press: false,
  interpreter: false,
  officer: false,
  observer: false,
}

const isAtPressDesk = (place: Place): boolean =>
  place === 'record' || place === 'negotiation' || place === 'press'

/** Whether an edition is out: its embargo has passed and it was not taken back. */
const isOut = (event: ProceedingsEvent, { now, withdrawn }: Circumstances): boolean =>
  event.type === 'ReleasePublished' &&
  now >= (event.embargoUntil ?? 0) &&
  withdrawn?.includes(versionKey(event)) !== true
