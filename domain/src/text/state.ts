import type { Localized, LocalizedPassage } from '../words/language.ts'
import type { Instant } from '../words/identity.ts'
import type { AttachedKind, Attribution, BlockKind, Body, Intent, StanceLevel } from './things.ts'

export type Version = {
  readonly version: string
  readonly block: string
  readonly kind: BlockKind
  readonly intent: Intent
  readonly body: Body
  readonly base?: string
  /** Proposals that put this version forward and still stand. */
  readonly proposals: readonly string[]
}

export type Proposal = {
  readonly proposal: string
  readonly block: string
  readonly version: string
  readonly intent: Intent
  readonly sponsors: readonly string[]
  readonly attribution: Attribution
  readonly withdrawn: boolean
  readonly tabledAt: Instant
}

export type Objection = { readonly delegation: string; readonly reason?: string }

/** One text under negotiation, or adopted. */
export type TextState = {
  readonly text: string
  readonly title: Localized
  readonly languages: readonly string[]
  /** Standing order of all blocks that have at least one standing version. */
  readonly order: readonly string[]
  /** Every version ever tabled, by hash. */
  readonly versions: Readonly<Record<string, Version>>
  readonly proposals: Readonly<Record<string, Proposal>>
  /** Stances: delegation → target key (version hash or `order:` + hash) → level. A stance binds that exact hash only. */
  readonly stances: Readonly<Record<string, Readonly<Record<string, StanceLevel>>>>
  /** Which delegations certified the concordance of a version's languages, by version hash. */
  readonly concordance: Readonly<Record<string, readonly string[]>>
  readonly put?: { readonly root: string; readonly objections: readonly Objection[] }
  readonly silence?: { readonly root: string; readonly expiresAt: Instant; readonly openedAt: Instant }
  readonly adopted?: {
    readonly root: string
    readonly mode: 'consensus' | 'silence'
    readonly at: Instant
    readonly pending: readonly string[]
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
  readonly initialled: readonly { readonly delegation: string; readonly seat: string; readonly at: Instant }[]
  readonly signed: readonly { readonly delegation: string; readonly seat: string; readonly at: Instant }[]
}

export type Texts = { readonly byId: Readonly<Record<string, TextState>> }
