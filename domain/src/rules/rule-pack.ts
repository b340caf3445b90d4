import type { Localized } from '../words/language.ts'

/** Kinds of turn at the floor. */
export type SpeechKind =
  | 'message'
  | 'statement'
  | 'report'
  | 'exchange'
  | 'reply'
  | 'right-of-reply'
  | 'explanation-of-position'
  | 'remarks'
  | 'point-of-order'

/** Motions on the conduct of the meeting itself. */
export type ProceduralMotion = 'suspend-meeting' | 'adjourn-meeting' | 'adjourn-debate' | 'close-debate'

/** Where a rule comes from: the instrument and its article, and whether its wording was checked for this pack. */
export type RuleSource = {
  readonly rule: string
  readonly instrument: string
  readonly article?: string
  readonly checked: boolean
}

/**
 * Rules of procedure as data. A pack is immutable: a changed rule is a new pack with a new id, so that a record
 * always replays under the rules it was made under.
 */
export type RulePack = {
  readonly id: string
  readonly title: Localized
  readonly sources: readonly RuleSource[]
  readonly speakers: {
    /** `alternation`: delegations take turns, within a delegation by request; `request`: first come; `precedence`: by rank of office (head, alternate, …), then by request. */
    readonly order: 'alternation' | 'request' | 'precedence'
    /** Whether the chair may call out of order (the departure is recorded). */
    readonly chairMayDepart: boolean
    /** Kinds that may still be asked for once the list is closed. */
    readonly afterClosing: readonly SpeechKind[]
    /** Whether one seat may stand on the list more than once per item. */
    readonly severalEntries: boolean
  }
  readonly limitSeconds: Readonly<Record<SpeechKind, number>>
  /** The clock shows a warning when this much is left; it never cuts anybody off. */
  readonly warningSeconds: number
  readonly rightOfReply: {
    readonly perDelegationPerItem: number
    /** `in-order`: stands on the list like any other turn; `after-the-list`: heard when everybody else has spoken. */
    readonly heard: 'in-order' | 'after-the-list'
  }
  readonly pointOfOrder: { readonly interrupts: boolean; readonly appeal: 'none' | 'majority-of-delegations' }
  readonly motions: {
    /** Highest precedence first; only these may be moved. */
    readonly order: readonly ProceduralMotion[]
    /** `no-objection`: falls when a delegation objects; `majority`: carried unless half or more of the delegations object. */
    readonly carriedBy: 'no-objection' | 'majority'
  }
  readonly messages: { readonly order: 'host-first' | 'guest-first' | 'as-received' }
  readonly adoption: {
    readonly objectionBy: readonly ('head' | 'alternate')[]
    readonly concordance: 'each-delegation' | 'any-delegation'
    readonly silence: {
      readonly allowed: boolean
      readonly minimumSeconds: number
      readonly brokenBy: readonly ('objection' | 'amendment')[]
    }
  }
}
