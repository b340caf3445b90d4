import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { Principal } from '@parley/protocol/address'
import { Slot } from '@parley/protocol/arrival'
import { Token } from '@parley/protocol/sessions'
import { principalName } from './caller.ts'

/** What a request says of who sends it. */
export type Credentials = {
  readonly token: string | undefined
  /** Whether a browser added the token by itself, so that another site may have caused the request. */
  readonly ambient: boolean
}

/** A session a browser holds: one cookie for each seat, and one without a slot for the seat entered last. */
export type Kept = { readonly slot: string | undefined; readonly token: string }

/** As many seats as one browser is let hold: a request's head must not outgrow what a server reads. */
export const MAX_KEPT_SEATS = 24

/** The part of a request that says who sends it. */
export type Asking = { readonly headers: IncomingHttpHeaders; readonly url?: string | undefined }

/** A seat's slot: the same for all its sessions, and nothing that would have to be kept secret. */
export const slotOf = (principal: Principal): string =>
  createHash('sha256')
    .update(`slot ${principalName(principal)}`)
    .digest('hex')
    .slice(0, 12)

/**
 * The token of `Authorization: Bearer`, else of the cookie for the seat that the page names, else, where it names none, of
 * the cookie for the seat entered last. One that is not shaped like a token is none.
 */
export const credentialsOf = (asking: Asking, origin: string): Credentials => {
  const { authorization } = asking.headers
  if (authorization !== undefined) {
    const bearer = /^Bearer ([A-Za-z0-9_-]{43})$/i.exec(authorization)
    return { token: bearer?.[1], ambient: false }
  }
  const kept = keptIn(asking.headers, origin)
  const named = slotNamed(asking)
  const own = kept.find(({ slot }) => slot === named) ?? (named === undefined ? kept.at(-1) : undefined)
  return { token: own?.token, ambient: kept.length > 0 }
}

/** The sessions a browser sends along. */
export const keptIn = ({ cookie = '' }: IncomingHttpHeaders, origin: string): readonly Kept[] => {
  const name = cookieName(origin)
  return cookie.split(';').flatMap((pair): readonly Kept[] => {
    const [key = '', value] = pair.trim().split('=')
    const token = Token.safeParse(value)
    if (!token.success || !key.startsWith(name)) return []
    if (key === name) return [{ slot: undefined, token: token.data }]
    const slot = Slot.safeParse(key.slice(name.length + 1))
    return slot.success && key[name.length] === '-' ? [{ slot: slot.data, token: token.data }] : []
  })
}

/** The seat a page says it speaks for. A slot nobody has leads to no session. */
const slotNamed = ({ headers, url = '' }: Asking): string | undefined => {
  const header = headers['parley-seat']
  if (header !== undefined) return String(header)
  const search = url.split('?')[1]
  return search === undefined ? undefined : (new URLSearchParams(search).get('seat') ?? undefined)
}

/**
 * Whether a request that changes something, or opens a socket, comes from our own pages or from no page at all. A browser
 * names the page's origin; what it sends with an ambient credential and without an origin is refused.
 */
export const isOwnOrigin = (headers: IncomingHttpHeaders, origin: string, ambient: boolean): boolean => {
  if (headers.origin !== undefined)
    return headers.origin === origin || headers.origin === loopbackTwin(origin)
  return !ambient || headers['sec-fetch-site'] === 'same-origin'
}

/** A server at `localhost` is reached by its number too. */
const loopbackTwin = (origin: string): string | undefined =>
  /^http:\/\/localhost(?::\d+)?$/.test(origin) ? origin.replace('localhost', '127.0.0.1') : undefined

/**
 * The `Set-Cookie` lines (RFC 6265) that keep a session in a browser: under its seat's slot, and as that of the seat entered
 * last. Beyond `MAX_KEPT_SEATS` the longest kept go.
 */
export const signInCookies = (
  origin: string,
  { token, slot, expiresAt }: { readonly token: string; readonly slot: string; readonly expiresAt: number },
  kept: readonly Kept[],
): readonly string[] => {
  const others = kept.flatMap((one) => (one.slot === undefined || one.slot === slot ? [] : [one.slot]))
  return [
    cookie(origin, undefined, token, expiresAt),
    cookie(origin, slot, token, expiresAt),
    ...others
      .slice(0, Math.max(0, others.length - MAX_KEPT_SEATS + 1))
      .map((one) => cookie(origin, one, '', 0)),
  ]
}

/** The lines that take sessions out of a browser. */
export const signOutCookies = (origin: string, over: readonly Kept[]): readonly string[] =>
  over.map(({ slot }) => cookie(origin, slot, '', 0))

const cookie = (origin: string, slot: string | undefined, token: string, expiresAt: number): string =>
  [
    `${cookieName(origin)}${slot === undefined ? '' : `-${slot}`}=${token}`,
    `Expires=${new Date(expiresAt).toUTCString()}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    ...(isSecure(origin) ? ['Secure'] : []),
  ].join('; ')

/** The `__Host-` prefix binds the cookie to this very host, which browsers grant over TLS only. */
const cookieName = (origin: string): string => (isSecure(origin) ? '__Host-parley' : 'parley')

const isSecure = (origin: string): boolean => origin.startsWith('https://')
