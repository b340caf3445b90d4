import * as z from 'zod'
import { Localized } from './language.ts'

/** A short name people give to a thing: lower-case Latin letters, digits, hyphens; 1 to 64. */
export const Slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, { message: 'identifier-malformed' })
export type Slug = z.infer<typeof Slug>

export type DialogueId = Slug
export type MeetingId = Slug
export type DelegationId = Slug
export type SeatId = Slug
export type ItemId = Slug
export type MessageId = Slug
export type TextId = Slug
export type BlockId = Slug
export type ProposalId = Slug
export type ReleaseId = Slug

/** A point in time: milliseconds since 1970-01-01T00:00:00Z, an integer. */
export const Instant = z.int().min(0).max(253_402_300_799_999)
export type Instant = z.infer<typeof Instant>

/** SHA-256, lower-case hexadecimal. */
export const Hash = z.string().regex(/^[0-9a-f]{64}$/, { message: 'hash-malformed' })
export type Hash = z.infer<typeof Hash>

/** An IANA time zone name, such as `Asia/Shanghai`. Whether the zone exists is checked where time is shown. */
export const TimeZone = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+){0,2}$/, { message: 'time-zone-malformed' })

/** Someone named in the record: the name and the office held at the time, one wording per language. */
export const Person = z.strictObject({
  name: Localized,
  office: Localized.optional(),
  /** Grammatical gender for languages whose verbs agree with it. */
  gender: z.enum(['feminine', 'masculine']).optional(),
})
export type Person = z.infer<typeof Person>

/** Who did something: a seat, the operator who founds dialogues, or a named reactor of the server. */
export const Author = z.union([
  z.strictObject({ seat: Slug }),
  z.strictObject({ operator: z.literal(true) }),
  z.strictObject({ reactor: Slug }),
])
export type Author = z.infer<typeof Author>
