import * as z from 'zod'
import { BlockKind } from '../text/things.ts'
import { Language } from '../words/language.ts'
import { Hash, Slug } from '../words/identity.ts'
import { Passage } from '../words/wording.ts'

/** First leaf of a chamber log: whose chamber, at which meeting. */
export const ChamberOpened = z.strictObject({
  type: z.literal('ChamberOpened'),
  meeting: Slug,
  delegation: Slug,
})
export const WordPassed = z.strictObject({ type: z.literal('WordPassed'), seat: Slug, body: Passage })
/** A draft has a name and an aim from here on; what it says meanwhile is nowhere on record until it is kept. */
export const DraftBegun = z.strictObject({
  type: z.literal('DraftBegun'),
  draft: Slug,
  text: Slug,
  block: Slug,
  /** The version it starts from; without one it is to be a new block, of this kind, after that block. */
  base: Hash.optional(),
  kind: BlockKind.optional(),
  after: Slug.nullable().optional(),
  seat: Slug,
  body: z.record(Language, Passage),
})
/** A delegation's own draft of a block, kept until it is tabled as new content in the meeting log. */
export const DraftKept = z.strictObject({
  type: z.literal('DraftKept'),
  draft: Slug,
  text: Slug,
  block: Slug,
  seat: Slug,
  body: z.record(Language, Passage),
})
export const DraftDropped = z.strictObject({ type: z.literal('DraftDropped'), draft: Slug, seat: Slug })

/** The draft was tabled: what it said is on the meeting's log under this proposal. */
export const DraftClosed = z.strictObject({
  type: z.literal('DraftClosed'),
  draft: Slug,
  proposal: Slug,
  seat: Slug,
})

/** What can be on a chamber log: one delegation's private work at one meeting. */
export const ChamberEvent = z.discriminatedUnion('type', [
  ChamberOpened,
  WordPassed,
  DraftBegun,
  DraftKept,
  DraftDropped,
  DraftClosed,
])
export type ChamberEvent = z.infer<typeof ChamberEvent>
