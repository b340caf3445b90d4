import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Archive } from '../application/archive.ts'
import type { PublicRecord } from '../application/archive/public-record.ts'
import type { Clock } from '../ports/clock.ts'
import type { Answer } from './answer.ts'
import { type Rendered, createPageCache, render } from './page-cache.ts'
import { SECURITY } from './security-headers.ts'

/** Sends answers: rendered once for each version of the record, with what a cache needs to know. */
export type Press = {
  /** Sends the page of this key, made if it is not there; nothing when `make` knows of none. */
  readonly print: (
    request: FastifyRequest,
    reply: FastifyReply,
    key: string,
    make: (record: PublicRecord) => Answer | undefined,
  ) => Promise<FastifyReply | undefined>
  /** Sends an answer that is not kept. */
  readonly send: (request: FastifyRequest, reply: FastifyReply, answer: Answer) => FastifyReply
}

const DISCOVERY_EVERY_MS = 1000
const FRESH_SECONDS = 30
const STALE_SECONDS = 300

export const createPress = (archive: Archive, clock: Clock): Press => {
  const cache = createPageCache()
  const discover = createDiscovery(archive, clock)
  const out = (request: FastifyRequest, reply: FastifyReply, rendered: Rendered, record: PublicRecord) =>
    sendRendered(request, reply, rendered, freshness(rendered, record, clock.now()))
  return {
    print: async (request, reply, key, make) => {
      discover.soon()
      const before = archive.now()
      const known = cache.get(before.version, key)
      if (known !== undefined) return out(request, reply, known, before)
      await discover.now()
      const record = archive.now()
      const answer = make(record)
      if (answer === undefined) return undefined
      const rendered = render(answer)
      if (rendered.status === 200) cache.put(record.version, key, rendered)
      return out(request, reply, rendered, record)
    },
    send: (request, reply, answer) => out(request, reply, render(answer), archive.now()),
  }
}

/** How long an answer may be kept: never past the moment when an embargo that touches the site passes. */
const freshness = ({ status }: Rendered, { changesAt }: PublicRecord, now: number): string => {
  if (status !== 200) return 'no-cache'
  const left = changesAt === undefined ? Infinity : Math.max(0, Math.floor((changesAt - now) / 1000))
  const fresh = Math.min(FRESH_SECONDS, left)
  const stale = Math.min(STALE_SECONDS, left - fresh)
  return `public, max-age=${fresh}${stale > 0 ? `, stale-while-revalidate=${stale}` : ''}`
}

const sendRendered = (
  request: FastifyRequest,
  reply: FastifyReply,
  { status, headers, bytes, etag }: Rendered,
  cacheControl: string,
): FastifyReply => {
  reply.headers(SECURITY).headers(headers).header('cache-control', cacheControl)
  if (status !== 200) return reply.code(status).send(bytes)
  reply.header('etag', etag)
  const asked = request.headers['if-none-match']
  if (
    asked !== undefined &&
    asked.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*')
  )
    return reply.code(304).send()
  return reply.send(bytes)
}

/** Looks for new dialogues: now, for a page not yet made, or soon, beside answering from the cache. */
const createDiscovery = (
  archive: Archive,
  clock: Clock,
): { readonly now: () => Promise<void>; readonly soon: () => void } => {
  let last = 0
  const now = async (): Promise<void> => {
    last = clock.now()
    // A store in trouble leaves the pages as they were.
    await archive.discover().catch(() => undefined)
  }
  return {
    now,
    soon: () => {
      if (clock.now() - last >= DISCOVERY_EVERY_MS) void now()
    },
  }
}
