import { readFileSync } from 'node:fs'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Archive } from '../application/archive.ts'
import type { Clock } from '../ports/clock.ts'
import type { TakedownStore } from '../ports/takedown-store.ts'
import type { Tokens } from '../ports/tokens.ts'
import { preferredLanguage } from './accept-language.ts'
import { addresses } from './addresses.ts'
import { document, page, redirect } from './answer.ts'
import { notFoundPage } from './pages/error-pages.ts'
import { type Pages, createPages } from './pages.ts'
import { type Press, createPress } from './press.ts'
import { readerOf } from './reader.ts'
import { createRemovalDesk } from './removal-desk.ts'
import type { Site } from './site.ts'
import { robots, sitemap } from './sitemap.ts'

export type PortalParts = {
  readonly archive: Archive
  readonly takedowns: TakedownStore
  readonly clock: Clock
  readonly tokens: Tokens
  /** The signed head of a log that exists, as it stood at that size, as C2SP tlog-checkpoint text. */
  readonly checkpoint: (log: string, size: number) => Promise<string>
  /** Scheme, host and port under which readers know the site, without a slash at the end. */
  readonly origin: string
}

export type Portal = {
  /** Answers a request for an address nobody else has, in the reader's language. */
  readonly notFound: (request: FastifyRequest, reply: FastifyReply) => FastifyReply
}

const FALLBACK_LANGUAGE = 'en'

const STYLE_FILES = [
  'tokens.css',
  'frame.css',
  'release.css',
  'pages.css',
  'record.css',
  'narrow.css',
  'print.css',
] as const

/** Puts the public pages on an HTTP server: `/`, `/{language}/…`, `/style.css`, `/sitemap.xml`, `/robots.txt`. */
export const registerPortal = (app: FastifyInstance, parts: PortalParts): Portal => {
  const { archive, clock, origin } = parts
  const pages = createPages(origin)
  const press = createPress(archive, clock)
  const siteNow = (): Site => pages.site(archive.now())
  registerFixed(app, press, pages, origin)

  app.get('/', (request, reply) => {
    const home = addresses.home(languageOf(request, siteNow().languages))
    return press.send(request, reply, redirect(home, 302, 'Accept-Language'))
  })
  app.get<{ Params: { language: string } }>('/:language', (request, reply) => {
    const { language } = request.params
    if (!siteNow().languages.includes(language)) return reply.callNotFound()
    return press.send(request, reply, redirect(addresses.home(language), 301))
  })
  app.get<{ Params: { language: string; '*': string } }>('/:language/*', async (request, reply) => {
    const { language, '*': rest } = request.params
    const query = queryOf(request.url)
    const asked = rest === 'search' ? query.get('q') : rest === 'removal' ? query.get('page') : null
    const sent = await press.print(request, reply, `${language}/${rest}?${asked ?? ''}`, (record) =>
      pages.site(record).languages.includes(language)
        ? pages.answer(record, language, rest, query)
        : undefined,
    )
    return sent ?? reply.callNotFound()
  })
  registerCheckpoints(app, press, parts)
  app.register(async (scope) => {
    createRemovalDesk(scope, parts, (record) => pages.site(record))
  })
  return {
    notFound: (request, reply) => {
      const site = siteNow()
      const language = languageOf(request, site.languages)
      return press.send(request, reply, page(notFoundPage(site, readerOf(language), `/${language}/`), 404))
    },
  }
}

/** What is the same in every language. */
const registerFixed = (app: FastifyInstance, press: Press, pages: Pages, origin: string): void => {
  const style = document('text/css; charset=utf-8', styleSheet())
  app.get('/style.css', (request, reply) => press.print(request, reply, 'style', () => style))
  app.get('/icon.svg', (request, reply) =>
    press.print(request, reply, 'icon', () => document('image/svg+xml', ICON)),
  )
  app.get('/robots.txt', (request, reply) =>
    press.print(request, reply, 'robots', () => document('text/plain; charset=utf-8', robots(origin))),
  )
  app.get('/sitemap.xml', (request, reply) =>
    press.print(request, reply, 'sitemap', (record) =>
      document('application/xml; charset=utf-8', sitemap(pages.site(record))),
    ),
  )
}

/**
 * The heads of public meetings' logs, as they stood at the last edition: a head for each act would tell when somebody acts
 * unseen, and from one to the next one could try out what was done.
 */
const registerCheckpoints = (
  app: FastifyInstance,
  press: Press,
  { archive, checkpoint }: PortalParts,
): void => {
  app.get<{ Params: { dialogue: string; meeting: string } }>(
    '/checkpoints/:dialogue/:meeting',
    async (request, reply) => {
      const { dialogue, meeting } = request.params
      const known = archive.now().dialogues.find((one) => one.dialogue === dialogue)
      const shown = known?.meetings.find((one) => one.meeting === meeting)
      if (shown === undefined) return reply.callNotFound()
      const head = await checkpoint(`meeting/${dialogue}/${meeting}`, shown.sizeAtLastEdition)
      return press.send(request, reply, document('text/plain; charset=utf-8', head))
    },
  )
}

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#0d6784" d="M1 5h14v3H1z"/><path fill="#a8650c" d="M1 10h14v1H1zm0 2h14v1H1z"/></svg>'

const styleSheet = (): string =>
  STYLE_FILES.map((file) => readFileSync(new URL(`style/${file}`, import.meta.url), 'utf8')).join('\n')

const queryOf = (url: string): URLSearchParams => {
  const mark = url.indexOf('?')
  return new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1))
}

const languageOf = (request: FastifyRequest, languages: readonly string[]): string =>
  preferredLanguage(request.headers['accept-language'], languages, FALLBACK_LANGUAGE)
