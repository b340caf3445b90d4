import { once } from 'node:events'
import { connect as dial, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { LIMITS } from '../application/limits.ts'
import {
  type FictionalServer,
  fictionalServer,
  inSession,
  MEETING,
  MEETING_LOG,
  type Seats,
  words,
} from '../fictional-server.ts'
import { memoryEventStore } from '../adapters/memory/memory-event-store.ts'
import { connect, nextOf } from './fictional-client.ts'

let server: FictionalServer
let seats: Seats
beforeEach(async () => {
  server = await fictionalServer()
  seats = await inSession(server)
})
afterEach(() => server.close())

const tokenOf = (seat: string): string => seats[seat] ?? ''

const rawSocket = async (seat: string): Promise<WebSocket> => {
  const socket = new WebSocket(`${server.origin.replace('http', 'ws')}/api/live`, {
    headers: { authorization: `Bearer ${tokenOf(seat)}` },
  })
  await once(socket, 'open')
  return socket
}

const hello = JSON.stringify({ type: 'hello', version: 1 })

/** A connection on the bare wire that never closes its own half. */
const wireTo = async (...lines: readonly string[]): Promise<Socket> => {
  const { hostname, port } = new URL(server.origin)
  const wire = dial({ host: hostname, port: Number(port), allowHalfOpen: true })
  await once(wire, 'connect')
  wire.write(`${[...lines, `Host: ${hostname}:${port}`].join('\r\n')}\r\n\r\n`)
  return wire
}

const upgrade = [
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
]

describe('a stranger at the live door', () => {
  it.each([
    ['without a session', 'GET /api/live HTTP/1.1', '401'],
    ['at another path', 'GET /api/dead HTTP/1.1', '404'],
  ])(
    '%s is turned away and cannot hold the line by keeping its own half open',
    async (_what, line, status) => {
      const wire = await wireTo(line, ...upgrade)
      let answer = ''
      wire.on('data', (data: Buffer) => (answer += data.toString()))
      wire.on('error', () => undefined)
      await once(wire, 'end')
      expect(answer.split(' ')[1]).toBe(status)
      // Whatever it goes on sending meets a connection that is gone.
      const gone = new Promise<boolean>((resolve) => wire.once('close', resolve))
      const knocking = setInterval(() => wire.write('x'), 5)
      expect(await gone).toBe(true)
      clearInterval(knocking)
    },
  )

  it('is told to come back later once it has tried too often, there and over HTTP alike', async () => {
    for (let count = 0; count < LIMITS.stranger.points; count += 1) {
      await server.ask(undefined, 'GET', '/session')
    }
    const wire = await wireTo('GET /api/live HTTP/1.1', ...upgrade)
    const [answer] = await once(wire, 'data')
    expect(String(answer).split(' ')[1]).toBe('429')
    wire.destroy()
    const friend = await connect(server.origin, tokenOf('officer'))
    await friend.heard('welcome')
    await friend.drop()
  })
})

describe('what a client sends on a socket', () => {
  it('is refused when a key would reach a prototype, as over HTTP', async () => {
    const client = await connect(server.origin, tokenOf('officer'))
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      client.sendText(
        `{"type":"act","log":"${MEETING_LOG}","id":"proto-${key}","command":{"type":"EnterNote","body":{"en":"x","${key}":"y"}}}`,
      )
    }
    client.send({ type: 'ping', n: 1 })
    await client.heard('pong')
    expect(client.texts.filter((text) => text.includes('json-forbidden-key'))).toHaveLength(3)
    expect(client.texts.some((text) => text.includes('"done"'))).toBe(false)
    await client.drop()
  })

  it('is refused when it nests deeper than anybody means', async () => {
    const client = await connect(server.origin, tokenOf('officer'))
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
    client.sendText(`{"type":"act","log":"${MEETING_LOG}","id":"deep-deep","command":${deep}}`)
    expect(await client.heard('malformed')).toContain('json-too-deep')
    client.send({ type: 'ping', n: 1 })
    await client.heard('pong')
    await client.drop()
  })

  it('may come in fragments, and is read whole', async () => {
    const socket = await rawSocket('officer')
    const [answer] = await Promise.all([
      once(socket, 'message'),
      new Promise<void>((resolve) => {
        for (let at = 0; at < hello.length; at += 1)
          socket.send(hello.charAt(at), { fin: at === hello.length - 1 })
        resolve()
      }),
    ])
    expect(String(answer[0])).toContain('welcome')
    socket.terminate()
  })

  it('in fragments without end is not gathered beyond 64 KiB', async () => {
    const socket = await rawSocket('officer')
    const closed = once(socket, 'close')
    socket.on('error', () => undefined)
    for (let sent = 0; sent <= 70; sent += 1) socket.send('x'.repeat(1024), { fin: false })
    expect((await closed)[0]).toBe(1009)
  })

  it.each([
    ['a text before hello', 'text', 4400],
    ['a binary frame', 'binary', 4400],
    ['a frame of a mebibyte', 'huge', 1009],
    ['a flood of pings', 'pings', 1006],
  ] as const)('closes the socket when it is %s', async (_what, kind, code) => {
    const socket = await rawSocket('officer')
    const closed = once(socket, 'close')
    socket.on('error', () => undefined)
    if (kind === 'text') socket.send(JSON.stringify({ type: 'ping', n: 1 }))
    if (kind === 'binary') socket.send(Buffer.from(hello))
    if (kind === 'huge') socket.send('x'.repeat(1024 * 1024))
    if (kind === 'pings') {
      socket.send(hello)
      for (let count = 0; count < 20_000; count += 1) socket.ping('x'.repeat(100))
    }
    expect((await closed)[0]).toBe(code)
  })

  it.each<[string, object, string]>([
    ['following from before the beginning', { type: 'follow', log: MEETING_LOG, from: -1 }, 'malformed'],
    ['following from half a leaf', { type: 'follow', log: MEETING_LOG, from: 0.5 }, 'malformed'],
    ['following from beyond every number', { type: 'follow', log: MEETING_LOG, from: 1e300 }, 'malformed'],
    ['following what is no log', { type: 'follow', log: '../../etc/passwd', from: 0 }, 'malformed'],
    [
      'following a log with an empty name',
      { type: 'follow', log: 'meeting/river/first/', from: 0 },
      'malformed',
    ],
    ['an act on what is no log', { type: 'act', log: 'x', id: 'nowhere-1', command: {} }, 'malformed'],
    [
      'presence in a dialogue, which has no room',
      { type: 'presence', log: 'dialogue/river', state: 'here' },
      'malformed',
    ],
    [
      'presence in a chamber of the other side',
      { type: 'presence', log: 'chamber/river/first/north', state: 'here' },
      'chamber-closed-to-you',
    ],
  ])('is refused and the socket goes on: %s', async (_what, message, code) => {
    const client = await connect(server.origin, tokenOf('south-head'))
    client.sendText(JSON.stringify(message))
    expect(await client.heard('"problem"')).toContain(`"code":"${code}"`)
    client.send({ type: 'unfollow', log: 'meeting/never/followed' }, { type: 'ping', n: 7 })
    expect(await client.heard('pong')).toContain('"n":7')
    await client.drop()
  })
})

