import type { Hash, Instant } from './words/identity.ts'

/**
 * Why a command was refused: a stable code and what a person needs to understand it. No prose: the words for every
 * code stand in `messages/`, in every language.
 */
export type Refusal =
  /* who */
  | { readonly code: 'not-entitled'; readonly needs: Entitlement }
  | { readonly code: 'seat-unknown'; readonly seat: string }
  | { readonly code: 'seat-taken'; readonly seat: string }
  | { readonly code: 'seat-of-another-delegation'; readonly seat: string }
  | { readonly code: 'delegation-unknown'; readonly delegation: string }
  | { readonly code: 'role-needs-delegation'; readonly role: string }
  | { readonly code: 'role-without-delegation'; readonly role: string }
  | { readonly code: 'head-already-accredited'; readonly delegation: string }
  /* dialogue and convening */
  | { readonly code: 'dialogue-exists' }
  | { readonly code: 'dialogue-unknown' }
  | { readonly code: 'party-twice'; readonly party: string }
  | { readonly code: 'rule-pack-unknown'; readonly rulePack: string }
  | { readonly code: 'meeting-exists'; readonly meeting: string }
  | { readonly code: 'meeting-unknown' }
  | { readonly code: 'number-taken'; readonly number: number }
  | { readonly code: 'last-secretariat' }
  | { readonly code: 'secretariats-full'; readonly limit: number }
  | { readonly code: 'dialogue-too-large' }
  /* languages */
  | { readonly code: 'language-not-of-the-dialogue'; readonly language: string }
  | { readonly code: 'language-not-of-the-text'; readonly language: string }
  | { readonly code: 'language-needed'; readonly language: string }
  /* the meeting's course */
  | { readonly code: 'meeting-not-open' }
  | { readonly code: 'meeting-already-open' }
  | { readonly code: 'meeting-suspended' }
  | { readonly code: 'meeting-not-suspended' }
  | { readonly code: 'meeting-adjourned' }
  | { readonly code: 'meeting-not-ready'; readonly missing: readonly Missing[] }
  | { readonly code: 'resumption-not-before'; readonly until: Instant }
  /** More words in one act than one event of the record can carry. */
  | { readonly code: 'writing-too-large' }
  /* agenda */
  | { readonly code: 'item-exists'; readonly item: string }
  | { readonly code: 'item-unknown'; readonly item: string }
  | { readonly code: 'item-taken-up'; readonly item: string }
  | { readonly code: 'item-concluded'; readonly item: string }
  | { readonly code: 'item-kind-fixed'; readonly item: string }
  | { readonly code: 'no-item-taken-up' }
  | { readonly code: 'wrong-item-kind'; readonly needs: string }
  | { readonly code: 'exchange-needs-two-sides' }
  | { readonly code: 'agenda-full' }
  | { readonly code: 'messages-not-all-read'; readonly messages: readonly string[] }
  /* messages and documents */
  | { readonly code: 'message-exists'; readonly message: string }
  | { readonly code: 'message-unknown'; readonly message: string }
  | { readonly code: 'message-read'; readonly message: string }
  | { readonly code: 'no-message-left' }
  | { readonly code: 'document-exists'; readonly document: string }
  /* the floor */
  | { readonly code: 'floor-taken'; readonly by: string }
  | { readonly code: 'floor-not-held' }
  | { readonly code: 'not-holding-the-floor'; readonly by?: string }
  | { readonly code: 'floor-paused' }
  | { readonly code: 'floor-not-paused' }
  | { readonly code: 'list-closed' }
  | { readonly code: 'list-already-open' }
  | { readonly code: 'list-empty' }
  | { readonly code: 'already-on-the-list' }
  | { readonly code: 'not-on-the-list' }
  | { readonly code: 'request-unknown'; readonly request: string }
  | { readonly code: 'request-of-another-seat' }
  | { readonly code: 'out-of-order'; readonly next: string }
  | { readonly code: 'departure-not-allowed'; readonly next: string }
  | { readonly code: 'kind-not-requestable'; readonly kind: string }
  | { readonly code: 'right-of-reply-used'; readonly allowed: number }
  | { readonly code: 'not-party-to-the-exchange' }
  /* order and procedure */
  | { readonly code: 'point-of-order-pending' }
  | { readonly code: 'no-point-of-order' }
  | { readonly code: 'appeal-not-provided' }
  | { readonly code: 'no-ruling-to-appeal' }
  | { readonly code: 'appeal-pending' }
  | { readonly code: 'no-appeal' }
  | { readonly code: 'vote-already-cast' }
  | { readonly code: 'motion-not-provided'; readonly kind: string }
  | { readonly code: 'motion-pending'; readonly kind: string }
  | { readonly code: 'motion-unknown' }
  | { readonly code: 'motion-of-higher-precedence'; readonly kind: string }
  | { readonly code: 'motion-already-opposed' }
  /* recording */
  | { readonly code: 'recording-under-way' }
  | { readonly code: 'no-recording' }
  | { readonly code: 'nothing-to-record-with' }
  /* the text */
  | { readonly code: 'text-exists'; readonly text: string }
  | { readonly code: 'text-unknown'; readonly text: string }
  | { readonly code: 'text-adopted'; readonly text: string }
  | { readonly code: 'text-not-adopted'; readonly text: string }
  | { readonly code: 'text-put'; readonly text: string }
  | { readonly code: 'text-not-put'; readonly text: string }
  | { readonly code: 'proposal-exists'; readonly proposal: string }
  | { readonly code: 'proposal-unknown'; readonly proposal: string }
  | { readonly code: 'proposal-withdrawn'; readonly proposal: string }
  | { readonly code: 'not-a-sponsor'; readonly proposal: string }
  | { readonly code: 'already-a-sponsor'; readonly proposal: string }
  | { readonly code: 'block-exists'; readonly block: string }
  | { readonly code: 'block-unknown'; readonly block: string }
  | { readonly code: 'block-kind-needed'; readonly block: string }
  | { readonly code: 'body-empty' }
  | { readonly code: 'body-not-empty' }
  | { readonly code: 'version-unknown'; readonly version: Hash }
  | { readonly code: 'version-exists'; readonly version: Hash }
  | { readonly code: 'order-stale'; readonly order: Hash }
  | { readonly code: 'order-not-a-permutation' }
  | { readonly code: 'wrong-hash'; readonly expected: Hash }
  | { readonly code: 'text-not-ready'; readonly obstacles: readonly Obstacle[] }
  | { readonly code: 'objection-standing'; readonly delegation: string }
  | { readonly code: 'objection-exists' }
  | { readonly code: 'no-objection' }
  | { readonly code: 'silence-not-provided' }
  | { readonly code: 'silence-too-short'; readonly minimumSeconds: number }
  | { readonly code: 'silence-running'; readonly expiresAt: Instant }
  | { readonly code: 'no-silence' }
  | { readonly code: 'silence-expired' }
  | { readonly code: 'silence-not-broken-this-way' }
  | { readonly code: 'nothing-to-confirm' }
  | { readonly code: 'statement-exists'; readonly statement: string }
  | { readonly code: 'already-signed' }
  | { readonly code: 'already-initialled' }
  | { readonly code: 'text-too-large' }
  /* the release */
  | { readonly code: 'release-before-adjournment' }
  | { readonly code: 'release-exists' }
  | { readonly code: 'release-unknown' }
  | { readonly code: 'release-withdrawn' }
  | { readonly code: 'release-unchanged' }
  | { readonly code: 'release-stale'; readonly hash: Hash }
  | { readonly code: 'release-too-large' }
  | { readonly code: 'release-not-cleared'; readonly delegations: readonly string[] }
  | { readonly code: 'release-already-cleared' }
  | { readonly code: 'release-objected'; readonly delegations: readonly string[] }
  | { readonly code: 'release-not-published' }
  | { readonly code: 'release-already-published' }
  | { readonly code: 'correction-needed' }
  | { readonly code: 'no-writer-for-language'; readonly language: string }
  /* the chamber */
  | { readonly code: 'chamber-closed-to-you' }
  | { readonly code: 'draft-unknown'; readonly draft: string }
  | { readonly code: 'draft-exists'; readonly draft: string }
  | { readonly code: 'draft-tabled'; readonly draft: string }

