import * as z from 'zod'
import { Language, Languages, Localized } from '../words/language.ts'
import { Person, Slug, TimeZone } from '../words/identity.ts'

/**
 * A party to the dialogue; at each meeting it sits as a delegation under the same id.
 * The order of the parties is the order of the alternat, never a ranking.
 */
export const Party = z.strictObject({
  id: Slug,
  name: Localized,
  /** How the side is called in running text, where the full name would be heavy. */
  side: Localized.optional(),
  city: Localized,
  timeZone: TimeZone,
  language: Language,
})
export type Party = z.infer<typeof Party>

/** A seat that serves the dialogue as a whole: a party's secretariat, or a joint one without a party. */
export const SecretariatSeat = z.strictObject({ seat: Slug, party: Slug.optional(), person: Person })
export type SecretariatSeat = z.infer<typeof SecretariatSeat>

/** What is settled when a dialogue is founded. */
export const Founding = z.strictObject({
  dialogue: Slug,
  name: Localized,
  parties: z.array(Party).min(2).max(12),
  languages: Languages,
  rulePack: z.string().max(64),
  secretariats: z.array(SecretariatSeat).min(1).max(48),
})

export const DialogueFounded = z.strictObject({ type: z.literal('DialogueFounded'), ...Founding.shape })
export const SecretariatSeated = z.strictObject({
  type: z.literal('SecretariatSeated'),
  ...SecretariatSeat.shape,
})
export const SecretariatUnseated = z.strictObject({ type: z.literal('SecretariatUnseated'), seat: Slug })
export const RulePackChosen = z.strictObject({
  type: z.literal('RulePackChosen'),
  rulePack: z.string().max(64),
})
export const MeetingNumbered = z.strictObject({
  type: z.literal('MeetingNumbered'),
  meeting: Slug,
  number: z.int().min(1).max(9999),
  host: Slug,
})

/** What can be on a dialogue's log. */
export const DialogueEvent = z.discriminatedUnion('type', [
  DialogueFounded,
  SecretariatSeated,
  SecretariatUnseated,
  RulePackChosen,
  MeetingNumbered,
])
export type DialogueEvent = z.infer<typeof DialogueEvent>
