import { once } from 'node:events'
import { connect as dial } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  field,
  type FictionalServer,
  fictionalServer,
  inSession,
  MEETING,
  problemOf,
  type Seats,
  words,
} from '../fictional-server.ts'

let server: FictionalServer
let seats: Seats
beforeAll(async () => {
  server = await fictionalServer()
  seats = await inSession(server)
})
afterAll(() => server.close())

const send = async (payload: string | Buffer, contentType = 'application/json') => {
  const before = await server.events.size('meeting/river/first')
  const told = await server.inject({
    method: 'POST',
    url: `/api${MEETING}/acts`,
    headers: { authorization: `Bearer ${seats['officer']}`, 'content-type': contentType },
    payload,
  })
  expect(await server.events.size('meeting/river/first')).toBe(before)
  return told
}

const note = (body: unknown, id: unknown = 'hostile-1') =>
  JSON.stringify({ id, command: { type: 'EnterNote', body } })

const timed = (startsAt: string): string =>
  `{"id":"hostile-1","command":{"type":"RescheduleMeeting","startsAt":${startsAt}}}`
const stance = (targets: number): string =>
  JSON.stringify({
    id: 'hostile-1',
    command: {
      type: 'TakeStance',
      text: 'none',
      level: 'object',
      targets: Array.from({ length: targets }, () => ({ block: 'b', version: '0'.repeat(64) })),
    },
  })
const arranged = (blocks: number): string =>
  JSON.stringify({
    id: 'hostile-1',
    command: {
      type: 'ArrangeBlocks',
      text: 'none',
      order: Array.from({ length: blocks }, (_, at) => `b${at}`),
    },
  })

describe('a body that is no act', () => {
  it.each<[string, string | Buffer, number, string]>([
    ['nothing', '', 400, 'malformed'],
    ['no JSON', '{"id":', 400, 'malformed'],
    ['JSON that is no object', '[1,2,3]', 400, 'malformed'],
    ['a bare null', 'null', 400, 'malformed'],
    ['nested arrays', '['.repeat(30_000) + ']'.repeat(30_000), 400, 'malformed'],
    ['nested objects', `${'{"a":'.repeat(9000)}1${'}'.repeat(9000)}`, 400, 'malformed'],
    ['more than 64 KiB', note({ en: 'x'.repeat(70_000) }), 413, 'too-large'],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400, 'malformed'],
    [
      'a prototype',
      '{"__proto__":{"id":"x"},"id":"hostile-1","command":{"type":"CloseList"}}',
      400,
      'malformed',
    ],
    ['a constructor', '{"id":"hostile-1","command":{"type":"CloseList","constructor":{}}}', 400, 'malformed'],
    ['an unknown command', '{"id":"hostile-1","command":{"type":"DropTables"}}', 400, 'malformed'],
    [
      'a command of another log',
      '{"id":"hostile-1","command":{"type":"PassWord","body":"x"}}',
      400,
      'malformed',
    ],
    ['an unknown field', '{"id":"hostile-1","command":{"type":"CloseList","force":true}}', 400, 'malformed'],
    [
      'a field too many around',
      '{"id":"hostile-1","by":"x","command":{"type":"CloseList"}}',
      400,
      'malformed',
    ],
    ['an id that is none', note({ en: 'x' }, '../../etc'), 400, 'malformed'],
    ['an id that is a number', note({ en: 'x' }, 12_345_678), 400, 'malformed'],
    [
      'a negative size',
      '{"id":"hostile-1","expectedSize":-1,"command":{"type":"CloseList"}}',
      400,
      'malformed',
    ],
    ['half a size', '{"id":"hostile-1","expectedSize":1.5,"command":{"type":"CloseList"}}', 400, 'malformed'],
    [
      'an enormous size',
      '{"id":"hostile-1","expectedSize":1e300,"command":{"type":"CloseList"}}',
      400,
      'malformed',
    ],
    ['an empty wording', note({ en: ' ' }), 400, 'malformed'],
    ['no wording', note({}), 400, 'malformed'],
    ['a wording in no language', note({ 'not a language': 'x' }), 400, 'malformed'],
    ['a control character', note({ en: 'a\u0007b' }), 400, 'malformed'],
    ['a bidirectional override', note({ en: 'a\u202Eb' }), 400, 'malformed'],
    ['an isolate', note({ en: 'a\u2066b' }), 400, 'malformed'],
    [
      'a lone surrogate',
      '{"id":"hostile-1","command":{"type":"EnterNote","body":{"en":"\\ud800"}}}',
      400,
      'malformed',
    ],
    ['a null character', note({ en: 'a\u0000b' }), 400, 'malformed'],
    ['a number beyond all numbers', timed('1e400'), 400, 'malformed'],
    ['a number beyond what is exact', timed('9007199254740993'), 400, 'malformed'],
    ['a moment before time', timed('-1'), 400, 'malformed'],
    ['a moment after the year 9999', timed('253402300800000'), 400, 'malformed'],
    ['half a millisecond', timed('0.5'), 400, 'malformed'],
    ['a moment in words', timed('"2020-07-23"'), 400, 'malformed'],
    ['more targets than a stance has', stance(401), 400, 'malformed'],
    ['stances in a text there is none of', stance(400), 422, 'text-unknown'],
    ['more blocks than an order has', arranged(601), 400, 'malformed'],
    ['an order of a text there is none of', arranged(600), 422, 'text-unknown'],
    [
      'sixty-four kibibytes and one',
      note({ en: 'x'.repeat(65_536 - note({ en: '' }).length + 1) }),
      413,
      'too-large',
    ],
    ['sixty-four kibibytes', note({ en: 'x'.repeat(65_536 - note({ en: '' }).length) }), 400, 'malformed'],
    ['text that is not NFC', note({ en: 'e\u0301' }), 400, 'malformed'],
    ['a wording too long', note({ en: 'x'.repeat(12_001) }), 400, 'malformed'],
  ])('is refused as such: %s', async (_what, payload, status, code) => {
    const told = await send(payload)
    expect([told.status, problemOf(told)]).toEqual([status, code])
  })

  it('says which places are wrong, and no more than twenty', async () => {
    const told = await send('{"command":{"type":"SetTimeLimit","kind":"song","limitSeconds":0,"x":1}}')
    expect(field(told, 'malformations')).toEqual([
      { path: 'id', code: 'required' },
      { path: 'command.kind', code: 'not-one-of' },
      { path: 'command.limitSeconds', code: 'too-small' },
      { path: 'command.x', code: 'unknown-field' },
    ])
    const keys = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`x${index}`, 1]))
    const many = await send(JSON.stringify({ id: 'hostile-1', command: { type: 'CloseList', ...keys } }))
    expect(field(many, 'malformations')).toHaveLength(20)
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'nonsense'])(
    'is not even read as %s',
    async (type) => {
      const told = await send('{"id":"hostile-1","command":{"type":"CloseList"}}', type)
      expect([told.status, problemOf(told)]).toEqual([415, 'not-json'])
    },
  )
})

