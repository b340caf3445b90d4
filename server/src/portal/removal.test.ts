import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { memoryEventStore } from '../adapters/memory/memory-event-store.ts'
import { memoryTakedownStore } from '../adapters/memory/memory-takedown-store.ts'
import { seededTokens } from '../adapters/memory/seeded-tokens.ts'
import { settableClock } from '../adapters/memory/settable-clock.ts'
import { type FictionalPortal, ORIGIN, openPortal } from './fictional-portal.ts'
import { DAY, MORNING, holdHavens } from './fictional-record.ts'

const FILLED = {
  page: `${ORIGIN}/zh/releases/2026/05/12/havens.m8.r1`,
  claim: 'personal-image',
  words: '照片系本人拍摄，未经许可。',
  name: '某摄影者',
  reply: 'someone@example.org',
  statement: 'yes',
}

let portal: FictionalPortal
let takedowns: ReturnType<typeof memoryTakedownStore>

beforeEach(async () => {
  const store = memoryEventStore()
  await holdHavens(store)
  takedowns = memoryTakedownStore()
  portal = await openPortal({
    store,
    clock: settableClock(MORNING + DAY),
    takedowns,
    tokens: seededTokens('removal'),
  })
})
afterEach(() => portal.close())

/** By a proxy, from an address that it saw; before it stands what anybody may write. */
const from = (address: string) =>
  portal.post('/en/removal', FILLED, { 'x-forwarded-for': `192.0.2.1, ${address}` })

describe('a removal request', () => {
  it('starts from the page it concerns', async () => {
    const { body } = await portal.get('/zh/releases/2026/05/12/havens.m8.r1')
    const [, link = ''] = /class="takedown" href="([^"]+)"/.exec(body) ?? []
    expect((await portal.get(link.replaceAll('&amp;', '&'))).body).toContain(`value="${FILLED.page}"`)
  })

  it('is kept, and thanked for with its number', async () => {
    const { statusCode, body, headers } = await portal.post('/zh/removal', FILLED)
    const [kept] = await takedowns.list()
    expect(statusCode).toBe(200)
    expect(headers['cache-control']).toBe('no-store')
    expect(kept).toEqual({
      id: kept?.id,
      receivedAtMs: MORNING + DAY,
      pageUrl: FILLED.page,
      claim: 'personal-image',
      requester: { name: FILLED.name, contact: FILLED.reply },
      explanation: FILLED.words,
      language: 'zh',
      state: { kind: 'received' },
    })
    expect(body).toContain(`登记号：${kept?.id}`)
  })

  it('is kept without what would turn or hide its words on the desk of whoever settles it', async () => {
    await portal.post('/en/removal', {
      ...FILLED,
      page: `${FILLED.page}\u202e\u200b`,
      name: '\u202eeno\u0000 \ufeffSomebody',
      words: 'First line.\r\nSecond\u2066 line.',
    })
    const [kept] = await takedowns.list()
    expect(kept).toMatchObject({
      pageUrl: FILLED.page,
      requester: { name: 'eno Somebody' },
      explanation: 'First line.\nSecond line.',
    })
    const { statusCode } = await portal.post('/en/removal', { ...FILLED, name: '\u200b\u202e' })
    expect(statusCode).toBe(400)
  })

  it.each(Object.keys(FILLED))(
    'without %s is given back with what was filled in, and nothing is kept',
    async (field) => {
      const { statusCode, body } = await portal.post('/en/removal', { ...FILLED, [field]: '' })
      expect(statusCode).toBe(400)
      expect(body).toContain('aria-invalid="true"')
      expect(body).toContain('The request is incomplete')
      expect(body.includes(FILLED.words)).toBe(field !== 'words')
      expect(await takedowns.list()).toEqual([])
    },
  )

  it('from a page of another site is refused', async () => {
    const { statusCode } = await portal.post('/en/removal', FILLED, { origin: 'https://elsewhere.example' })
    expect(statusCode).toBe(403)
    expect(await takedowns.list()).toEqual([])
  })

  it('can be made a few times an hour from one address', async () => {
    const answers = []
    for (let attempt = 0; attempt < 8; attempt++)
      answers.push((await portal.post('/en/removal', FILLED)).statusCode)
    expect(answers).toEqual([200, 200, 200, 200, 200, 200, 429, 429])
    expect(await takedowns.list()).toHaveLength(6)
  })

  it('is not refused for what others sent by the same proxy', async () => {
    for (let attempt = 0; attempt < 7; attempt++) await from('203.0.113.7')
    expect((await from('203.0.113.7')).statusCode).toBe(429)
    expect((await from('203.0.113.8')).statusCode).toBe(200)
  })

  it('that is too long is not read', async () => {
    const { statusCode } = await portal.post('/en/removal', { ...FILLED, words: 'x'.repeat(70_000) })
    expect(statusCode).toBe(413)
  })

  it('in a language the site has not is answered as any unknown address', async () => {
    expect((await portal.post('/xx/removal', FILLED)).statusCode).toBe(404)
  })
})

describe('the register of removal requests', () => {
  it('shows what was settled about pages of this site, and nothing of who asked', async () => {
    await portal.post('/zh/removal', FILLED)
    await portal.post('/zh/removal', { ...FILLED, page: 'https://elsewhere.example/buy-this' })
    await portal.post('/zh/removal', { ...FILLED, claim: 'other' })
    const [first, second] = await takedowns.list()
    for (const request of [first, second])
      await takedowns.settle(request?.id ?? '', {
        outcome: 'media-removed',
        atMs: MORNING + DAY,
        reason: {},
      })
    const { body, statusCode } = await portal.get('/zh/removal/register')
    expect(statusCode).toBe(200)
    expect(body).toContain('图片已删除')
    expect(body.match(/havens\.m8\.r1/g)).toHaveLength(1)
    for (const secret of ['elsewhere.example', FILLED.name, FILLED.reply, FILLED.words])
      expect(body).not.toContain(secret)
  })
})
