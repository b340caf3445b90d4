import * as z from 'zod'
import { Language, Localized, LocalizedPassage } from '../words/language.ts'
import { Hash, Instant, Slug } from '../words/identity.ts'
import { Passage } from '../words/wording.ts'
import { Expression } from './events.ts'

const release = { release: Slug, language: Language }

export const ApprovePosition = z.strictObject({
  type: z.literal('ApprovePosition'),
  item: Slug.optional(),
  position: LocalizedPassage,
})
/**
 * Starts a language version. Without `expression` the server drafts it from the record, in the languages it has
 * writers for; the rules see only the finished expression.
 */
export const DraftRelease = z.strictObject({
  type: z.literal('DraftRelease'),
  ...release,
  expression: Expression.optional(),
})
export const EditRelease = z.strictObject({
  type: z.literal('EditRelease'),
  ...release,
  expression: Expression,
  /** The revision the editor had before them, by hash. */
  base: Hash,
  correction: Passage.optional(),
})
export const ClearRelease = z.strictObject({ type: z.literal('ClearRelease'), ...release, hash: Hash })
export const ObjectToRelease = z.strictObject({
  type: z.literal('ObjectToRelease'),
  ...release,
  hash: Hash,
  reason: Passage,
})
export const PublishRelease = z.strictObject({
  type: z.literal('PublishRelease'),
  ...release,
  hash: Hash,
  embargoUntil: Instant.optional(),
})
export const WithdrawRelease = z.strictObject({
  type: z.literal('WithdrawRelease'),
  ...release,
  cause: z.enum(['published-in-error', 'rights', 'law', 'parties-request']),
  explanation: Localized.optional(),
})

export const ReleaseCommand = z.discriminatedUnion('type', [
  ApprovePosition,
  DraftRelease,
  EditRelease,
  ClearRelease,
  ObjectToRelease,
  PublishRelease,
  WithdrawRelease,
])
export type ReleaseCommand = z.infer<typeof ReleaseCommand>
