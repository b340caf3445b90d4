import { Slug } from '@parley/domain/words/identity'
import * as z from 'zod'
import { Principal } from './address.ts'

/** 256 random bits, base64url. */
export const Token = z.string().regex(/^[A-Za-z0-9_-]{43}$/, { message: 'token-malformed' })

export const OpenSession = z.strictObject({ invitation: Token }).meta({ id: 'OpenSession' })
export const SessionOpened = z
  .strictObject({
    /** Sent as `Authorization: Bearer …`; browsers get the same session as a cookie and ignore it. */
    token: Token,
    principal: Principal,
    expiresAt: z.int(),
  })
  .meta({ id: 'SessionOpened' })
export type SessionOpened = z.infer<typeof SessionOpened>

export const Invite = z.strictObject({ seat: Slug }).meta({ id: 'Invite' })
/** A single-use invitation. The link is `<origin>/enter#<token>`: the fragment never reaches a server log. */
export const Invited = z
  .strictObject({ principal: Principal, token: Token, link: z.string(), expiresAt: z.int() })
  .meta({ id: 'Invited' })
export type Invited = z.infer<typeof Invited>
