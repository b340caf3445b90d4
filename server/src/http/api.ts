import helmet from '@fastify/helmet'
import { problem, type Problem, type ProtocolCode } from '@parley/protocol/problem'
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify'
import { principalName, type Caller, type Newcomer } from '../application/caller.ts'
import { askerOf } from '../application/asker.ts'
import { credentialsOf, isOwnOrigin, keptIn } from '../application/credentials.ts'
import { faultLine, problemOfFault } from '../application/fault-answer.ts'
import { JsonRefused } from '../application/json-text.ts'
import { addressKey, type Limits } from '../application/limits.ts'
import type { Parley } from '../application/parley.ts'
import { Fault } from '../ports/fault.ts'
import { parseJsonBody } from './json-body.ts'
import type { Route } from './route.ts'
import { apiRoutes } from './api-routes.ts'
import { sendProblem, sendReply } from './send.ts'

export type ApiDeps = {
  readonly parley: Parley
  /** Our own origin, known once the server listens. */
  readonly origin: string
  readonly limits: Limits
}

export const MAX_BODY_BYTES = 65_536

/** The API under `/api`: every route takes the same steps, limit, who, parse, call, answer. */
export const registerApi = async (app: FastifyInstance, deps: ApiDeps): Promise<void> => {
  await app.register(
    async (api) => {
      await api.register(helmet, {
        contentSecurityPolicy: {
          useDefaults: false,
          directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"], 'base-uri': ["'none'"] },
        },
      })
      api.removeAllContentTypeParsers()
      api.addContentTypeParser(
        'application/json',
        { parseAs: 'buffer' },
        async (_request: FastifyRequest, body: Buffer) => parseJsonBody(body),
      )
      const routes = apiRoutes(deps.parley, deps.origin)
      api.addHook('onRequest', (_request, reply, done) => {
        void reply.header('cache-control', 'no-store')
        done()
      })
      api.setErrorHandler<FastifyError>((error, request, reply) =>
        sendProblem(reply, problemOf(error, request)),
      )
      api.setNotFoundHandler((request, reply) =>
        sendProblem(reply, problem(isKnownPath(routes, request.url) ? 'method-not-allowed' : 'not-found')),
      )
      for (const one of routes) if (one.takesBytes === undefined) register(api, one, deps)
      await api.register(async (streams) => {
        // Whatever type the bytes say they are: they are kept, not read. Whoever stops listening leaves the stream whole.
        streams.removeAllContentTypeParsers()
        streams.addContentTypeParser('*', (_request, payload, done) =>
          done(null, payload.iterator({ destroyOnReturn: false })),
        )
        for (const one of routes) if (one.takesBytes !== undefined) register(streams, one, deps)
      })
    },
    { prefix: '/api' },
  )
}

const register = (api: FastifyInstance, one: Route, deps: ApiDeps): void => {
  api.route({
    method: one.method,
    url: one.url,
    bodyLimit: one.takesBytes ?? MAX_BODY_BYTES,
    onRequest: async (request, reply) => {
      const refused = await refuseEarly(one, deps, request)
      if (refused !== undefined) return sendProblem(reply, refused)
    },
    handler: async (request, reply) => {
      const { params, query, body } = request
      const kept = keptIn(request.headers, deps.origin)
      const raw = { params, query, body: body ?? undefined, kept }
      const answer = await one.run(raw, callers.get(request)).finally(() => {
        // Bytes nobody wants are read all the same: left lying, they would hold up what the sender asks next.
        if (one.takesBytes !== undefined) request.raw.resume()
      })
      return answer.ok
        ? sendReply(reply, one.answer.status, answer.value)
        : sendProblem(reply, answer.problem)
    },
  })
}

/** Who asks, from the moment that is known until the request is gone. */
const callers = new WeakMap<FastifyRequest, Caller | Newcomer>()

/** Limits, origin and session are looked at before a byte of the body is read. */
const refuseEarly = async (
  one: Route,
  { parley, origin, limits }: ApiDeps,
  request: FastifyRequest,
): Promise<Problem | undefined> => {
  const address = addressKey(askerOf(request.raw, origin))
  const wait =
    (await limits.take('address', address)) ??
    (one.lets === 'in' ? await limits.take('entry', address) : undefined)
  if (wait !== undefined) return problem('too-many', { retryAfterSeconds: wait })
  const { token, ambient } = credentialsOf(request, origin)
  if (one.method !== 'GET' && !isOwnOrigin(request.headers, origin, ambient)) return problem('origin-refused')
  if (one.who === 'anyone') return undefined
  const caller = token === undefined ? undefined : await parley.access.callerOf(token)
  if (caller === undefined) {
    const patience = await limits.take('stranger', address)
    return patience === undefined
      ? problem('not-signed-in')
      : problem('too-many', { retryAfterSeconds: patience })
  }
  const pause =
    (await limits.take('caller', caller.kind === 'operator' ? 'operator' : caller.session)) ??
    (one.lets === 'into-media' && caller.kind === 'seat'
      ? await limits.take('pass', principalName(caller.principal))
      : undefined)
  if (pause !== undefined) return problem('too-many', { retryAfterSeconds: pause })
  callers.set(request, caller)
  return undefined
}

/** Whose fault an error is: the sender's, the world's, or ours. Only ours is a 500, and it is logged under its id. */
const problemOf = (error: FastifyError, request: FastifyRequest): Problem => {
  if (error instanceof JsonRefused)
    return problem('malformed', { malformations: [{ path: '', code: error.code }] })
  if (error instanceof Fault) {
    request.log.error(...faultLine(error))
    return problemOfFault(error)
  }
  const known = CODES_OF_FASTIFY.get(error.code)
  if (known !== undefined) return problem(known)
  if (error.statusCode !== undefined && error.statusCode < 500) return problem('malformed')
  request.log.error({ err: error }, 'bug')
  return { ...problem('bug'), type: `urn:parley:bug:${request.id}` }
}

const CODES_OF_FASTIFY: ReadonlyMap<string, ProtocolCode> = new Map([
  ['FST_ERR_CTP_BODY_TOO_LARGE', 'too-large'],
  ['FST_ERR_CTP_INVALID_MEDIA_TYPE', 'not-json'],
  ['FST_ERR_CTP_EMPTY_TYPE', 'not-json'],
])

const isKnownPath = (routes: readonly Route[], url: string): boolean => {
  const path = url.split('?')[0] ?? ''
  return routes.some((one) => new RegExp(`^/api${one.url.replaceAll(/:[a-z]+/g, '[^/]+')}$`).test(path))
}
