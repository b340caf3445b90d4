import type { Refusal } from '@parley/domain/refusal'

/** One place in a request that was not as the schema says. `code` has words in `messages/`. */
export type Malformation = { readonly path: string; readonly code: string }

/**
 * Why a request was not carried out, as an RFC 9457 problem document (`application/problem+json`).
 * `code` is stable; a client never needs `title`, which is for people and in the language asked for.
 */
export type Problem = {
  readonly type: string
  readonly status: number
  readonly code: ProblemCode
  readonly title?: string
  /** Present when the rules refused the command. */
  readonly refusal?: Refusal
  /** Present when the request was malformed. At most 20. */
  readonly malformations?: readonly Malformation[]
  /** Present with `stale`: how many leaves the log has now. */
  readonly size?: number
  /** Present with `too-many`: when to come back. */
  readonly retryAfterSeconds?: number
}

/** Reasons that are not rules of the dialogue. A rule's refusal carries its own code (domain/src/refusal.ts). */
export const PROTOCOL_CODES = {
  malformed: 400,
  'not-signed-in': 401,
  'invitation-unknown': 401,
  'invitation-used': 401,
  'invitation-expired': 401,
  'passkey-refused': 401,
  'in-lobby': 403,
  'origin-refused': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  stale: 409,
  'act-id-reused': 409,
  'passkeys-unavailable': 409,
  gone: 410,
  'too-large': 413,
  'not-json': 415,
  'version-unknown': 400,
  'too-many': 429,
  bug: 500,
  'disk-fault': 503,
  'media-down': 503,
  closing: 503,
} as const
export type ProtocolCode = keyof typeof PROTOCOL_CODES
export type ProblemCode = ProtocolCode | Refusal['code']

/** Entitlement refusals are 403, everything else the rules refuse is 422. */
export const statusOfRefusal = (refusal: Refusal): number =>
  refusal.code === 'not-entitled' || refusal.code === 'chamber-closed-to-you' ? 403 : 422

export const problemOfRefusal = (refusal: Refusal): Problem => ({
  type: `urn:parley:refusal:${refusal.code}`,
  status: statusOfRefusal(refusal),
  code: refusal.code,
  refusal,
})

export const problem = (
  code: ProtocolCode,
  extra: Omit<Partial<Problem>, 'code' | 'status' | 'type'> = {},
): Problem => ({
  type: `urn:parley:problem:${code}`,
  status: PROTOCOL_CODES[code],
  code,
  ...extra,
})
