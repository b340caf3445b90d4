import { problem } from '@parley/protocol/problem'
import { describe, expect, test } from 'vitest'
import type { Fetch } from './http.ts'
import { connect, openSession } from './parley-client.ts'

type Asked = {
  readonly method: string
  readonly url: string
  readonly body: unknown
  readonly headers: unknown
}
type Reply = (asked: Asked) => Response | 'lost'

const TOKEN = 'a'.repeat(43)
const DONE = { log: 'meeting/d/m', firstSeq: 3, count: 2, repeated: false }

/** A network that answers from a list, the last answer for ever, and notes what it was asked. */
const network = (...replies: readonly Reply[]) => {
  const asked: Asked[] = []
  const fetch: Fetch = async (url, { method = '', headers, body }) => {
    const one = { method, url, headers, body: typeof body === 'string' ? JSON.parse(body) : undefined }
    const reply = replies[Math.min(asked.length, replies.length - 1)]?.(one) ?? 'lost'
    asked.push(one)
    if (reply === 'lost') throw new TypeError('fetch failed')
    return reply
  }
  const client = connect({ origin: 'http://parley.test', token: TOKEN, fetch, wait: async () => {} })
  return { asked, fetch, client }
}

const idOf = ({ body }: Asked): unknown =>
  typeof body === 'object' && body !== null && 'id' in body ? body.id : undefined

const json =
  (value: unknown, status = 200) =>
  (): Response =>
    new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } })
const lost = (): 'lost' => 'lost'

describe('acting', () => {
  test('an act goes to its log with the seat’s token', async () => {
    const { client, asked } = network(json(DONE))
    const answer = await client.act(
      'meeting/d/m',
      { type: 'OpenMeeting' },
      { id: 'act-0001', expectedSize: 3 },
    )
    expect(answer).toEqual({ ok: true, value: DONE })
    expect(asked).toEqual([
      {
        method: 'POST',
        url: 'http://parley.test/api/dialogues/d/meetings/m/acts',
        headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
        body: { id: 'act-0001', expectedSize: 3, command: { type: 'OpenMeeting' } },
      },
    ])
  })

  test('an act whose answer is lost is sent again under the same id', async () => {
    const { client, asked } = network(lost, json(problem('closing'), 503), json({ ...DONE, repeated: true }))
    const answer = await client.act('meeting/d/m', { type: 'OpenMeeting' })
    expect(answer).toEqual({ ok: true, value: { ...DONE, repeated: true } })
    const ids = asked.map(idOf)
    expect(ids).toHaveLength(3)
    expect(new Set(ids).size).toBe(1)
  })

  test('two acts never share an id', async () => {
    const { client, asked } = network(json(DONE))
    await client.act('meeting/d/m', { type: 'OpenMeeting' })
    await client.act('meeting/d/m', { type: 'OpenMeeting' })
    expect(new Set(asked.map(idOf)).size).toBe(2)
  })

  test('a refusal is data, and final', async () => {
    const refused = { type: 'urn:x', status: 422, code: 'list-closed', refusal: { code: 'list-closed' } }
    const { client, asked } = network(json(refused, 422))
    expect(await client.act('meeting/d/m', { type: 'CloseList' })).toEqual({ ok: false, problem: refused })
    expect(asked).toHaveLength(1)
  })

  test.each([
    ['dialogue/d', '/api/dialogues/d/acts'],
    ['meeting/d/m', '/api/dialogues/d/meetings/m/acts'],
    ['chamber/d/m/north', '/api/dialogues/d/meetings/m/chambers/north/acts'],
  ])('the log %s is reached at %s', async (log, path) => {
    const { client, asked } = network(json(DONE))
    await client.act(log, { type: 'PassWord' })
    expect(asked.map(({ url }) => new URL(url).pathname)).toEqual([path])
  })

  test('a name no log can have is a bug of the caller', () => {
    const { client } = network(json(DONE))
    expect(() => client.act('meeting/../..', { type: 'OpenMeeting' })).toThrow('no log is called')
  })
})

describe('answers that are none', () => {
  test('an answer cut off on its way counts as lost', async () => {
    const { client, asked } = network(
      () => new Response('{"log":"meeting/d/m","fir', { status: 200 }),
      json(DONE),
    )
    expect(await client.act('meeting/d/m', { type: 'OpenMeeting' })).toEqual({ ok: true, value: DONE })
    expect(asked).toHaveLength(2)
  })

  test('a page of something that stands between is told by its status', async () => {
    const { client } = network(() => new Response('<h1>Bad gateway</h1>', { status: 502 }))
    const answer = await client.key()
    expect(answer).toMatchObject({ ok: false, problem: { status: 502, code: 'closing' } })
  })

  test('nobody there is told as unreachable', async () => {
    const { client } = network(lost)
    expect(await client.dialogues()).toMatchObject({ ok: false, problem: { code: 'unreachable', status: 0 } })
  })

  test('events that are not events are not believed', async () => {
    const { client } = network(json({ size: 1, leaves: [{ seq: 0 }] }))
    expect(await client.events('dialogue/d', 0)).toMatchObject({ ok: false })
  })
})

describe('coming in', () => {
  test('an invitation is redeemed once, even when the answer is lost', async () => {
    const { fetch, asked } = network(lost)
    const session = await openSession('http://parley.test', TOKEN, { fetch })
    expect(session).toMatchObject({ ok: false, problem: { code: 'unreachable' } })
    expect(asked).toHaveLength(1)
  })

  test('a seat of a dialogue and one of a meeting are invited at their places', async () => {
    const principal = { dialogue: 'd', meeting: 'm', seat: 'head' }
    const invited = { principal, token: TOKEN, link: 'http://parley.test/enter#x', expiresAt: 1 }
    const { client, asked } = network(json(invited, 201))
    expect(await client.invite(principal)).toEqual({ ok: true, value: invited })
    await client.invite({ dialogue: 'd', seat: 'desk' })
    expect(asked.map(({ url }) => new URL(url).pathname)).toEqual([
      '/api/dialogues/d/meetings/m/invitations',
      '/api/dialogues/d/invitations',
    ])
  })

  test('a client without a socket says so instead of following nothing', () => {
    const { client } = network(lost)
    expect(() => client.live()).toThrow('without a socket')
  })
})
