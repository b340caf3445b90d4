import * as z from 'zod'
import { Language, Localized, LocalizedPassage } from '../words/language.ts'
import { Hash, Instant, Slug } from '../words/identity.ts'
import { Line, Passage } from '../words/wording.ts'

/** A paragraph of a release and the facts (sequence numbers of this log) it rests on; empty when an editor wrote it freely. */
export const Paragraph = z.strictObject({ text: Passage, facts: z.array(z.int().min(0)).max(200) })
export type Paragraph = z.infer<typeof Paragraph>

/** One language version of a release, whole. */
export const Expression = z.strictObject({
  headline: Line,
  /** A sentence or two under the headline. */
  deck: Passage.optional(),
  /** Place and date as the language's custom writes them, without the source. */
  dateline: Line,
  byline: Line,
  source: Line,
  paragraphs: z.array(Paragraph).min(1).max(60),
})
export type Expression = z.infer<typeof Expression>

const release = { release: Slug, language: Language }

/** A side's position in its own approved words; nothing else may state it in a release. */
export const PositionApproved = z.strictObject({
  type: z.literal('PositionApproved'),
  delegation: Slug,
  item: Slug.optional(),
  position: LocalizedPassage,
})
export const ReleaseDrafted = z.strictObject({
  type: z.literal('ReleaseDrafted'),
  ...release,
  revision: z.int().min(1),
  hash: Hash,
  expression: Expression,
})
export const ReleaseEdited = z.strictObject({
  type: z.literal('ReleaseEdited'),
  ...release,
  revision: z.int().min(2),
  hash: Hash,
  expression: Expression,
  /** For a published release: what was wrong and what it is now; absent for a typographic edit. */
  correction: Passage.optional(),
})
export const ReleaseCleared = z.strictObject({
  type: z.literal('ReleaseCleared'),
  ...release,
  hash: Hash,
  delegation: Slug,
})
export const ReleaseObjected = z.strictObject({
  type: z.literal('ReleaseObjected'),
  ...release,
  hash: Hash,
  delegation: Slug,
  reason: Passage,
})
/** A numbered edition of one language version, with all that a reader sees. */
export const ReleasePublished = z.strictObject({
  type: z.literal('ReleasePublished'),
  ...release,
  edition: z.int().min(1),
  hash: Hash,
  expression: Expression,
  correction: Passage.optional(),
  embargoUntil: Instant.optional(),
})
export const ReleaseWithdrawn = z.strictObject({
  type: z.literal('ReleaseWithdrawn'),
  ...release,
  cause: z.enum(['published-in-error', 'rights', 'law', 'parties-request']),
  explanation: Localized.optional(),
})

/** The releases' share of what can be on a meeting log. */
export const ReleaseEvent = z.discriminatedUnion('type', [
  PositionApproved,
  ReleaseDrafted,
  ReleaseEdited,
  ReleaseCleared,
  ReleaseObjected,
  ReleasePublished,
  ReleaseWithdrawn,
])
export type ReleaseEvent = z.infer<typeof ReleaseEvent>