describe('a text no leaf can hold', () => {
  it('is refused before anything is written', async () => {
    const source = { title: 'x', url: 'https://example.org/e\u0301' }
    const told = await server.ask(seats['north-desk'], 'POST', '/dialogues/river/acts', {
      id: 'not-nfc-1',
      command: {
        type: 'ConveneMeeting',
        meeting: 'second',
        theme: words('x'),
        mode: 'video',
        startsAt: 1,
        retrospective: { sources: [source] },
      },
    })
    expect([told.status, problemOf(told)]).toEqual([400, 'malformed'])
  })
})

describe('an address nobody has', () => {
  it.each([
    `${MEETING}/events?from=-1`,
    `${MEETING}/events?from=1e3`,
    `${MEETING}/events?limit=0`,
    `${MEETING}/events?limit=1001`,
    `${MEETING}/events?from=1&from=2`,
    `${MEETING}/proof`,
    `${MEETING}/proof?seq=x`,
    `${MEETING}/consistency?from=2`,
  ])('is malformed: %s', async (url) => {
    const told = await server.ask(seats['officer'], 'GET', url)
    expect([told.status, problemOf(told)]).toEqual([400, 'malformed'])
  })

  it.each([
    '/dialogues/River',
    '/dialogues/..%2F..',
    '/dialogues/%00',
    `/dialogues/${'x'.repeat(65)}`,
    '/dialogues/constructor',
    `${MEETING}/texts/__proto__`,
    `${MEETING}/proof?seq=999999`,
    `${MEETING}/consistency?from=9&to=2`,
    '/nowhere',
    '/dialogues/%E0%A4%A',
  ])('is not there: %s', async (url) => {
    expect((await server.ask(seats['officer'], 'GET', url)).status).toBe(404)
  })

  it('knows no other methods than those it has', async () => {
    const told = await server.ask(seats['officer'], 'DELETE', MEETING)
    expect([told.status, problemOf(told)]).toEqual([405, 'method-not-allowed'])
  })

  it('beyond the end of a log is stale, and told where the end is', async () => {
    const told = await server.ask(seats['officer'], 'GET', `${MEETING}/events?from=999999`)
    expect([told.status, problemOf(told)]).toEqual([409, 'stale'])
  })

  it('asked with rubbish for credentials is not signed in', async () => {
    for (const authorization of ['Bearer', 'Bearer x', 'Basic b3A6b3A=', `Bearer ${'é'.repeat(43)}`]) {
      const told = await server.inject({ method: 'GET', url: `/api${MEETING}`, headers: { authorization } })
      expect([told.status, problemOf(told)]).toEqual([401, 'not-signed-in'])
    }
  })
})

/** What the server says first to these bytes on the wire. */
const says = async (...lines: readonly string[]): Promise<string> => {
  const { hostname, port } = new URL(server.origin)
  const wire = dial(Number(port), hostname)
  await once(wire, 'connect')
  wire.write(lines.join('\r\n'))
  const [answer] = await once(wire, 'data')
  wire.destroy()
  return String(answer).split('\r\n')[0] ?? ''
}

describe('a request that is none', () => {
  it.each<[string, readonly string[], string]>([
    [
      'ten thousand headers',
      ['GET /api/health HTTP/1.1', ...Array.from({ length: 10_000 }, (_, at) => `X-${at}: x`), '', ''],
      '431',
    ],
    ['one endless header', ['GET /api/health HTTP/1.1', `X: ${'x'.repeat(100_000)}`, '', ''], '431'],
    [
      'two lengths at once',
      [
        'POST /api/sessions HTTP/1.1',
        'Host: x',
        'Content-Length: 5',
        'Transfer-Encoding: chunked',
        '',
        '0',
        '',
        '',
      ],
      '400',
    ],
    ['no HTTP', ['\u0000\u0001\u0002', '', ''], '400'],
    ['no host', ['GET /api/health HTTP/1.1', '', ''], '400'],
  ])('is refused on the wire: %s', async (_what, lines, status) => {
    expect(await says(...lines)).toContain(` ${status} `)
    expect((await server.ask(undefined, 'GET', '/health')).status).toBe(200)
  })
})
