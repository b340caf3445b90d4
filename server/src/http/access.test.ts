import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  convened,
  DIALOGUE,
  field,
  type FictionalServer,
  fictionalServer,
  MEETING,
  OPERATOR,
  problemOf,
  type Seats,
} from '../fictional-server.ts'

const HOUR_MS = 3_600_000
let server: FictionalServer
let seats: Seats
beforeEach(async () => {
  server = await fictionalServer()
  seats = await convened(server)
})
afterEach(() => server.close())

const invite = (by: string | undefined, seat: string, at = MEETING) =>
  server.ask(by, 'POST', `${at}/invitations`, { seat })
const open = (invitation: unknown) => server.ask(undefined, 'POST', '/sessions', { invitation })

describe('an invitation', () => {
  it('opens one session, for the seat it names, and no second', async () => {
    const token = field(await invite(seats['north-desk'], 'north-head'), 'token')
    const first = await open(token)
    const second = await open(token)
    expect(first.json).toMatchObject({
      principal: { dialogue: 'river', meeting: 'first', seat: 'north-head' },
    })
    expect([second.status, problemOf(second)]).toEqual([401, 'invitation-used'])
  })

  it('opens one session even when many try at the same moment', async () => {
    const token = field(await invite(OPERATOR, 'north-head'), 'token')
    const told = await Promise.all(Array.from({ length: 20 }, () => open(token)))
    expect(told.filter(({ status }) => status === 201)).toHaveLength(1)
  })

  it('is worth nothing after 72 hours', async () => {
    const token = field(await invite(OPERATOR, 'north-head'), 'token')
    server.clock.advance(72 * HOUR_MS)
    expect(problemOf(await open(token))).toBe('invitation-expired')
  })

  it('that was never given is unknown, whatever it looks like', async () => {
    expect(problemOf(await open('x'.repeat(43)))).toBe('invitation-unknown')
    expect(problemOf(await open('short'))).toBe('malformed')
  })

  it('to a seat of the other side is not a secretariat’s to give', async () => {
    const told = await invite(seats['north-desk'], 'south-head')
    expect([told.status, problemOf(told)]).toEqual([403, 'not-entitled'])
    const desk = await invite(seats['north-desk'], 'south-desk', DIALOGUE)
    expect([desk.status, problemOf(desk)]).toEqual([403, 'not-entitled'])
  })

  it('to a seat nobody has is refused', async () => {
    expect(problemOf(await invite(seats['north-desk'], 'nobody'))).toBe('seat-unknown')
  })

  it('is not a delegate’s to give', async () => {
    expect(problemOf(await invite(seats['north-delegate'], 'north-head'))).toBe('not-entitled')
    expect(problemOf(await invite(seats['north-delegate'], 'observer'))).toBe('not-entitled')
  })

  it('to a seat of no delegation is any secretariat’s to give', async () => {
    expect((await invite(seats['south-desk'], 'interpreter')).status).toBe(201)
  })
})

describe('a session', () => {
  it('ends after twelve hours', async () => {
    server.clock.advance(12 * HOUR_MS - 1)
    expect((await server.ask(seats['observer'], 'GET', '/session')).status).toBe(200)
    server.clock.advance(1)
    expect(problemOf(await server.ask(seats['observer'], 'GET', '/session'))).toBe('not-signed-in')
  })

  it('ends when it is signed out', async () => {
    expect((await server.ask(seats['observer'], 'DELETE', '/session')).status).toBe(204)
    expect((await server.ask(seats['observer'], 'GET', '/session')).status).toBe(401)
  })

  it('speaks for nobody once the record has withdrawn the seat', async () => {
    await server.act(seats['north-desk'] ?? '', `${MEETING}/acts`, {
      type: 'WithdrawAccreditation',
      seat: 'north-delegate',
    })
    expect((await server.ask(seats['north-delegate'], 'GET', MEETING)).status).toBe(401)
  })

  it('ends when a secretariat takes the seat’s access back, with its open invitations', async () => {
    const token = field(await invite(seats['north-desk'], 'north-head'), 'token')
    const told = await server.ask(seats['north-desk'], 'POST', `${MEETING}/revocations`, {
      seat: 'north-head',
    })
    expect(told.json).toEqual({ ended: 2 })
    expect((await server.ask(seats['north-head'], 'GET', '/session')).status).toBe(401)
    expect(problemOf(await open(token))).toBe('invitation-unknown')
  })

  it('of the other side is not a secretariat’s to end', async () => {
    const told = await server.ask(seats['north-desk'], 'POST', `${MEETING}/revocations`, {
      seat: 'south-head',
    })
    expect(problemOf(told)).toBe('not-entitled')
    expect((await server.ask(seats['south-head'], 'GET', '/session')).status).toBe(200)
  })
})

const withCookie = (method: 'GET' | 'POST' | 'DELETE', headers: Record<string, string>) =>
  server.inject({
    method,
    url: '/api/session',
    headers: { cookie: `other=1; parley=${seats['north-head']}`, ...headers },
  })

describe('a browser', () => {
  it('keeps its session in a cookie no script can read', async () => {
    const token = field(await invite(OPERATOR, 'north-head'), 'token')
    const cookies = (await open(token)).headers['set-cookie']
    expect(cookies).toEqual([
      expect.stringMatching(/^parley=[\w-]{43}; Expires=.*; Path=\/; HttpOnly; SameSite=Lax$/),
      expect.stringMatching(/^parley-[0-9a-f]{12}=[\w-]{43}; Expires=.*; Path=\/; HttpOnly; SameSite=Lax$/),
    ])
  })

  it('reads with its cookie', async () => {
    expect((await withCookie('GET', {})).status).toBe(200)
  })

  it.each([
    ['another site’s page', { origin: 'https://elsewhere.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['somewhere it does not say', {}],
  ])('changes nothing on behalf of %s', async (_from, headers) => {
    const told = await withCookie('DELETE', headers)
    expect([told.status, problemOf(told)]).toEqual([403, 'origin-refused'])
    expect((await withCookie('GET', {})).status).toBe(200)
  })

  it('changes something from our own page', async () => {
    expect((await withCookie('DELETE', { origin: server.origin })).status).toBe(204)
  })

  it('changes something from our own page when this machine is called by its number', async () => {
    const origin = server.origin.replace('localhost', '127.0.0.1')
    expect(origin).not.toBe(server.origin)
    expect((await withCookie('DELETE', { origin })).status).toBe(204)
  })

  it('changes nothing on behalf of another server of this machine', async () => {
    expect((await withCookie('DELETE', { origin: 'http://127.0.0.1:1' })).status).toBe(403)
  })
})