describe('a log of large leaves', () => {
  it('is brought whole to whoever follows it from the beginning', async () => {
    const url = `${MEETING}/chambers/north/acts`
    const body = { zh: '水'.repeat(8000), en: '水'.repeat(8000) }
    for (let count = 0; count < 299; count += 1) {
      await server.act(tokenOf('north-head'), url, {
        type: 'KeepDraft',
        draft: 'draft',
        text: 'text',
        block: 'block',
        body,
      })
    }
    const client = await connect(server.origin, tokenOf('north-delegate'))
    client.send({ type: 'follow', log: 'chamber/river/first/north', from: 0 })
    const outcome = await Promise.race([client.heard('caught-up'), client.closed])
    expect(outcome).toContain('"size":300')
    expect(nextOf(client, 0)).toBe(300)
    await client.drop()
  }, 30_000)
})

describe('a reader that stops reading', () => {
  it('is let go, and the others miss nothing', async () => {
    const slow = await rawSocket('south-delegate')
    slow.send(hello)
    slow.send(JSON.stringify({ type: 'follow', log: MEETING_LOG, from: 0 }))
    await once(slow, 'message')
    slow.pause()
    const good = await connect(server.origin, tokenOf('south-head'))
    good.send({ type: 'follow', log: MEETING_LOG, from: 0 })
    await good.heard('caught-up')
    const body = words('水'.repeat(5000))
    for (let count = 0; count < 400; count += 1) {
      await server.act(tokenOf('officer'), `${MEETING}/acts`, { type: 'EnterNote', body }, `note-${count}-x`)
    }
    const size = await server.events.size(MEETING_LOG)
    await good.heard(`"seq":${size - 1},`)
    expect(nextOf(good, 0)).toBe(size)
    const closed = once(slow, 'close')
    slow.resume()
    const [code] = await closed
    expect([1006, 4408]).toContain(code)
    await good.drop()
  }, 60_000)
})

describe('a session that ends while its socket opens', () => {
  it('has no socket', async () => {
    const store = memoryEventStore()
    let held: Promise<void> | undefined
    let reached: (() => void) | undefined
    const own = await fictionalServer({
      ...store,
      read: async (...range) => {
        const waiting = held
        held = undefined
        reached?.()
        await waiting
        return store.read(...range)
      },
    })
    const tokens = await inSession(own)
    let open: (() => void) | undefined
    const atGate = new Promise<void>((resolve) => (reached = resolve))
    held = new Promise((resolve) => (open = resolve))
    const connecting = connect(own.origin, tokens['south-head'] ?? '')
    await atGate
    const desk = tokens['south-desk']
    const revoked = await own.ask(desk, 'POST', `${MEETING}/revocations`, { seat: 'south-head' })
    expect(revoked.status).toBe(200)
    open?.()
    const client = await connecting
    expect(await client.closed).toBe(4401)
    await own.close()
  })
})
