import { once } from 'node:events'
import { WebSocket } from 'ws'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  field,
  type FictionalServer,
  fictionalServer,
  inSession,
  MEETING,
  MEETING_LOG,
  OPERATOR,
  type Seats,
  words,
} from '../fictional-server.ts'
import { connect, nextOf } from './fictional-client.ts'

let server: FictionalServer
let seats: Seats
beforeEach(async () => {
  server = await fictionalServer()
  seats = await inSession(server)
})
afterEach(() => server.close())

const join = (seat: string) => connect(server.origin, seats[seat] ?? '')
const storedLeaves = async (): Promise<readonly string[]> =>
  (await server.events.read(MEETING_LOG, 0, 1000)).map((leaf) => Buffer.from(leaf).toString())
const note = (text: string) =>
  server.act(seats['officer'] ?? '', `${MEETING}/acts`, { type: 'EnterNote', body: words(text) })

describe('following a log', () => {
  it('brings every leaf from the beginning, byte for byte, then each new one', async () => {
    const client = await join('north-head')
    client.send({ type: 'follow', log: MEETING_LOG, from: 0 })
    await client.heard('caught-up')
    await note('after the history')
    await client.heard('after the history')
    expect(client.leaves()).toEqual(await storedLeaves())
  })

  it('from the middle brings what comes after and nothing before', async () => {
    const client = await join('north-head')
    client.send({ type: 'follow', log: MEETING_LOG, from: 5 })
    await client.heard('caught-up')
    expect(client.leaves()).toEqual((await storedLeaves()).slice(5))
  })

  it('from beyond the end is stale', async () => {
    const client = await join('north-head')
    client.send({ type: 'follow', log: MEETING_LOG, from: 999 })
    expect(await client.heard('"type":"problem"')).toContain('"code":"stale"')
  })

  it('ends when it is taken back', async () => {
    const client = await join('north-head')
    client.send({ type: 'follow', log: MEETING_LOG, from: 0 })
    await client.heard('caught-up')
    client.send({ type: 'unfollow', log: MEETING_LOG }, { type: 'ping', n: 1 })
    await client.heard('pong')
    await note('nobody listens')
    client.send({ type: 'ping', n: 2 })
    await client.heard('"n":2')
    expect(client.texts.join('')).not.toContain('nobody listens')
  })

  it('shows an observer nothing of the negotiation, and says how far it has come', async () => {
    const client = await join('observer')
    client.send({ type: 'follow', log: MEETING_LOG, from: 0 })
    await client.heard('caught-up')
    await server.act(seats['north-desk'] ?? '', `${MEETING}/acts`, {
      type: 'OpenText',
      text: 'consensus',
      title: words('Consensus'),
    })
    await server.act(seats['north-head'] ?? '', `${MEETING}/acts`, {
      type: 'TableProposal',
      text: 'consensus',
      proposal: 'p1',
      block: 'b1',
      kind: 'paragraph',
      intent: 'new',
      body: words('a secret canary'),
    })
    const size = await server.events.size(MEETING_LOG)
    await client.heard(`{"type":"caught-up","log":"${MEETING_LOG}","size":${size}}`)
    expect(client.texts.join('')).toContain('TextOpened')
    expect(client.texts.join('')).not.toContain('canary')
    expect(nextOf(client, 0)).toBe(size)
  })

  it('is not for a chamber of the other side, nor for what does not exist', async () => {
    const client = await join('north-head')
    client.send({ type: 'follow', log: 'chamber/river/first/south', from: 0 })
    expect(await client.heard('chamber/river/first/south')).toContain('chamber-closed-to-you')
    client.send({ type: 'follow', log: 'meeting/river/none', from: 0 })
    expect(await client.heard('meeting/river/none')).toContain('not-found')
    client.send({ type: 'follow', log: 'meeting/lake/first', from: 0 })
    expect(await client.heard('meeting/lake/first')).toContain('not-found')
  })

  it('stops at 32 logs', async () => {
    const client = await join('north-desk')
    for (let count = 0; count < 33; count += 1) {
      await server.act(seats['north-desk'] ?? '', '/dialogues/river/acts', {
        type: 'ConveneMeeting',
        meeting: `m${count}`,
        theme: words('x'),
        mode: 'video',
        startsAt: 1,
      })
      client.send({ type: 'follow', log: `meeting/river/m${count}`, from: 0 })
    }
    expect(await client.heard('"type":"problem"')).toContain('meeting/river/m32')
  })
})

describe('an act on a socket', () => {
  it('is answered, and told to all who follow', async () => {
    const [officer, other] = [await join('officer'), await join('south-head')]
    other.send({ type: 'follow', log: MEETING_LOG, from: 0 })
    officer.send({
      type: 'act',
      log: MEETING_LOG,
      id: 'live-act-1',
      command: { type: 'GiveFloor' },
    })
    expect(await officer.heard('live-act-1')).toContain('"type":"done"')
    expect(await other.heard('FloorGiven')).toContain('north-delegate')
  })

  it('that the rules refuse says so under its id', async () => {
    const client = await join('observer')
    client.send({ type: 'act', log: MEETING_LOG, id: 'live-act-1', command: { type: 'GiveFloor' } })
    expect(await client.heard('live-act-1')).toContain('"code":"not-entitled"')
  })

  it('that is none of the log’s is malformed', async () => {
    const client = await join('north-head')
    client.send({ type: 'act', log: MEETING_LOG, id: 'live-act-1', command: { type: 'PassWord' } })
    expect(await client.heard('live-act-1')).toContain('"code":"malformed"')
  })

  it('sent again over HTTP is the same act', async () => {
    const client = await join('officer')
    const command = { type: 'GiveFloor' }
    client.send({ type: 'act', log: MEETING_LOG, id: 'live-act-1', command })
    await client.heard('done')
    const told = await server.ask(seats['officer'], 'POST', `${MEETING}/acts`, { id: 'live-act-1', command })
    expect(field(told, 'repeated')).toBe(true)
  })
})

