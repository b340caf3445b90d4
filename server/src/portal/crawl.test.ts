import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memoryEventStore } from '../adapters/memory/memory-event-store.ts'
import { memoryTakedownStore } from '../adapters/memory/memory-takedown-store.ts'
import { seededTokens } from '../adapters/memory/seeded-tokens.ts'
import { settableClock } from '../adapters/memory/settable-clock.ts'
import { type FictionalPortal, ORIGIN, crawl, openPortal } from './fictional-portal.ts'
import { DAY, MORNING, holdHavens } from './fictional-record.ts'
import { elementsOf } from '../markup/html-check.ts'

let portal: FictionalPortal
let pages: ReadonlyMap<string, LightMyRequestResponse>

beforeAll(async () => {
  const store = memoryEventStore()
  await holdHavens(store)
  const clock = settableClock(MORNING + 30 * DAY)
  portal = await openPortal({
    store,
    clock,
    takedowns: memoryTakedownStore(),
    tokens: seededTokens('portal'),
  })
  pages = await crawl(portal)
})
afterAll(() => portal.close())

const htmlPages = (): readonly (readonly [string, LightMyRequestResponse])[] =>
  [...pages].filter(
    ([, { headers, statusCode }]) =>
      statusCode === 200 && String(headers['content-type']).startsWith('text/html'),
  )

