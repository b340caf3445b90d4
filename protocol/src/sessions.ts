import { Slug } from '@parley/domain/words/identity'
import * as z from 'zod'
import { Principal } from './address.ts'
import { Slot } from './arrival.ts'

/** 256 random bits, base64url. */
export const Token = z.string().regex(/^[A-Za-z0-9_-]{43}$/, { message: 'token-malformed' })

export const OpenSession = z.strictObject({ invitation: Token }).meta({ id: 'OpenSession' })
export const SessionOpened = z
  .strictObject({
    /** Sent as `Authorization: Bearer …`; browsers get the same session as a cookie and ignore it. */
    token: Token,
    principal: Principal,
    /** By which a page that holds several seats says which it speaks for. */
    slot: Slot,
    /** Whether the seat has still to be admitted. */
    waits: z.boolean(),
    expiresAt: z.int(),
  })
  .meta({ id: 'SessionOpened' })
export type SessionOpened = z.infer<typeof SessionOpened>

/** With `lobby`, whoever comes in waits until somebody of their side admits them. */
export const Invite = z.strictObject({ seat: Slug, lobby: z.boolean().optional() }).meta({ id: 'Invite' })
export const SeatNamed = z.strictObject({ seat: Slug }).meta({ id: 'SeatNamed' })
/** A single-use invitation. The link is `<origin>/enter#<token>`: the fragment never reaches a server log. */
export const Invited = z
  .strictObject({ principal: Principal, token: Token, link: z.string(), expiresAt: z.int() })
  .meta({ id: 'Invited' })
export type Invited = z.infer<typeof Invited>