describe('presence', () => {
  it('is told to those in the same room, once per seat', async () => {
    const [one, two] = [await join('north-head'), await join('south-head')]
    one.send({ type: 'presence', log: MEETING_LOG, state: 'here' })
    await one.heard('"seat":"north-head"')
    two.send({ type: 'presence', log: MEETING_LOG, state: 'away' })
    const both =
      '[{"seat":"north-head","state":"here","connections":1},{"seat":"south-head","state":"away","connections":1}]'
    await one.heard(both)
    await two.drop()
    await one.heard('"present":[{"seat":"north-head","state":"here","connections":1}]')
    expect(one.texts.filter((text) => text.includes(both))).toHaveLength(1)
  })

  it('in a chamber shows nowhere else', async () => {
    const [inside, outside] = [await join('north-head'), await join('south-head')]
    outside.send({ type: 'presence', log: MEETING_LOG, state: 'here' })
    await outside.heard('south-head')
    inside.send({ type: 'presence', log: 'chamber/river/first/north', state: 'here' })
    await inside.heard('chamber/river/first/north')
    outside.send(
      { type: 'presence', log: 'chamber/river/first/north', state: 'here' },
      { type: 'ping', n: 1 },
    )
    expect(await outside.heard('"type":"problem"')).toContain('chamber-closed-to-you')
    await outside.heard('pong')
    expect(outside.texts.join('')).not.toContain('north-head')
  })
})

describe('a socket', () => {
  it('is closed at once when its seat’s access is taken back', async () => {
    const client = await join('north-head')
    client.send({ type: 'follow', log: MEETING_LOG, from: 0 })
    await client.heard('caught-up')
    await server.ask(OPERATOR, 'POST', `${MEETING}/revocations`, { seat: 'north-head' })
    await note('after the end')
    expect(await client.closed).toBe(4401)
    expect(client.texts.join('')).not.toContain('after the end')
  })

  it('is closed when the record withdraws the seat, and when its session signs out', async () => {
    const [delegate, observer] = [await join('north-delegate'), await join('observer')]
    await delegate.heard('welcome')
    await server.act(seats['north-desk'] ?? '', `${MEETING}/acts`, {
      type: 'WithdrawAccreditation',
      seat: 'north-delegate',
    })
    await server.ask(seats['observer'], 'DELETE', '/session')
    expect(await Promise.all([delegate.closed, observer.closed])).toEqual([4401, 4401])
  })

  it('says hello first or is closed', async () => {
    const client = await connect(server.origin, seats['north-head'] ?? '', { hello: false })
    client.send({ type: 'ping', n: 1 })
    expect(await client.closed).toBe(4400)
  })

  it('of another version is told so', async () => {
    const client = await connect(server.origin, seats['north-head'] ?? '', { hello: false })
    client.sendText('{"type":"hello","version":2}')
    expect(await client.heard('problem')).toContain('version-unknown')
    expect(await client.closed).toBe(4400)
  })

  it.each(['', 'null', '[]', '{"type":"follow"}', '{"type":"nothing"}', '{"type":"ping","n":1.5}', '"x"'])(
    'survives nonsense after hello: %s',
    async (text) => {
      const client = await join('north-head')
      client.sendText(text)
      await client.heard('"type":"problem"')
      client.send({ type: 'ping', n: 7 })
      expect(await client.heard('pong')).toContain('"n":7')
    },
  )

  it('is closed for a message of more than 64 KiB', async () => {
    const client = await join('north-head')
    client.sendText('x'.repeat(65_537))
    expect(await client.closed).toBe(1009)
  })

  it('is closed for a flood', async () => {
    const client = await join('north-head')
    for (let n = 0; n < 5000; n += 1) client.send({ type: 'ping', n })
    expect(await client.closed).toBe(4429)
  })

  it.each([
    ['without a session', {}, 401],
    ['with the operator’s token', { authorization: `Bearer ${OPERATOR}` }, 401],
    ['from another site', { origin: 'https://elsewhere.example' }, 403],
  ])('is not opened %s', async (_how, headers, status) => {
    const socket = new WebSocket(`${server.origin.replace('http', 'ws')}/api/live`, {
      headers: { ...(status === 403 ? { authorization: `Bearer ${seats['observer']}` } : {}), ...headers },
    })
    const [, response] = await once(socket, 'unexpected-response')
    expect(response.statusCode).toBe(status)
    socket.on('error', () => undefined)
    socket.terminate()
  })

  it('is one of 64 at most of its seat, and a place comes free when one goes', async () => {
    const clients = await Promise.all(Array.from({ length: 64 }, () => join('observer')))
    const late = await join('observer')
    expect(await late.closed).toBe(4429)
    await clients[0]?.drop()
    await clients[1]?.heard('welcome')
    const next = await join('observer')
    expect(await next.heard('welcome')).toContain('observer')
  })

  it('is told goodbye when the server closes', async () => {
    const client = await join('north-head')
    await client.heard('welcome')
    const closing = server.close()
    expect(await client.closed).toBe(1001)
    await closing
  })
})
