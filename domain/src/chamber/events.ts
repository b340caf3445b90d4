import * as z from 'zod'
import { Language } from '../words/language.ts'
import { Slug } from '../words/identity.ts'
import { Passage } from '../words/wording.ts'

/** First leaf of a chamber log: whose chamber, at which meeting. */
export const ChamberOpened = z.strictObject({
  type: z.literal('ChamberOpened'),
  meeting: Slug,
  delegation: Slug,
})
export const WordPassed = z.strictObject({ type: z.literal('WordPassed'), seat: Slug, body: Passage })
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

/** What can be on a chamber log: one delegation's private work at one meeting. */
export const ChamberEvent = z.discriminatedUnion('type', [ChamberOpened, WordPassed, DraftKept, DraftDropped])
export type ChamberEvent = z.infer<typeof ChamberEvent>
