import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { memoryEventStore } from '../adapters/memory/memory-event-store.ts'
import { memoryTakedownStore } from '../adapters/memory/memory-takedown-store.ts'
import { seededTokens } from '../adapters/memory/seeded-tokens.ts'
import { type SettableClock, settableClock } from '../adapters/memory/settable-clock.ts'
import type { EventStore } from '../ports/event-store.ts'
import { type FictionalPortal, crawl, openPortal } from './fictional-portal.ts'
import { DAY, MORNING, hold, record } from './fictional-record.ts'
import { EN_RELEASE, RELEASED, expression, published } from './fictional-releases.ts'

const LIFT = MORNING + 10 * DAY
const CANARY = 'kanarienvogel'
const LOG = 'meeting/havens/m8'
const RELEASE = '/releases/2026/05/12/havens.m8.r1'

let store: EventStore
let clock: SettableClock
let portal: FictionalPortal

beforeEach(() => {
  store = memoryEventStore()
  clock = settableClock(MORNING + DAY)
})
afterEach(() => portal.close())

const open = async (): Promise<void> => {
  portal = await openPortal({
    store,
    clock,
    takedowns: memoryTakedownStore(),
    tokens: seededTokens('embargo'),
  })
}

/** The addresses of all pages that say a word, and the searches that find anything by it. */
const saying = async (word: string): Promise<readonly string[]> => {
  const pages = [...(await crawl(portal))].filter(([, { body }]) => body.includes(word)).map(([path]) => path)
  for (const language of ['zh', 'ru', 'en', 'ar']) {
    const { body } = await portal.get(`/${language}/search?q=${word}`)
    if (body.includes('class="hits"')) pages.push(`search in ${language}`)
  }
  return pages
}

describe('a meeting none of whose releases is public', () => {
  it('does not exist, nor does its dialogue', async () => {
    await hold(store, { dialogue: 'havens', meeting: 'm8', number: 8 }, [])
    await open()
    for (const path of [
      '/zh/dialogues/havens/',
      '/zh/dialogues/havens/m8/',
      '/zh/dialogues/havens/feed.atom',
      '/zh/dialogues/havens/m8/people/north-head/',
    ])
      expect((await portal.get(path)).statusCode).toBe(404)
    expect(await saying('林海')).toEqual([])
  })

  it('appears with its first release, without a new start', async () => {
    await hold(store, { dialogue: 'havens', meeting: 'm8', number: 8 }, [])
    await open()
    await record(store, LOG, MORNING + DAY, [published('en', 1, EN_RELEASE)])
    expect((await portal.get('/en/dialogues/havens/m8/')).statusCode).toBe(200)
    expect(await saying('林海')).toContain('/zh/dialogues/havens/m8/')
  })

  it('of a dialogue founded after the start appears too', async () => {
    await open()
    expect((await portal.get('/en/')).body).toContain('Nothing has been published here yet.')
    await hold(store, { dialogue: 'havens', meeting: 'm8', number: 8 })
    clock.advance(2000)
    expect((await portal.get('/en/dialogues/havens/m8/')).statusCode).toBe(200)
    expect((await portal.get('/en/')).body).toContain('The two havens met')
  })
})

