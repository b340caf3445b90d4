import * as z from 'zod'
import { Languages, Localized, LocalizedPassage } from '../words/language.ts'
import { Hash, Instant, Slug } from '../words/identity.ts'
import { Passage } from '../words/wording.ts'
import { AttachedKind, Attribution, BlockKind, Body, Intent, StanceLevel, Target } from './things.ts'

const text = { text: Slug }
const delegation = { delegation: Slug }

export const TextOpened = z.strictObject({
  type: z.literal('TextOpened'),
  ...text,
  title: Localized,
  /** The equally authentic languages: all of them are needed for adoption. */
  languages: Languages,
})
export const ProposalTabled = z.strictObject({
  type: z.literal('ProposalTabled'),
  ...text,
  proposal: Slug,
  block: Slug,
  kind: BlockKind,
  intent: Intent,
  /** Empty exactly when the proposal is to delete the block. */
  body: Body,
  /** The content's address; see `version.ts`. */
  version: Hash,
  /** The version this one was written against. */
  base: Hash.optional(),
  /** For a new block: the block it follows; absent for the end; null for the beginning. */
  after: Slug.nullable().optional(),
  sponsors: z.array(Slug).max(12),
  attribution: Attribution,
})
export const ProposalJoined = z.strictObject({
  type: z.literal('ProposalJoined'),
  ...text,
  proposal: Slug,
  ...delegation,
})
/** A supporter steps back; the proposal stands while any remains. */
export const ProposalWithdrawn = z.strictObject({
  type: z.literal('ProposalWithdrawn'),
  ...text,
  proposal: Slug,
  /** The sponsor that stepped back; absent when the chair or the joint secretariat withdrew its own proposal. */
  delegation: Slug.optional(),
})
export const BlocksArranged = z.strictObject({
  type: z.literal('BlocksArranged'),
  ...text,
  order: z.array(Slug).min(1).max(600),
  hash: Hash,
})
export const StanceTaken = z.strictObject({
  type: z.literal('StanceTaken'),
  ...text,
  ...delegation,
  level: StanceLevel,
  targets: z.array(Target).min(1).max(400),
})
export const ConcordanceCertified = z.strictObject({
  type: z.literal('ConcordanceCertified'),
  ...text,
  ...delegation,
  versions: z
    .array(z.strictObject({ block: Slug, version: Hash }))
    .min(1)
    .max(400),
})
export const TextPut = z.strictObject({ type: z.literal('TextPut'), ...text, root: Hash })
export const ObjectionRaised = z.strictObject({
  type: z.literal('ObjectionRaised'),
  ...text,
  ...delegation,
  root: Hash,
  reason: Passage.optional(),
})
export const ObjectionWithdrawn = z.strictObject({
  type: z.literal('ObjectionWithdrawn'),
  ...text,
  ...delegation,
})
export const TextTakenBack = z.strictObject({ type: z.literal('TextTakenBack'), ...text, root: Hash })
export const SilenceOpened = z.strictObject({
  type: z.literal('SilenceOpened'),
  ...text,
  root: Hash,
  expiresAt: Instant,
})
export const SilenceBroken = z.strictObject({
  type: z.literal('SilenceBroken'),
  ...text,
  ...delegation,
  by: z.enum(['objection', 'amendment']),
  reason: Passage.optional(),
})
export const TextAdopted = z.strictObject({
  type: z.literal('TextAdopted'),
  ...text,
  root: Hash,
  title: Localized,
  languages: Languages,
  blocks: z.int().min(1).max(600),
  mode: z.enum(['consensus', 'silence']),
  /** Delegations whose acceptance still needs their authorities' confirmation. */
  adReferendum: z.array(Slug).max(12),
})
/** One block of an adopted text, in order; together they are the whole wording, so the adopted text can be read without the negotiation. */
export const BlockAdopted = z.strictObject({
  type: z.literal('BlockAdopted'),
  ...text,
  index: z.int().min(0).max(599),
  block: Slug,
  kind: BlockKind,
  version: Hash,
  body: Body,
})
export const AdReferendumConfirmed = z.strictObject({
  type: z.literal('AdReferendumConfirmed'),
  ...text,
  root: Hash,
  ...delegation,
})
export const StatementAttached = z.strictObject({
  type: z.literal('StatementAttached'),
  ...text,
  statement: Slug,
  ...delegation,
  kind: AttachedKind,
  body: LocalizedPassage,
})
export const TextInitialled = z.strictObject({
  type: z.literal('TextInitialled'),
  ...text,
  root: Hash,
  ...delegation,
  seat: Slug,
})
export const TextSigned = z.strictObject({
  type: z.literal('TextSigned'),
  ...text,
  root: Hash,
  ...delegation,
  seat: Slug,
})

/** The texts' share of what can be on a meeting log. */
export const TextEvent = z.discriminatedUnion('type', [
  TextOpened,
  ProposalTabled,
  ProposalJoined,
  ProposalWithdrawn,
  BlocksArranged,
  StanceTaken,
  ConcordanceCertified,
  TextPut,
  ObjectionRaised,
  ObjectionWithdrawn,
  TextTakenBack,
  SilenceOpened,
  SilenceBroken,
  TextAdopted,
  BlockAdopted,
  AdReferendumConfirmed,
  StatementAttached,
  TextInitialled,
  TextSigned,
])
export type TextEvent = z.infer<typeof TextEvent>
