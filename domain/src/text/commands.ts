import * as z from 'zod'
import { Language, Languages, Localized, LocalizedPassage } from '../words/language.ts'
import { Hash, Instant, Slug } from '../words/identity.ts'
import { Passage } from '../words/wording.ts'
import { AttachedKind, Attribution, BlockKind, Intent, StanceLevel, Target } from './things.ts'

const text = { text: Slug }

export const OpenText = z.strictObject({
  type: z.literal('OpenText'),
  ...text,
  title: Localized,
  languages: Languages.optional(),
})
export const TableProposal = z.strictObject({
  type: z.literal('TableProposal'),
  ...text,
  proposal: Slug,
  block: Slug,
  kind: BlockKind.optional(),
  intent: Intent,
  /** The whole wording of the block in each language given; empty exactly when the block is to be deleted. */
  body: z.record(Language, Passage),
  base: Hash.optional(),
  after: Slug.nullable().optional(),
  attribution: Attribution.optional(),
})
export const JoinProposal = z.strictObject({ type: z.literal('JoinProposal'), ...text, proposal: Slug })
export const WithdrawProposal = z.strictObject({
  type: z.literal('WithdrawProposal'),
  ...text,
  proposal: Slug,
})
export const ArrangeBlocks = z.strictObject({
  type: z.literal('ArrangeBlocks'),
  ...text,
  order: z.array(Slug).min(1).max(600),
})
export const TakeStance = z.strictObject({
  type: z.literal('TakeStance'),
  ...text,
  level: StanceLevel,
  targets: z.array(Target).min(1).max(400),
})
export const CertifyConcordance = z.strictObject({
  type: z.literal('CertifyConcordance'),
  ...text,
  versions: z
    .array(z.strictObject({ block: Slug, version: Hash }))
    .min(1)
    .max(400),
})
export const PutText = z.strictObject({ type: z.literal('PutText'), ...text, root: Hash })
export const ObjectToText = z.strictObject({
  type: z.literal('ObjectToText'),
  ...text,
  root: Hash,
  reason: Passage.optional(),
})
export const WithdrawObjection = z.strictObject({ type: z.literal('WithdrawObjection'), ...text })
export const TakeTextBack = z.strictObject({ type: z.literal('TakeTextBack'), ...text })
export const DeclareAdopted = z.strictObject({ type: z.literal('DeclareAdopted'), ...text, root: Hash })
export const OpenSilence = z.strictObject({
  type: z.literal('OpenSilence'),
  ...text,
  root: Hash,
  expiresAt: Instant,
})
export const BreakSilence = z.strictObject({
  type: z.literal('BreakSilence'),
  ...text,
  by: z.enum(['objection', 'amendment']),
  reason: Passage.optional(),
})
/** After the window has passed unbroken the chair closes it, and the text is adopted; never a timer alone. */
export const CloseSilence = z.strictObject({ type: z.literal('CloseSilence'), ...text, root: Hash })
export const ConfirmAdReferendum = z.strictObject({
  type: z.literal('ConfirmAdReferendum'),
  ...text,
  root: Hash,
})
export const AttachStatement = z.strictObject({
  type: z.literal('AttachStatement'),
  ...text,
  statement: Slug,
  kind: AttachedKind,
  body: LocalizedPassage,
})
export const InitialText = z.strictObject({ type: z.literal('InitialText'), ...text, root: Hash })
export const SignText = z.strictObject({ type: z.literal('SignText'), ...text, root: Hash })

export const TextCommand = z.discriminatedUnion('type', [
  OpenText,
  TableProposal,
  JoinProposal,
  WithdrawProposal,
  ArrangeBlocks,
  TakeStance,
  CertifyConcordance,
  PutText,
  ObjectToText,
  WithdrawObjection,
  TakeTextBack,
  DeclareAdopted,
  OpenSilence,
  BreakSilence,
  CloseSilence,
  ConfirmAdReferendum,
  AttachStatement,
  InitialText,
  SignText,
])
export type TextCommand = z.infer<typeof TextCommand>