describe('the public pages', () => {
  it('are many, and every link between them leads somewhere', () => {
    expect(htmlPages().length).toBeGreaterThan(100)
    const broken = [...pages].filter(([, { statusCode }]) => statusCode >= 400).map(([path]) => path)
    expect(broken).toEqual([])
  })

  it('are well formed', () => {
    const faults = htmlPages().flatMap(([path, { body }]) => {
      try {
        elementsOf(body)
        return []
      } catch (error) {
        return [`${path}: ${String(error)}`]
      }
    })
    expect(faults).toEqual([])
  })

  it('name their language, have one first heading, one main part and no script that runs', () => {
    const faults = htmlPages().filter(([path, { body }]) => {
      const elements = elementsOf(body)
      const [root] = elements
      const count = (name: string): number => elements.filter((element) => element.name === name).length
      const scripts = elements.filter(
        ({ name, attributes }) => name === 'script' && attributes['type'] !== 'application/ld+json',
      )
      return (
        root?.attributes['lang'] !== path.split('/')[1] ||
        root?.attributes['dir'] !== (path.startsWith('/ar/') ? 'rtl' : 'ltr') ||
        count('h1') !== 1 ||
        count('main') !== 1 ||
        count('footer') !== 1 ||
        scripts.length > 0 ||
        elements.some(({ attributes }) =>
          Object.keys(attributes).some((name) => name.startsWith('on') || name === 'style'),
        )
      )
    })
    expect(faults.map(([path]) => path)).toEqual([])
  })

  it('leave out no level of heading and no term of a definition', () => {
    const faults = htmlPages().flatMap(([path, { body }]) => {
      const names = elementsOf(body).map(({ name }) => name)
      const levels = names.filter((name) => /^h[1-6]$/.test(name)).map((name) => Number(name.slice(1)))
      const skipped = levels.some((level, place) => level > (levels[place - 1] ?? 0) + 1)
      const undefinedTerms = elementsOf(body).some(
        ({ name, parent }) => name === 'dd' && (parent === undefined || !['dl', 'div'].includes(parent.name)),
      )
      const bare = [...body.matchAll(/<dl[^>]*>([\s\S]*?)<\/dl>/g)].some(([, inside]) =>
        /^\s*<dd/.test(inside ?? ''),
      )
      return skipped || undefinedTerms || bare ? [path] : []
    })
    expect(faults).toEqual([])
  })

  it('use each id once, and links to a part of a page find it', () => {
    const faults = htmlPages().flatMap(([path, { body }]) => {
      const ids = elementsOf(body).flatMap(({ attributes }) => attributes['id'] ?? [])
      const parts = [...body.matchAll(/href="([^"#]*)#([^"]+)"/g)].filter(([, to = '', part = '']) => {
        const target = to === '' ? body : pages.get(to)?.body
        return target !== undefined && !target.includes(`id="${part}"`)
      })
      return [
        ...(new Set(ids).size === ids.length ? [] : [`${path}: an id twice`]),
        ...parts.map(([link]) => `${path}: ${link}`),
      ]
    })
    expect(faults).toEqual([])
  })

  it('list their language versions alike, each in all, with one for everybody else', () => {
    const alternates = new Map(
      htmlPages().map(([path, { body }]) => [
        path,
        [...body.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map(
          ([, language, href]) => `${language} ${href}`,
        ),
      ]),
    )
    const faults = [...alternates].filter(([path, list]) => {
      const own = list.filter((entry) => !entry.startsWith('x-default'))
      return (
        !own.includes(`${path.split('/')[1]} ${ORIGIN}${path}`) ||
        list.length !== own.length + 1 ||
        own.some((entry) => alternates.get(entry.split(` ${ORIGIN}`)[1] ?? '')?.join() !== list.join())
      )
    })
    expect(faults.filter(([path]) => !/\/removal\?|\/search\?/.test(path)).map(([path]) => path)).toEqual([])
  })

  it('describe every field of a form and every drawing that says something', () => {
    const faults = htmlPages().flatMap(([path, { body }]) => {
      const elements = elementsOf(body)
      const labelled = new Set(
        elements.filter(({ name }) => name === 'label').flatMap(({ attributes }) => attributes['for'] ?? []),
      )
      return elements
        .filter(({ name, attributes, parent }) => {
          if (['input', 'textarea'].includes(name))
            return !labelled.has(attributes['id'] ?? '') && parent?.name !== 'label'
          if (name === 'svg')
            return attributes['aria-hidden'] !== 'true' && attributes['aria-labelledby'] === undefined
          return name === 'a' && attributes['href'] === ''
        })
        .map(({ name }) => `${path}: ${name}`)
    })
    expect(faults).toEqual([])
  })

  it('frame a page in words of the reader: no English around Chinese, Russian or Arabic', async () => {
    const english = new Set([
      'Skip to the text',
      'Releases',
      'Meetings',
      'Texts',
      'Corrections',
      'Verify',
      'Search',
      'Home',
      'Disclaimer',
      'Published',
      'Source',
      'Edition',
      'Theme',
      'Chair',
      'Agenda',
    ])
    const faults = htmlPages()
      .filter(([path]) => /^\/(zh|ru|ar)\//.test(path))
      .flatMap(([path, { body }]) =>
        elementsOf(body)
          .filter(({ text }) => english.has(text.trim()))
          .map(({ text }) => `${path}: ${text}`),
      )
    expect(faults).toEqual([])
  })

  it('are sent with a policy that lets nothing run, and can be kept for half a minute', async () => {
    const kept = htmlPages().filter(([path]) => !path.endsWith('/removal/register'))
    const faults = kept.filter(
      ([, { headers }]) =>
        !String(headers['content-security-policy']).startsWith("default-src 'none'") ||
        headers['cache-control'] !== 'public, max-age=30, stale-while-revalidate=300' ||
        headers['etag'] === undefined,
    )
    expect(faults.map(([path]) => path)).toEqual([])
  })

  it('answer 304 to a reader who has the page', async () => {
    const { headers } = await portal.get('/zh/')
    const again = await portal.get('/zh/', { 'if-none-match': String(headers['etag']) })
    expect(again.statusCode).toBe(304)
    expect(again.body).toBe('')
  })
})

describe('the sitemap', () => {
  it('names every page there is', async () => {
    const { body } = await portal.get('/sitemap.xml')
    expect(() => elementsOf(body.replace(/^<\?xml.*\?>\n/, ''))).not.toThrow()
    const listed = new Set(
      [...body.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => loc?.replace(ORIGIN, '')),
    )
    const unlisted = htmlPages()
      .map(([path]) => path)
      .filter((path) => !listed.has(path) && !/\/(search|removal|editions)/.test(path))
    expect(unlisted).toEqual([])
  })
})
