import fastify, { type LightMyRequestResponse } from 'fastify'
import { type Archive, createArchive } from '../application/archive.ts'
import type { EventStore } from '../ports/event-store.ts'
import { type PortalParts, registerPortal } from './portal.ts'

export const ORIGIN = 'https://record.example'

/** What a portal stands on in a test. */
export type Ground = Omit<PortalParts, 'archive' | 'origin' | 'checkpoint'> & { readonly store: EventStore }

/** A portal asked without a socket. */
export type FictionalPortal = {
  readonly archive: Archive
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<LightMyRequestResponse>
  readonly post: (
    path: string,
    form: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<LightMyRequestResponse>
  readonly close: () => Promise<void>
}

export const openPortal = async ({ store, clock, takedowns, tokens }: Ground): Promise<FictionalPortal> => {
  const archive = await createArchive(store, clock)
  const app = fastify()
  const portal = registerPortal(app, {
    archive,
    takedowns,
    clock,
    tokens,
    origin: ORIGIN,
    checkpoint: async (log) => `${log}\n`,
  })
  app.setNotFoundHandler((request, reply) => portal.notFound(request, reply))
  return {
    archive,
    get: (path, headers = {}) => app.inject({ method: 'GET', url: path, headers }),
    post: (path, form, headers = {}) =>
      app.inject({
        method: 'POST',
        url: path,
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN, ...headers },
        payload: new URLSearchParams(form).toString(),
      }),
    close: async () => {
      archive.close()
      await app.close()
      await store.close()
    },
  }
}

/** Every page that can be reached from `/` and the start pages of all languages by links, with its answer. */
export const crawl = async (
  portal: Pick<FictionalPortal, 'get'>,
): Promise<ReadonlyMap<string, LightMyRequestResponse>> => {
  const seen = new Map<string, LightMyRequestResponse>()
  const waiting = ['/', '/sitemap.xml', '/robots.txt', '/style.css']
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (seen.has(path)) continue
    const response = await portal.get(path)
    seen.set(path, response)
    const location = response.headers['location']
    const found = [...linksIn(response.body), ...(typeof location === 'string' ? [location] : [])]
    for (const link of found) if (!seen.has(link)) waiting.push(link)
  }
  return seen
}

const linksIn = (body: string): readonly string[] =>
  [...body.matchAll(/(?:href|action)="([^"]*)"|<loc>([^<]*)<\/loc>/g)]
    .map(([, href, loc]) => (href ?? loc ?? '').replaceAll('&amp;', '&').replace(ORIGIN, ''))
    .filter((link) => link.startsWith('/'))
    .map((link) => link.replace(/#.*$/, ''))
