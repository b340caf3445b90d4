import type { ProtocolCode } from '@parley/protocol/problem'
import { parseWire } from '@parley/protocol/malformations'
import * as z from 'zod'
import { type Answer, deny, give } from '../application/answer.ts'
import type { Caller, Newcomer } from '../application/caller.ts'
import type { Kept } from '../application/credentials.ts'

/** What a route answers when it does what it was asked. `cookies` are `Set-Cookie` lines. */
export type Reply =
  | { readonly kind: 'json'; readonly value: object; readonly cookies?: readonly string[] }
  /** A body whose bytes are already there. */
  | { readonly kind: 'bytes'; readonly type: string; readonly bytes: Uint8Array }
  | { readonly kind: 'file'; readonly name: string; readonly chunks: AsyncIterable<Uint8Array> }
  /** A file people gave, to be saved and never shown as one of our pages. */
  | {
      readonly kind: 'download'
      readonly name: string
      readonly type: string
      readonly sizeBytes: number
      readonly chunks: AsyncIterable<Uint8Array>
      /** Present where a part can be asked for; both ends are included. */
      readonly part?: (from: number, to: number) => AsyncIterable<Uint8Array>
    }
  | { readonly kind: 'nothing'; readonly cookies: readonly string[] }

/** How a route is described, for the router, the document and the reader alike. */
type Description<Params, Query, Body> = {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** Below `/api`, parameters as `:name`. */
  readonly url: string
  readonly summary: string
  /** A path that does not parse is a path to nothing: `not-found`. */
  readonly params?: z.ZodType<Params>
  readonly query?: z.ZodType<Query>
  readonly body?: z.ZodType<Body>
  /** Present where the body is bytes of any type, taken as a stream; how many at most. */
  readonly takesBytes?: number
  readonly answer: { readonly status: 200 | 201 | 204; readonly type?: string; readonly schema?: z.ZodType }
  /** The codes of this route's problems beyond those every route has. */
  readonly problems?: readonly ProtocolCode[]
  /** Present on routes that let somebody in, which have a limit of their own; to a media room, one by seat. */
  readonly lets?: 'in' | 'into-media'
}

type Asked<Params, Query, Body> = {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  /** The sessions the asker's browser holds. */
  readonly kept: readonly Kept[]
}

/** What came in, not yet parsed. */
export type Raw = Asked<unknown, unknown, unknown>

export type Route = Description<unknown, unknown, unknown> & {
  /** Whether anyone may ask, or only who has a session or is the operator. */
  readonly who: 'anyone' | 'caller'
  /** Parses and calls. A caller is given exactly when the route is not for anyone. */
  readonly run: (raw: Raw, caller: Caller | Newcomer | undefined) => Promise<Answer<Reply>>
}

/** A route for whoever has a session, or is the operator. */
export const route = <Params = unknown, Query = unknown, Body = unknown>(
  description: Description<Params, Query, Body>,
  call: (asked: Asked<Params, Query, Body>, caller: Caller) => Promise<Answer<Reply>>,
): Route => ({
  ...description,
  who: 'caller',
  run: async (raw, caller) => {
    // Whoever waits at the door learns nothing, not even what would be well asked.
    if (caller?.kind === 'waiting') return deny('in-lobby')
    const asked = parse(description, raw)
    if (!asked.ok) return asked
    return caller === undefined ? deny('not-signed-in') : call(asked.value, caller)
  },
})

/** A route for whoever has a session, even while they wait to be admitted. */
export const newcomerRoute = <Params = unknown, Query = unknown, Body = unknown>(
  description: Description<Params, Query, Body>,
  call: (asked: Asked<Params, Query, Body>, caller: Caller | Newcomer) => Promise<Answer<Reply>>,
): Route => ({
  ...description,
  who: 'caller',
  run: async (raw, caller) => {
    const asked = parse(description, raw)
    if (!asked.ok) return asked
    return caller === undefined ? deny('not-signed-in') : call(asked.value, caller)
  },
})

/** A route for anyone at all. */
export const openRoute = <Params = unknown, Query = unknown, Body = unknown>(
  description: Description<Params, Query, Body>,
  call: (asked: Asked<Params, Query, Body>) => Promise<Answer<Reply>>,
): Route => ({
  ...description,
  who: 'anyone',
  run: async (raw) => {
    const asked = parse(description, raw)
    return asked.ok ? call(asked.value) : asked
  },
})

/** Turns an answer's value into a JSON reply. */
export const asJson = <Value extends object>(answer: Answer<Value>): Answer<Reply> =>
  answer.ok ? give({ kind: 'json', value: answer.value }) : answer

const parse = <Params, Query, Body>(
  { params, query, body }: Description<Params, Query, Body>,
  raw: Raw,
): Answer<Asked<Params, Query, Body>> => {
  const parsedParams = parseWire(params ?? untyped<Params>(), raw.params)
  if (!parsedParams.ok) return deny('not-found')
  const parsedQuery = parseWire(query ?? untyped<Query>(), raw.query)
  const parsedBody = parseWire(body ?? untyped<Body>(), raw.body)
  if (parsedQuery.ok && parsedBody.ok) {
    return give({
      params: parsedParams.value,
      query: parsedQuery.value,
      body: parsedBody.value,
      kept: raw.kept,
    })
  }
  const malformations = [
    ...(parsedQuery.ok ? [] : parsedQuery.malformations),
    ...(parsedBody.ok ? [] : parsedBody.malformations),
  ]
  return deny('malformed', { malformations })
}

/** For the parts a route does not look at. */
const untyped = <Value>(): z.ZodType<Value> => z.custom<Value>(() => true)
