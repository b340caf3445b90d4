import { afterEach, expect, it } from 'vitest'
import { memoryEventStore } from '../adapters/memory/memory-event-store.ts'
import { memoryTakedownStore } from '../adapters/memory/memory-takedown-store.ts'
import { seededTokens } from '../adapters/memory/seeded-tokens.ts'
import { settableClock } from '../adapters/memory/settable-clock.ts'
import { type FictionalPortal, crawl, openPortal } from './fictional-portal.ts'
import { DAY, MORNING, hold, record } from './fictional-record.ts'
import { expression, published } from './fictional-releases.ts'
import { elementsOf } from '../markup/html-check.ts'

const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(1)>'&lt;]]>--></style>`

let portal: FictionalPortal
afterEach(() => portal.close())

const everywhereHostile = () => {
  const name = { zh: HOSTILE, ru: HOSTILE, en: HOSTILE }
  const told = {
    ...expression(HOSTILE, HOSTILE),
    dateline: HOSTILE,
    byline: HOSTILE,
    source: HOSTILE,
    deck: HOSTILE,
  }
  return [
    { type: 'ThemeReworded' as const, theme: name },
    { type: 'ThemeReworded' as const, delegation: 'south', theme: name },
    {
      type: 'PersonAccredited' as const,
      seat: 'guest',
      delegation: 'south',
      role: 'head' as const,
      person: { name, office: name },
    },
    { type: 'ChairAppointed' as const, seats: ['guest'] },
    {
      type: 'ItemPlaced' as const,
      position: 0,
      item: { kind: 'exchange' as const, id: 'hostile', title: name, between: ['guest', 'north-head'] },
    },
    { type: 'NoteEntered' as const, body: name },
    {
      type: 'MessageReadOut' as const,
      message: 'x',
      form: 'letter' as const,
      author: { name, office: name },
      delegation: 'south',
      seat: 'guest',
      turn: 't1',
    },
    {
      type: 'StatementAttached' as const,
      text: 'consensus',
      statement: 's9',
      delegation: 'south',
      kind: 'declaration' as const,
      body: name,
    },
    published('en', 1, told),
    published('en', 2, { ...told, headline: `${HOSTILE}!` }, { correction: HOSTILE }),
    published('zh', 1, told),
    {
      type: 'ReleaseWithdrawn' as const,
      release: 'r1',
      language: 'zh',
      cause: 'law' as const,
      explanation: name,
    },
  ]
}

it('keeps every word people wrote from becoming markup, on every page and in every feed', async () => {
  const store = memoryEventStore()
  await hold(store, { dialogue: 'havens', meeting: 'm8', number: 8 }, [])
  await record(store, 'meeting/havens/m8', MORNING + 3_600_000, everywhereHostile())
  portal = await openPortal({
    store,
    clock: settableClock(MORNING + DAY),
    takedowns: memoryTakedownStore(),
    tokens: seededTokens('hostile'),
  })
  const pages = new Map(await crawl(portal))
  pages.set('search', await portal.get(`/en/search?q=${encodeURIComponent(HOSTILE)}`))
  pages.set('removal', await portal.get(`/en/removal?page=${encodeURIComponent(HOSTILE)}`))
  pages.set('gone', await portal.get('/zh/releases/2026/05/12/havens.m8.r1'))
  const marked = [...pages].filter(([, { headers }]) => /html|atom|xml/.test(String(headers['content-type'])))
  expect(marked.length).toBeGreaterThan(40)
  const faults = marked.flatMap(([path, { body }]) => {
    const elements = elementsOf(body.replace(/^<\?xml.*\?>\n/, ''))
    return elements
      .filter(
        ({ name, attributes }) =>
          name === 'img' ||
          (name === 'script' && attributes['type'] !== 'application/ld+json') ||
          Object.keys(attributes).some((key) => key.startsWith('on')),
      )
      .map(({ name }) => `${path}: ${name}`)
  })
  expect(faults).toEqual([])
  expect(pages.get('/en/releases/2026/05/12/havens.m8.r1')?.body).toContain(
    '&lt;script&gt;alert(1)&lt;/script&gt;',
  )
})
