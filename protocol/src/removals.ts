import { Instant } from '@parley/domain/words/identity'
import { LocalizedPassage } from '@parley/domain/words/language'
import * as z from 'zod'

/** How a request for removal ends. The outcomes say what was done; doing it is a correction or a withdrawal. */
export const RemovalOutcome = z.enum(['media-removed', 'text-redacted', 'page-removed', 'refused'])
export type RemovalOutcome = z.infer<typeof RemovalOutcome>

/** A request for removal as its readers see it: who asks is told to nobody else. */
export const RemovalView = z
  .strictObject({
    id: z.string(),
    receivedAt: Instant,
    pageUrl: z.string(),
    claim: z.enum(['copyright', 'personal-image', 'personal-data', 'defamation', 'other']),
    requester: z.strictObject({ name: z.string(), contact: z.string() }),
    explanation: z.string(),
    /** The language the form was filled in. */
    language: z.string(),
    settled: z
      .strictObject({ outcome: RemovalOutcome, at: Instant, reason: z.record(z.string(), z.string()) })
      .optional(),
  })
  .meta({ id: 'RemovalView' })
export type RemovalView = z.infer<typeof RemovalView>

export const RemovalList = z.strictObject({ removals: z.array(RemovalView) }).meta({ id: 'RemovalList' })
export type RemovalList = z.infer<typeof RemovalList>

/** What was decided, and why in as many languages as one likes; the public register shows both. */
export const RemovalSettlement = z
  .strictObject({ outcome: RemovalOutcome, reason: LocalizedPassage.optional() })
  .meta({ id: 'RemovalSettlement' })
export type RemovalSettlement = z.infer<typeof RemovalSettlement>