describe('a release under embargo', () => {
  const embargoed = published('en', 1, expression(`Havens met ${CANARY}`, `A ${CANARY} sang.`), {
    embargoUntil: LIFT,
  })

  it('is nowhere until the embargo passes, and everywhere after', async () => {
    await hold(store, { dialogue: 'havens', meeting: 'm7', number: 7 })
    await hold(store, { dialogue: 'havens', meeting: 'm8', number: 8 }, [embargoed])
    await open()
    expect(await saying(CANARY)).toEqual([])
    expect(await saying('m8')).toEqual([])
    clock.set(LIFT - 1)
    expect(await saying(CANARY)).toEqual([])
    clock.set(LIFT)
    const after = await saying(CANARY)
    for (const path of [
      '/en/',
      '/en/releases/',
      '/en/feed.atom',
      '/en/feed.json',
      'search in en',
      'search in zh',
      '/en/dialogues/havens/',
    ])
      expect(after).toContain(path)
  })

  it('in one language leaves the others readable and names no address of itself', async () => {
    await hold(store, { dialogue: 'havens', meeting: 'm8', number: 8 }, [...RELEASED.slice(0, 2), embargoed])
    await open()
    expect(await saying(CANARY)).toEqual([])
    const zh = (await portal.get(`/zh${RELEASE}`)).body
    expect(zh).not.toContain('hreflang="en"')
    expect(zh).toContain('尚未发布')
    expect((await portal.get('/sitemap.xml')).body).not.toContain(`/en${RELEASE}`)
    expect((await portal.get(`/en${RELEASE}`)).statusCode).toBe(404)
  })

  it('as a later edition leaves the earlier one standing', async () => {
    const corrected = published('en', 2, expression(`Havens met ${CANARY}`, 'They did.'), {
      embargoUntil: LIFT,
      correction: CANARY,
    })
    await hold(store, { dialogue: 'havens', meeting: 'm8', number: 8 }, [...RELEASED, corrected])
    await open()
    expect(await saying(CANARY)).toEqual([])
    expect((await portal.get(`/en${RELEASE}`)).body).toContain(EN_RELEASE.headline)
    clock.set(LIFT)
    expect((await portal.get(`/en${RELEASE}`)).body).toContain(CANARY)
  })

  it('withdrawn before it passes never appears', async () => {
    await hold(store, { dialogue: 'havens', meeting: 'm8', number: 8 }, [
      ...RELEASED.slice(0, 2),
      embargoed,
      { type: 'ReleaseWithdrawn', release: 'r1', language: 'en', cause: 'published-in-error' },
    ])
    await open()
    clock.set(LIFT + DAY)
    expect(await saying(CANARY)).toEqual([])
    expect((await portal.get(`/en${RELEASE}`)).statusCode).toBe(404)
  })

  it('limits how long a page may be kept', async () => {
    await hold(store, { dialogue: 'havens', meeting: 'm8', number: 8 }, [...RELEASED.slice(0, 2), embargoed])
    await open()
    clock.set(LIFT - 12_000)
    expect((await portal.get('/zh/')).headers['cache-control']).toBe('public, max-age=12')
    clock.set(LIFT - 60_000)
    expect((await portal.get('/zh/')).headers['cache-control']).toBe(
      'public, max-age=30, stale-while-revalidate=30',
    )
    clock.set(LIFT)
    expect((await portal.get('/zh/')).headers['cache-control']).toBe(
      'public, max-age=30, stale-while-revalidate=300',
    )
  })
})

describe('a withdrawn release', () => {
  beforeEach(async () => {
    await hold(store, { dialogue: 'havens', meeting: 'm8', number: 8 }, [
      ...RELEASED.slice(0, 2),
      published('en', 1, expression(`Havens met ${CANARY}`, `A ${CANARY} sang.`)),
    ])
    await open()
    await portal.get(`/en${RELEASE}`)
    await record(store, LOG, MORNING + DAY, [
      {
        type: 'ReleaseWithdrawn',
        release: 'r1',
        language: 'en',
        cause: 'rights',
        explanation: { en: 'A picture was not ours.' },
      },
    ])
  })

  it('leaves a tombstone with the reason in its language, and the other languages as they were', async () => {
    const { statusCode, body } = await portal.get(`/en${RELEASE}`)
    expect(statusCode).toBe(410)
    expect(body).toContain('Reason: rights of others.')
    expect(body).toContain('A picture was not ours.')
    expect(body).toMatch(/<meta name="robots" content="noindex"/)
    for (const language of ['zh', 'ru'])
      expect((await portal.get(`/${language}${RELEASE}`)).statusCode).toBe(200)
    for (const part of ['.json', '/editions/', '/editions/1'])
      expect((await portal.get(`/en${RELEASE}${part}`)).statusCode).toBe(410)
  })

  it('says nothing of its words any more, anywhere', async () => {
    expect(await saying(CANARY)).toEqual([])
    expect((await portal.get(`/zh${RELEASE}`)).body).not.toContain('hreflang="en"')
    expect([...(await crawl(portal))].filter(([, { statusCode }]) => statusCode >= 400)).toEqual([])
  })
})

describe('what only the parties may see', () => {
  it('is on no page, whatever was published', async () => {
    await hold(store, { dialogue: 'havens', meeting: 'm8', number: 8 }, [
      ...RELEASED,
      { type: 'PositionApproved', delegation: 'north', position: { en: `A ${CANARY} in a position.` } },
      {
        type: 'ReleaseObjected',
        release: 'r1',
        language: 'en',
        hash: 'cd'.repeat(32),
        delegation: 'south',
        reason: CANARY,
      },
      { type: 'PointOfOrderRaised', point: 'p1', seat: 'south-head', delegation: 'south', subject: CANARY },
      {
        type: 'ReleaseEdited',
        release: 'r1',
        language: 'en',
        revision: 2,
        hash: 'cd'.repeat(32),
        expression: expression(CANARY, CANARY),
      },
      { type: 'DocumentDeposited', document: { id: 'd1', title: { en: CANARY } } },
      {
        type: 'ObjectionRaised',
        text: 'consensus',
        delegation: 'south',
        root: 'cd'.repeat(32),
        reason: CANARY,
      },
    ])
    await open()
    expect(await saying(CANARY)).toEqual([])
  })
})
