import type { Localized, LocalizedPassage } from '../words/language.ts'
import type { Instant, Person } from '../words/identity.ts'
import type { Party, SecretariatSeat } from '../dialogue/events.ts'
import type { Mode, PublishedSource } from './convening.ts'
import type { InterruptionCause, RecordedTrack } from './events.ts'
import type { AgendaItem, CorrespondedMessage, Document, MotionKind, Role, Speech } from './things.ts'
import type { GrownList } from '../words/grown-list.ts'

export type Accredited = {
  readonly seat: string
  readonly delegation?: string | undefined
  readonly role: Role
  readonly person: Person
  /** False once the accreditation was withdrawn; the name stays for what the person did before. */
  readonly active: boolean
}

export type Request = {
  readonly request: string
  readonly item: string
  readonly seat: string
  readonly delegation?: string | undefined
  readonly kind: Speech
  /** The colleague's seat that asked, at a device several share; whose microphone is then meant. */
  readonly through?: string | undefined
  readonly inscribed: boolean
  readonly onBehalfOf?: Localized | undefined
}

/** A turn at the floor. While it runs, `since` is when the clock last started; it has none while paused. */
export type Turn = {
  readonly turn: string
  readonly item: string
  readonly seat: string
  /** As in `Request`. */
  readonly through?: string | undefined
  readonly delegation?: string | undefined
  readonly kind: Speech
  /** With every extension granted so far. */
  readonly limitSeconds: number
  readonly givenAt: Instant
  readonly since: Instant | undefined
  /** Speaking time counted up to the last pause, in milliseconds. */
  readonly spentMs: number
  readonly pausedFor: 'interpretation' | 'technical' | 'point-of-order' | 'question' | undefined
  readonly message?: string | undefined
  readonly departure?: string | undefined
}

export type PastTurn = {
  readonly turn: string
  readonly item: string
  readonly seat: string
  readonly delegation?: string | undefined
  readonly kind: Speech
  readonly limitSeconds: number
  readonly usedMs: number
  readonly overtimeMs: number
  readonly givenAt: Instant
  readonly endedAt: Instant
  readonly message?: string | undefined
}

export type ItemState = {
  readonly item: AgendaItem
  readonly status: 'ahead' | 'taken-up' | 'concluded'
  readonly list: 'open' | 'closed'
  readonly requests: readonly Request[]
  readonly limitSeconds: Partial<Readonly<Record<Speech, number>>>
  /** The delegation that held the floor last in this item; alternation goes on from it. */
  readonly spokeLast: string | undefined
  /** Rights of reply granted so far, per delegation. */
  readonly rightsOfReply: Readonly<Record<string, number>>
  readonly takenUpAt: Instant | undefined
  readonly concludedAt: Instant | undefined
}

export type PointOfOrder = {
  readonly point: string
  readonly seat: string
  /** As in `Request`. */
  readonly through?: string | undefined
  readonly delegation?: string | undefined
  readonly subject?: string | undefined
  readonly raisedAt: Instant
}

export type Appeal = {
  readonly point: string
  readonly by: string
  readonly votes: Readonly<Record<string, 'uphold' | 'overrule' | 'abstain'>>
}

export type Motion = {
  readonly motion: string
  readonly kind: MotionKind
  readonly delegation: string
  readonly opposedBy: readonly string[]
}

export type Message = { readonly message: CorrespondedMessage; readonly readOut: boolean }

export type Note = {
  readonly item?: string | undefined
  readonly body: LocalizedPassage
  readonly at: Instant
}

/** A recording of the sitting, under way until it has ended. */
export type Recording = {
  readonly recording: string
  readonly orderedAt: Instant
  /** Why nothing is kept of it now; `undefined` while all goes well. */
  readonly interrupted: InterruptionCause | undefined
  readonly endedAt: Instant | undefined
  /** What was kept of it; `undefined` until that has been listed. */
  readonly tracks: readonly RecordedTrack[] | undefined
}

export type Suspension = {
  readonly cause: 'break' | 'consultation' | 'technical' | 'motion'
  readonly delegation?: string | undefined
  /** When it is announced to end; an announcement, it binds nobody. */
  readonly until?: Instant | undefined
  /** Whether the suspension stopped a running clock, which resumption then starts again. */
  readonly pausedTurn: boolean
}

export type Phase = 'none' | 'convened' | 'open' | 'suspended' | 'adjourned'

/** The meeting as its log tells it. Everything is derived from events; nothing is set from outside. */
export type Meeting = {
  readonly phase: Phase
  readonly meeting: string
  readonly dialogue: string
  readonly dialogueName: Localized
  readonly number: number
  readonly host: string
  readonly theme: Localized
  /** A side's own wording of the theme, where it differs from the common one. */
  readonly themeOf: Readonly<Record<string, Localized>>
  readonly mode: Mode
  readonly startsAt: Instant
  readonly languages: readonly string[]
  readonly rulePack: string
  readonly retrospective: { readonly sources: readonly PublishedSource[] } | undefined
  /** In the order of the alternat. */
  readonly delegations: readonly Party[]
  readonly secretariats: readonly SecretariatSeat[]
  readonly people: Readonly<Record<string, Accredited>>
  readonly chair: readonly string[]
  readonly agenda: readonly ItemState[]
  /** In the order received; see `messages.ts` for the order of reading. */
  readonly messages: readonly Message[]
  readonly documents: readonly Document[]
  readonly present: readonly string[]
  readonly openedAt: Instant | undefined
  readonly adjournedAt: Instant | undefined
  readonly suspension: Suspension | undefined
  /** The item taken up now. */
  readonly current: string | undefined
  readonly turn: Turn | undefined
  readonly turns: GrownList<PastTurn>
  readonly pointOfOrder: PointOfOrder | undefined
  /** The last ruling while it may still be appealed. */
  readonly ruling: { readonly point: string; readonly ruling: 'upheld' | 'rejected' | 'noted' } | undefined
  readonly appeal: Appeal | undefined
  readonly motions: readonly Motion[]
  readonly notes: GrownList<Note>
  /** In the order they were ordered; at most the last is under way. */
  readonly recordings: readonly Recording[]
  /** Counters for the identifiers the rules give out: r1, t1, p1, m1 … */
  readonly counted: {
    readonly requests: number
    readonly turns: number
    readonly points: number
    readonly motions: number
  }
}
