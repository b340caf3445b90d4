import type { IncomingHttpHeaders } from 'node:http'
import { Token } from '@parley/protocol/sessions'

/** What a request says of who sends it. */
export type Credentials = {
  readonly token: string | undefined
  /** Whether a browser added the token by itself, so that another site may have caused the request. */
  readonly ambient: boolean
}

/** The token of `Authorization: Bearer`, else of the session cookie; one that is not shaped like a token is none. */
export const credentialsOf = (headers: IncomingHttpHeaders, origin: string): Credentials => {
  const { authorization, cookie } = headers
  if (authorization !== undefined) {
    const bearer = /^Bearer ([A-Za-z0-9_-]{43})$/i.exec(authorization)
    return { token: bearer?.[1], ambient: false }
  }
  const kept = cookie === undefined ? undefined : cookieIn(cookie, cookieName(origin))
  const token = Token.safeParse(kept)
  return { token: token.success ? token.data : undefined, ambient: token.success }
}

/**
 * Whether a request that changes something, or opens a socket, comes from our own pages or from no page at all. A browser
 * names the page's origin; what it sends with an ambient credential and without an origin is refused.
 */
export const isOwnOrigin = (headers: IncomingHttpHeaders, origin: string, ambient: boolean): boolean => {
  if (headers.origin !== undefined) return headers.origin === origin
  return !ambient || headers['sec-fetch-site'] === 'same-origin'
}

/** The `Set-Cookie` line (RFC 6265) that keeps a session in a browser until `expiresAt`, or ends it. */
export const sessionCookie = (
  origin: string,
  session: { readonly token: string; readonly expiresAt: number } | undefined,
): string =>
  [
    `${cookieName(origin)}=${session?.token ?? ''}`,
    `Expires=${new Date(session?.expiresAt ?? 0).toUTCString()}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    ...(isSecure(origin) ? ['Secure'] : []),
  ].join('; ')

/** A token needs no decoding: its letters are those a cookie may have. */
const cookieIn = (header: string, name: string): string | undefined =>
  header
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)

/** The `__Host-` prefix binds the cookie to this very host, which browsers grant over TLS only. */
const cookieName = (origin: string): string => (isSecure(origin) ? '__Host-parley' : 'parley')

const isSecure = (origin: string): boolean => origin.startsWith('https://')
