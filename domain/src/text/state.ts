import type { Localized, LocalizedPassage } from '../words/language.ts'
import type { Instant } from '../words/identity.ts'
import type { GrownList } from '../words/grown-list.ts'
import type { PersistentMap } from '../words/persistent-map.ts'
import type { AttachedKind, Attribution, BlockKind, Body, Intent, StanceLevel } from './things.ts'

/** One wording of one block, in the languages it has; known by its hash for as long as the text exists. */
export type Version = {
  readonly version: string
  readonly block: string
  readonly kind: BlockKind
  readonly intent: Intent
  /** Empty exactly when the version is the block's deletion. */
  readonly body: Body
  readonly base?: string
  /** Sequence number of the event that first tabled it. */
  readonly seq: number
  /** Proposals that put this version forward and still stand; the version stands while there is one. */
  readonly proposals: readonly string[]
  /** What each delegation that took a stance thinks of exactly this version. */
  readonly stances: Readonly<Record<string, StanceLevel>>
  /** Delegations that certified that its languages say the same. */
  readonly certifiedBy: readonly string[]
}

export type Block = {
  readonly block: string
  /** As last tabled. */
  readonly kind: BlockKind
  readonly versions: PersistentMap<Version>
  /** The versions that stand, by hash, each with the sequence number of the event that made it stand. */
  readonly standing: PersistentMap<number>
  /** The one version of this block each delegation accepts: can live with, ad referendum, or confirmed. */
  readonly accepted: Readonly<Record<string, string>>
}

export type Proposal = {
  readonly proposal: string
  readonly block: string
  readonly version: string
  readonly intent: Intent
  readonly sponsors: readonly string[]
  readonly attribution: Attribution
  /** Whether the chair or the joint secretariat that tabled it still puts it forward; false for a delegation's. */
  readonly backed: boolean
  /** Once true, true for ever. */
  readonly withdrawn: boolean
  readonly tabledAt: Instant
}

export type Objection = { readonly delegation: string; readonly reason?: string }

export type AdoptedBlock = {
  readonly block: string
  readonly kind: BlockKind
  readonly version: string
  readonly body: Body
}

export type AttachedStatement = {
  readonly statement: string
  readonly delegation: string
  readonly kind: AttachedKind
  readonly body: LocalizedPassage
  readonly at: Instant
}

/** One text under negotiation, or adopted. */
export type TextState = {
  readonly text: string
  readonly title: Localized
  readonly languages: readonly string[]
  /** The blocks that have at least one standing version, as they stand one after the other. At most 600. */
  readonly order: readonly string[]
  /** Every block ever tabled. */
  readonly blocks: PersistentMap<Block>
  /** Every proposal ever tabled. */
  readonly proposals: PersistentMap<Proposal>
  /** Each delegation's last stance on an order of blocks; it counts while that is the order. */
  readonly orderStances: Readonly<Record<string, { readonly order: string; readonly level: StanceLevel }>>
  readonly put?: { readonly root: string; readonly objections: readonly Objection[] }
  readonly silence?: { readonly root: string; readonly expiresAt: Instant; readonly openedAt: Instant }
  readonly adopted?: {
    readonly root: string
    readonly mode: 'consensus' | 'silence'
    readonly at: Instant
    /** Delegations whose acceptance still needs their authorities' confirmation. */
    readonly pending: readonly string[]
    readonly blocks: readonly AdoptedBlock[]
  }
  readonly statements: GrownList<AttachedStatement>
  readonly initialled: readonly { readonly delegation: string; readonly seat: string; readonly at: Instant }[]
  readonly signed: readonly { readonly delegation: string; readonly seat: string; readonly at: Instant }[]
}

export type Texts = { readonly byId: Readonly<Record<string, TextState>> }

export const initialTexts: Texts = { byId: {} }
