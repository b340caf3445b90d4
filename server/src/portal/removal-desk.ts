import { isIPv6 } from 'node:net'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { askerOf } from '../application/asker.ts'
import type { Archive } from '../application/archive.ts'
import type { PublicRecord } from '../application/archive/public-record.ts'
import type { Clock } from '../ports/clock.ts'
import type { TakedownStore } from '../ports/takedown-store.ts'
import type { Tokens } from '../ports/tokens.ts'
import { type Answer, page } from './answer.ts'
import {
  type RemovalDraft,
  type RemovalField,
  RemovalRequest,
  removalPage,
  removalReceivedPage,
} from './pages/removal-page.ts'
import { registerPage } from './pages/register-page.ts'
import { readerOf } from './reader.ts'
import { SECURITY } from './security-headers.ts'
import type { Site } from './site.ts'

const BODY_LIMIT_BYTES = 64 * 1024
const FROM_ONE_ADDRESS = { points: 6, duration: 3600 } as const
const FROM_ALL = { points: 300, duration: 3600 } as const
const REFERENCE_CHARACTERS = 12

/** Takes removal requests from the form: from this site's own pages only, a few an hour from one address. */
export const createRemovalDesk = (
  scope: FastifyInstance,
  {
    archive,
    takedowns,
    clock,
    tokens,
    origin,
  }: {
    readonly archive: Archive
    readonly takedowns: TakedownStore
    readonly clock: Clock
    readonly tokens: Tokens
    readonly origin: string
  },
  siteOf: (record: PublicRecord) => Site,
): void => {
  const one = new RateLimiterMemory(FROM_ONE_ADDRESS)
  const all = new RateLimiterMemory(FROM_ALL)
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: BODY_LIMIT_BYTES },
    (_request, body, done) => {
      done(null, Object.fromEntries(new URLSearchParams(String(body))))
    },
  )
  scope.get<{ Params: { language: string } }>('/:language/removal/register', async (request, reply) => {
    const site = siteOf(archive.now())
    const { language } = request.params
    if (!site.languages.includes(language)) return reply.callNotFound()
    return send(reply, page(registerPage(site, readerOf(language), await takedowns.register())))
  })
  scope.post<{ Params: { language: string } }>(
    '/:language/removal',
    { bodyLimit: BODY_LIMIT_BYTES },
    async (request, reply) => {
      const site = siteOf(archive.now())
      const { language } = request.params
      if (!site.languages.includes(language)) return reply.callNotFound()
      const reader = readerOf(language)
      if (!isOwnOrigin(request.headers.origin, origin)) return send(reply, page('', 403))
      const parsed = RemovalRequest.safeParse(request.body)
      if (!parsed.success) {
        const missing = new Set(parsed.error.issues.map(({ path }) => path[0]).filter(isField))
        return send(reply, page(removalPage(site, reader, draftOf(request.body), [...missing]), 400))
      }
      if (!(await isWithin(one, networkOf(askerOf(request.raw, origin)))) || !(await isWithin(all, 'all')))
        return send(reply, page(removalPage(site, reader, parsed.data, []), 429))
      const { page: pageUrl, claim, name, reply: contact, words: explanation } = parsed.data
      const id = tokens.fresh().slice(0, REFERENCE_CHARACTERS)
      await takedowns.submit({
        id,
        receivedAtMs: clock.now(),
        pageUrl,
        claim,
        requester: { name, contact },
        explanation,
        language,
      })
      return send(reply, page(removalReceivedPage(site, reader, id)))
    },
  )
}

const FIELDS = [
  'page',
  'name',
  'reply',
  'claim',
  'words',
  'statement',
] as const satisfies readonly RemovalField[]
const isField = (name: unknown): name is RemovalField => FIELDS.some((field) => field === name)

/** A browser names where the form stood; a program that names nothing has no reader's cookies to abuse. */
const isOwnOrigin = (given: string | undefined, origin: string): boolean =>
  given === undefined || given === origin

const draftOf = (body: unknown): RemovalDraft => {
  const given = new Map(typeof body === 'object' && body !== null ? Object.entries(body) : [])
  return Object.fromEntries(
    FIELDS.flatMap((field) => {
      const value: unknown = given.get(field)
      return typeof value === 'string' ? [[field, value.slice(0, 5000)]] : []
    }),
  )
}

/** Addresses of IPv6 count by their network of 64 bits: one household has as many addresses as it likes. */
const networkOf = (address: string): string => {
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('::')
  const front = head.split(':')
  const missing = tail === undefined ? 0 : 8 - front.length - tail.split(':').length
  return [...front, ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...(tail?.split(':') ?? [])]
    .slice(0, 4)
    .join(':')
}

const isWithin = async (limiter: RateLimiterMemory, key: string): Promise<boolean> =>
  limiter.consume(key).then(
    () => true,
    () => false,
  )

const send = (reply: FastifyReply, { status, headers, body }: Answer): FastifyReply =>
  reply.code(status).headers(headers).headers(SECURITY).header('cache-control', 'no-store').send(body)
