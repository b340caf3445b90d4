import * as z from 'zod'
import { Slug } from '../words/identity.ts'
import { Convening } from '../meeting/convening.ts'
import { Founding, SecretariatSeat } from './events.ts'

export const FoundDialogue = z.strictObject({ type: z.literal('FoundDialogue'), ...Founding.shape })
export const SeatSecretariat = z.strictObject({
  type: z.literal('SeatSecretariat'),
  ...SecretariatSeat.shape,
})
export const UnseatSecretariat = z.strictObject({ type: z.literal('UnseatSecretariat'), seat: Slug })
export const ChooseRulePack = z.strictObject({
  type: z.literal('ChooseRulePack'),
  rulePack: z.string().max(64),
})

/** Convenes the next meeting: numbers it here and opens its own log with `MeetingConvened`. */
export const ConveneMeeting = z.strictObject({
  type: z.literal('ConveneMeeting'),
  meeting: Slug,
  /** Given only to enter an earlier or later number of the series; otherwise the next one. */
  number: z.int().min(1).max(9999).optional(),
  /** Given only to depart from the rotation of hosts. */
  host: Slug.optional(),
  ...Convening.shape,
})

export const DialogueCommand = z.discriminatedUnion('type', [
  FoundDialogue,
  SeatSecretariat,
  UnseatSecretariat,
  ChooseRulePack,
  ConveneMeeting,
])
export type DialogueCommand = z.infer<typeof DialogueCommand>
