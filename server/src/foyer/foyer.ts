import { readFileSync } from 'node:fs'
import helmet from '@fastify/helmet'
import { format } from '@parley/messages/format'
import { problemText } from '@parley/messages/problem-text'
import { problem } from '@parley/protocol/problem'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Caller, Newcomer } from '../application/caller.ts'
import { credentialsOf, isOwnOrigin, keptIn, signOutCookies } from '../application/credentials.ts'
import type { Parley } from '../application/parley.ts'
import { enterPage } from './enter-page.ts'
import { html } from '../markup/html.ts'
import { foyerPage } from './page.ts'
import { dialogueSeatPage, meetingSeatPage } from './seat-page.ts'
import { pageLanguage } from './words.ts'

export type FoyerDeps = {
  readonly parley: Parley
  readonly origin: string
  /** Whether there are rooms, which then have the entrance. */
  readonly rooms: boolean
}

const SCRIPT = readFileSync(new URL('enter.js', import.meta.url))
const STYLE = readFileSync(new URL('foyer.css', import.meta.url))

/** Where people come in without rooms: `/enter` trades an invitation for a session, `/seat` shows the seat it opened. */
export const registerFoyer = async (
  app: FastifyInstance,
  { parley, origin, rooms }: FoyerDeps,
): Promise<void> => {
  const callerOf = async (request: FastifyRequest): Promise<Caller | Newcomer | undefined> => {
    const { token } = credentialsOf(request, origin)
    return token === undefined ? undefined : parley.access.callerOf(token)
  }

  await app.register(async (foyer) => {
    await foyer.register(helmet, { contentSecurityPolicy: CONTENT_SECURITY, referrerPolicy: NO_REFERRER })
    foyer.removeAllContentTypeParsers()
    foyer.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 1024 }, async () => undefined)

    if (!rooms) foyer.get('/enter', (request, reply) => sendPage(reply, 200, enterPage(languageOf(request))))
    foyer.get('/enter.js', (_request, reply) => sendFile(reply, 'text/javascript; charset=utf-8', SCRIPT))
    foyer.get('/foyer.css', (_request, reply) => sendFile(reply, 'text/css; charset=utf-8', STYLE))

    foyer.get('/seat', async (request, reply) => {
      const language = languageOf(request)
      const caller = await callerOf(request)
      const page = caller?.kind === 'seat' ? await seatPage(parley, caller, language, rooms) : undefined
      if (page !== undefined) return sendPage(reply, 200, page)
      const words = problemText(language, problem(caller?.kind === 'waiting' ? 'in-lobby' : 'not-signed-in'))
      return sendPage(
        reply,
        caller?.kind === 'waiting' ? 403 : 401,
        foyerPage(language, '/seat', html`<h1>${words}</h1>`),
      )
    })

    foyer.post('/seat/sign-out', async (request, reply) => {
      const language = languageOf(request)
      if (!isOwnOrigin(request.headers, origin, true)) {
        const words = problemText(language, problem('origin-refused'))
        return sendPage(reply, 403, foyerPage(language, '/seat', html`<h1>${words}</h1>`))
      }
      const caller = await callerOf(request)
      const kept = keptIn(request.headers, origin)
      const over = caller === undefined ? kept : await parley.access.endSession(caller, kept)
      void reply.header('set-cookie', signOutCookies(origin, over))
      const words = format(language, 'foyer.signed-out')
      return sendPage(reply, 200, foyerPage(language, '/seat', html`<h1>${words}</h1>`))
    })
  })
}

const seatPage = async (
  parley: Parley,
  caller: Extract<Caller, { kind: 'seat' }>,
  language: ReturnType<typeof languageOf>,
  rooms: boolean,
): Promise<string | undefined> => {
  const { dialogue, meeting, seat } = caller.principal
  if (meeting === undefined) {
    const view = await parley.views.dialogue(caller, dialogue)
    return view.ok ? dialogueSeatPage(language, seat, view.value) : undefined
  }
  const view = await parley.views.meeting(caller, dialogue, meeting)
  return view.ok
    ? meetingSeatPage(language, seat, view.value, rooms ? `/room/${dialogue}/${meeting}` : undefined)
    : undefined
}

const languageOf = (request: FastifyRequest) => {
  const asked = new URL(request.url, 'http://any').searchParams.get('lang')
  return pageLanguage(asked, request.headers['accept-language'])
}

const sendPage = (reply: FastifyReply, status: number, page: string): FastifyReply =>
  reply
    .code(status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(page)

const sendFile = (reply: FastifyReply, type: string, bytes: Buffer): FastifyReply =>
  reply.header('content-type', type).header('cache-control', 'public, max-age=300').send(bytes)

const CONTENT_SECURITY = {
  useDefaults: false,
  directives: {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'"],
    'connect-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
  },
}
const NO_REFERRER = { policy: 'no-referrer' } as const
