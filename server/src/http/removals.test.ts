import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dialogueOf } from '../application/removals.ts'
import {
  convened,
  DIALOGUE,
  fictionalServer,
  foundingOf,
  OPERATOR,
  problemOf,
  type FictionalServer,
  type Seats,
  type Told,
} from '../fictional-server.ts'

let server: FictionalServer
let seats: Seats
beforeEach(async () => {
  server = await fictionalServer()
  seats = await convened(server)
})
afterEach(() => server.close())

const REMOVALS = `${DIALOGUE}/removals`

const ask = async (page: string): Promise<void> => {
  const { status } = await server.inject({
    method: 'POST',
    url: '/en/removal',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: server.origin },
    payload: new URLSearchParams({
      page: `${server.origin}${page}`,
      claim: 'personal-image',
      name: 'A photographer <b>',
      reply: 'someone@example.org',
      words: 'The picture is mine.',
      statement: 'yes',
    }).toString(),
  })
  expect(status).toBe(200)
}
const listed = async (token: string | undefined): Promise<readonly { readonly id: string }[]> => {
  const { json } = await server.ask(token, 'GET', REMOVALS)
  return JSON.parse(JSON.stringify(json)).removals
}
const settle = (token: string | undefined, id: string, body: object): Promise<Told> =>
  server.ask(token, 'POST', `${REMOVALS}/${id}/settlement`, body)

describe('requests for removal', () => {
  it('reach the secretariats of the dialogue whose page they are about, and the operator', async () => {
    await ask('/en/releases/2026/05/12/river.first.main')
    await ask('/zh/dialogues/river/first/')
    for (const token of [seats['north-desk'], seats['south-desk'], OPERATOR]) {
      expect(await listed(token)).toMatchObject([
        {
          requester: { name: 'A photographer <b>', contact: 'someone@example.org' },
          claim: 'personal-image',
        },
        { language: 'en', explanation: 'The picture is mine.' },
      ])
    }
  })

  it('are nothing to any seat of a meeting, to another dialogue or to nobody', async () => {
    await ask('/en/dialogues/river/')
    await server.act(OPERATOR, '/dialogues', foundingOf('lake'))
    const [request] = await listed(seats['north-desk'])
    for (const seat of ['north-head', 'north-press', 'observer', 'officer']) {
      expect(problemOf(await server.ask(seats[seat], 'GET', REMOVALS))).toBe('not-found')
      const told = await settle(seats[seat], request?.id ?? '', { outcome: 'refused' })
      expect(problemOf(told)).toBe('not-found')
    }
    expect(problemOf(await server.ask(seats['north-desk'], 'GET', '/dialogues/lake/removals'))).toBe(
      'not-found',
    )
    expect((await server.ask(undefined, 'GET', REMOVALS)).status).toBe(401)
    expect(await listed(seats['north-desk'])).toEqual([request])
  })

  it('about no dialogue’s page, or another’s, are the operator’s and not the secretariats’', async () => {
    await ask('/en/search?q=dialogues/river/')
    await ask('/en/dialogues/lake/')
    expect(await listed(seats['north-desk'])).toEqual([])
    expect(await listed(OPERATOR)).toMatchObject([
      { pageUrl: `${server.origin}/en/search?q=dialogues/river/` },
    ])
  })

  it('are settled once, with a reason that the public register shows', async () => {
    await ask('/en/dialogues/river/')
    const [request] = await listed(seats['north-desk'])
    const id = request?.id ?? ''
    const settlement = { outcome: 'media-removed', reason: { en: 'It was <b>theirs</b>.', zh: '属其所有。' } }
    const told = await settle(seats['north-desk'], id, settlement)
    expect([told.status, told.json]).toMatchObject([200, { id, settled: settlement }])
    const again = await settle(seats['south-desk'], id, { outcome: 'refused' })
    expect(again.json).toEqual(told.json)
    const { text } = await server.inject({ method: 'GET', url: '/zh/removal/register' })
    expect(text).toContain('属其所有。')
    expect((await server.inject({ method: 'GET', url: '/en/removal/register' })).text).toContain(
      'It was &lt;b&gt;theirs&lt;/b&gt;.',
    )
    expect(text).not.toContain('photographer')
  })

  it('are settled by known outcomes only, and only if they are there', async () => {
    await ask('/en/dialogues/river/')
    const [request] = await listed(seats['north-desk'])
    expect(problemOf(await settle(seats['north-desk'], request?.id ?? '', { outcome: 'burnt' }))).toBe(
      'malformed',
    )
    expect(problemOf(await settle(seats['north-desk'], 'nothing', { outcome: 'refused' }))).toBe('not-found')
    expect(problemOf(await settle(seats['north-desk'], '..', { outcome: 'refused' }))).toBe('not-found')
  })
})

describe('the dialogue an address is about', () => {
  it.each([
    ['https://r.example/zh/dialogues/river/', 'river'],
    ['https://r.example/zh/dialogues/river/first/people/a/', 'river'],
    ['https://r.example/en/releases/2026/05/12/river.first.main/editions/2', 'river'],
    ['https://r.example/en/releases/2026/05/12/', undefined],
    ['https://r.example/?dialogues/river/', undefined],
    ['https://r.example/en/texts/', undefined],
    ['javascript:alert(1)', undefined],
    ['not an address', undefined],
  ])('%s is %s', (address, dialogue) => {
    expect(dialogueOf(address)).toBe(dialogue)
  })
})