export type RefusalCode = Refusal['code']

/** What a seat lacked. */
export type Entitlement =
  | 'chair'
  | 'secretariat'
  | 'secretariat-of-the-delegation'
  | 'delegation'
  | 'head-or-alternate'
  | 'speaker'
  | 'press-or-secretariat'
  | 'operator'
  | 'seat'

/** What keeps a meeting from opening. */
export type Missing =
  | { readonly code: 'chair-missing' }
  | { readonly code: 'agenda-empty' }
  | { readonly code: 'head-missing'; readonly delegation: string }
  | { readonly code: 'speaker-missing'; readonly item: string; readonly seat: string }
  | { readonly code: 'reader-missing'; readonly message: string }
  | {
      readonly code: 'wording-missing'
      readonly of: 'theme' | 'item'
      readonly item?: string
      readonly language: string
    }

/** What stands between a text and adoption. */
export type Obstacle =
  | { readonly code: 'no-blocks' }
  | { readonly code: 'block-not-agreed'; readonly block: string }
  | { readonly code: 'language-missing'; readonly block: string; readonly language: string }
  | { readonly code: 'concordance-missing'; readonly block: string }
  | { readonly code: 'order-not-accepted'; readonly delegation: string }
  | { readonly code: 'title-language-missing'; readonly language: string }
