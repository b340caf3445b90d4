import type { Party } from '@parley/domain/dialogue/events'
import type { Mode, PublishedSource } from '@parley/domain/meeting/convening'
import type { AgendaItem, MessageForm, Role, Speech } from '@parley/domain/meeting/things'
import type { Expression } from '@parley/domain/release/events'
import type { AttachedKind, BlockKind, Body } from '@parley/domain/text/things'
import type { Instant, Person } from '@parley/domain/words/identity'
import type { Localized, LocalizedPassage } from '@parley/domain/words/language'

/** What anyone may read of all dialogues at one moment. Nothing in it is private or under embargo. */
export type PublicRecord = {
  /** Grows by one whenever anything in the record changes. */
  readonly version: number
  /** When time alone will change the record next: the earliest end of an embargo. */
  readonly changesAt: Instant | undefined
  /** Dialogues with at least one public meeting, by identifier. */
  readonly dialogues: readonly PublicDialogue[]
}

export type PublicDialogue = {
  readonly dialogue: string
  readonly name: Localized
  readonly parties: readonly Party[]
  /** By number, the latest first. */
  readonly meetings: readonly PublicMeeting[]
}

export type PublicPerson = {
  readonly seat: string
  readonly delegation?: string | undefined
  readonly role: Role
  readonly person: Person
  /** False once the accreditation was withdrawn; what the person did before stays. */
  readonly active: boolean
}

/** A turn as it was taken. Speaking times are absent while it runs and in a record entered afterwards. */
export type PublicTurn = {
  readonly turn: string
  readonly item: string
  readonly seat: string
  readonly delegation?: string | undefined
  readonly kind: Speech
  readonly limitSeconds: number
  readonly givenAt: Instant
  readonly departure?: string | undefined
  readonly used?: { readonly usedMs: number; readonly overtimeMs: number }
}

export type PublicItem = {
  readonly item: AgendaItem
  readonly status: 'ahead' | 'taken-up' | 'concluded'
  readonly takenUpAt?: Instant
  readonly concludedAt?: Instant
  readonly turns: readonly PublicTurn[]
  readonly notes: readonly LocalizedPassage[]
}

export type PublicMessage = {
  readonly message: string
  readonly form: MessageForm
  readonly author: Person
  readonly delegation: string
  readonly reader: string
}

export type PublicText = {
  readonly text: string
  readonly title: Localized
  readonly languages: readonly string[]
  readonly adopted?: {
    readonly root: string
    readonly mode: 'consensus' | 'silence'
    readonly at: Instant
    readonly adReferendum: readonly string[]
    readonly blocks: readonly {
      readonly block: string
      readonly kind: BlockKind
      readonly version: string
      readonly body: Body
    }[]
  }
  readonly statements: readonly {
    readonly statement: string
    readonly delegation: string
    readonly kind: AttachedKind
    readonly body: LocalizedPassage
    readonly at: Instant
  }[]
  readonly confirmed: readonly { readonly delegation: string; readonly at: Instant }[]
  readonly initialled: readonly Signature[]
  readonly signed: readonly Signature[]
}

export type Signature = { readonly delegation: string; readonly seat: string; readonly at: Instant }

export type PublicEdition = {
  readonly edition: number
  readonly hash: string
  readonly expression: Expression
  /** When it could first be read: its publication, or the end of its embargo. */
  readonly at: Instant
  readonly correction?: string
}

export type WithdrawalCause = 'published-in-error' | 'rights' | 'law' | 'parties-request'

/** One language version of a release: every edition that may be read, oldest first; none once it was withdrawn. */
export type PublicVersion = {
  readonly language: string
  /** When its first edition could first be read. */
  readonly publishedAt: Instant
  readonly editions: readonly PublicEdition[]
  readonly withdrawn?: {
    readonly cause: WithdrawalCause
    readonly explanation?: Localized
    readonly at: Instant
  }
}

export type PublicRelease = {
  readonly release: string
  /** When the first language version could first be read; it never changes. */
  readonly publishedAt: Instant
  /** In the order first published. */
  readonly versions: readonly PublicVersion[]
}

export type PublicMeeting = {
  readonly dialogue: string
  readonly meeting: string
  readonly dialogueName: Localized
  readonly number: number
  readonly host: string
  readonly theme: Localized
  /** A side's own wording of the theme. */
  readonly themeOf: Readonly<Record<string, Localized>>
  readonly mode: Mode
  readonly startsAt: Instant
  readonly languages: readonly string[]
  readonly rulePack: string
  readonly retrospective?: { readonly sources: readonly PublishedSource[] }
  /** In the order of the alternat. */
  readonly delegations: readonly Party[]
  readonly people: readonly PublicPerson[]
  readonly chair: readonly string[]
  readonly items: readonly PublicItem[]
  readonly messages: readonly PublicMessage[]
  readonly notes: readonly LocalizedPassage[]
  /** When it was held: opened, or due to start; in a record entered afterwards always what that record says. */
  readonly heldAt: Instant
  readonly adjournedAt?: Instant
  readonly texts: readonly PublicText[]
  readonly releases: readonly PublicRelease[]
  /** How many leaves the meeting's log had when the last edition that may be read, or its withdrawal, was recorded. */
  readonly sizeAtLastEdition: number
}

/** The edition a reader sees; `undefined` once the version was withdrawn. */
export const currentEdition = ({ editions }: PublicVersion): PublicEdition | undefined => editions.at(-1)
