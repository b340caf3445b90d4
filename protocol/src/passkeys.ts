import { Instant } from '@parley/domain/words/identity'
import * as z from 'zod'

/*
 * WebAuthn Level 3 in JSON, as `PublicKeyCredential.toJSON()` makes it; see docs/protocol.md. What browsers add beyond is
 * let through and not looked at.
 */

const Base64Url = z
  .string()
  .max(16_000)
  .regex(/^[A-Za-z0-9_-]*$/, { message: 'base64url-malformed' })
const CredentialId = z
  .string()
  .min(1)
  .max(1400)
  .regex(/^[A-Za-z0-9_-]+$/, { message: 'base64url-malformed' })
const credential = {
  id: CredentialId,
  rawId: CredentialId,
  type: z.literal('public-key'),
}

export const Enrolment = z.object({
  ...credential,
  response: z.object({ clientDataJSON: Base64Url, attestationObject: Base64Url }),
})
export type Enrolment = z.infer<typeof Enrolment>

export const Assertion = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: Base64Url,
    authenticatorData: Base64Url,
    signature: Base64Url,
    userHandle: Base64Url.optional(),
  }),
})
export type Assertion = z.infer<typeof Assertion>

const Label = z
  .string()
  .trim()
  .min(1, { message: 'text-empty' })
  .max(60)
  .regex(/^[^\p{Cc}\p{Cf}]*$/u, { message: 'text-control-character' })
export const EnrolPasskey = z
  .strictObject({ label: Label, credential: Enrolment })
  .meta({ id: 'EnrolPasskey' })
export const SignIn = z.strictObject({ credential: Assertion }).meta({ id: 'SignIn' })
export const RemovePasskey = z.strictObject({ id: CredentialId }).meta({ id: 'RemovePasskey' })

/** What a browser's `navigator.credentials` is given, as WebAuthn has it. */
export const PasskeyOptions = z
  .strictObject({ options: z.looseObject({ challenge: z.string() }) })
  .meta({ id: 'PasskeyOptions' })
export type PasskeyOptions = z.infer<typeof PasskeyOptions>

/** One's own passkeys, oldest first. */
export const Passkeys = z
  .strictObject({
    passkeys: z.array(
      z.strictObject({
        id: z.string(),
        label: z.string(),
        createdAt: Instant,
        lastUsedAt: Instant.optional(),
      }),
    ),
  })
  .meta({ id: 'Passkeys' })
export type Passkeys = z.infer<typeof Passkeys>
