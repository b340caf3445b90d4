import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  convened,
  fictionalServer,
  foundingOf,
  MEETING,
  OPERATOR,
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

const PREVIEW = '/preview/river/first/main/en'
const HOSTILE = '<img src=x onerror=alert(1)> & "friends"'
const expression = {
  headline: `The rivers met ${HOSTILE}`,
  dateline: 'North city, 12 May',
  byline: 'Joint secretariat',
  source: 'Joint secretariat',
  paragraphs: [{ text: 'They met.\nThey </p><script>agreed</script>.', facts: [0] }],
}
const of = { release: 'main', language: 'en' } as const

const open = (seat: string | undefined, path = PREVIEW, headers = {}): Promise<Told> =>
  server.inject({
    method: 'GET',
    url: path,
    headers: {
      accept: 'text/html',
      ...(seat === undefined ? {} : { cookie: `parley=${seats[seat] ?? OPERATOR}` }),
      ...headers,
    },
  })
const drafted = (): Promise<Told> =>
  server.act(seats['north-press'] ?? '', `${MEETING}/acts`, { type: 'DraftRelease', ...of, expression })

/** Everything up to the first public edition. */
const published = async (): Promise<void> => {
  const step = (seat: string, command: Parameters<FictionalServer['act']>[2]): Promise<Told> =>
    server.act(seats[seat] ?? '', `${MEETING}/acts`, command)
  await step('north-desk', { type: 'AppointChair', seats: ['officer'] })
  await step('north-desk', {
    type: 'PlaceItem',
    item: { id: 'topic', kind: 'topic', title: { en: 'Rivers' } },
  })
  await step('officer', { type: 'OpenMeeting' })
  await step('officer', { type: 'AdjournMeeting' })
  await drafted()
  const { json } = await server.ask(seats['north-desk'], 'GET', `${MEETING}/releases`)
  const hash = /"hash":"([0-9a-f]{64})"/.exec(JSON.stringify(json))?.[1] ?? ''
  await step('north-press', { type: 'ClearRelease', ...of, hash })
  await step('south-head', { type: 'ClearRelease', ...of, hash })
  await step('north-desk', { type: 'PublishRelease', ...of, hash })
}

describe('the preview of a release', () => {
  it('shows the draft to the press desk as the public page it would become', async () => {
    await drafted()
    const { status, text } = await open('south-head')
    expect(status).toBe(200)
    expect(text).toContain('<article class="release">')
    expect(text).toContain('North city, 12 May')
    expect(text).toContain('1-main')
  })

  it('is the page itself, byte for byte, once the draft is published', async () => {
    await published()
    const before = await open('north-press')
    const address = /rel="canonical" href="[^"]*?(\/en\/[^"]*)"/.exec(before.text)?.[1] ?? ''
    const page = await server.inject({ method: 'GET', url: address })
    expect(page.status).toBe(200)
    expect(before.text).toBe(page.text)
  })

  it('publishes nothing: the portal knows of no meeting before and after it', async () => {
    await drafted()
    await open('north-press')
    const home = await server.inject({ method: 'GET', url: '/en/releases/' })
    expect(home.text).not.toContain('The rivers met')
    const found = await server.inject({ method: 'GET', url: '/en/search?q=rivers' })
    expect(found.text).not.toContain('The rivers met')
  })

  it('is kept by no cache, listed by no search engine and framed by our own pages alone', async () => {
    await drafted()
    const { headers } = await open('north-press')
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['x-robots-tag']).toBe('noindex, nofollow')
    expect(headers['content-security-policy']).toContain("frame-ancestors 'self'")
    expect(headers['content-security-policy']).toContain("default-src 'none'")
  })

  it('leaves text text, whatever it tries to be', async () => {
    await drafted()
    const { text } = await open('north-press')
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(text).not.toContain('<img src=x')
    expect(text).not.toContain('<script>agreed')
  })
})

/** Whether the preview is answered as a language that nobody drafted is. */
const isNothing = async (seat: string | undefined): Promise<boolean> => {
  const there = await open(seat)
  const nowhere = await open(seat, '/preview/river/first/main/xx')
  return there.status === 404 && there.text === nowhere.text
}

describe('the preview, for others and of nothing,', () => {
  it.each([undefined, 'observer'])('shows %s nothing, as where nothing was drafted', async (seat) => {
    await drafted()
    expect(await isNothing(seat)).toBe(true)
  })

  it('shows a seat of another dialogue nothing', async () => {
    await drafted()
    await server.act(OPERATOR, '/dialogues', foundingOf('lake'))
    const invited = await server.ask(OPERATOR, 'POST', '/dialogues/lake/invitations', { seat: 'north-desk' })
    const invitation = /"token":"([^"]+)"/.exec(invited.text)?.[1] ?? ''
    const opened = await server.ask(undefined, 'POST', '/sessions', { invitation })
    const stranger = /"token":"([^"]+)"/.exec(opened.text)?.[1] ?? ''
    const told = await open(undefined, PREVIEW, { cookie: `parley=${stranger}` })
    expect(stranger).not.toBe('')
    expect(told.status).toBe(404)
  })

  it('shows nothing to a session that is over', async () => {
    await drafted()
    await server.ask(seats['north-press'], 'DELETE', '/session')
    expect(await isNothing('north-press')).toBe(true)
  })

  it('shows nothing of an undrafted language or an unknown meeting', async () => {
    await drafted()
    expect((await open('north-press', '/preview/river/first/main/zh')).status).toBe(404)
    expect((await open('north-press', '/preview/river/second/main/en')).status).toBe(404)
  })

  it('shows nothing of a release withdrawn', async () => {
    await published()
    await server.act(seats['north-desk'] ?? '', `${MEETING}/acts`, {
      type: 'WithdrawRelease',
      ...of,
      cause: 'law',
    })
    expect((await open('north-press')).status).toBe(404)
  })
})
