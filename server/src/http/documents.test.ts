import { createHash } from 'node:crypto'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FILES_LIMIT } from '../ports/document-store.ts'
import {
  field,
  type FictionalServer,
  fictionalServer,
  inSession,
  MEETING,
  problemOf,
  type Seats,
  type Told,
  words,
} from '../fictional-server.ts'

let soundings = 0
let server: FictionalServer
let seats: Seats
beforeAll(async () => {
  server = await fictionalServer()
  seats = await inSession(server)
})
afterAll(() => server.close())

const PDF = Buffer.from('%PDF-1.7 the paper of the south')

const send = (seat: string, payload: Buffer, type = 'application/pdf'): Promise<Told> =>
  server.inject({
    method: 'POST',
    url: `/api${MEETING}/files`,
    headers: { authorization: `Bearer ${seats[seat]}`, 'content-type': type },
    payload,
  })

const deposit = (seat: string, id: string, file: object): Promise<Told> =>
  server.ask(seats[seat], 'POST', `${MEETING}/acts`, {
    id: `deposit-${id}`,
    command: { type: 'DepositDocument', document: { id, title: words('Paper'), delegation: 'south', file } },
  })

const fileOf = (told: Told, name = 'бумага «юга».pdf') => ({
  sha256: field(told, 'sha256'),
  sizeBytes: field(told, 'sizeBytes'),
  name,
  type: 'application/pdf',
})

const sounding = (seat: string, file: object, delegation?: string): Promise<Told> =>
  server.ask(seats[seat], 'POST', `${MEETING}/acts`, {
    id: `sounding-${(soundings += 1)}`,
    command: {
      type: 'DepositDocument',
      document: { id: 'probe', title: words('Probe'), delegation, file },
    },
  })

const take = (seat: string, document: string): Promise<Told> =>
  server.ask(seats[seat], 'GET', `${MEETING}/documents/${document}/file`)

describe('the file of a document', () => {
  it('is sent, named by its deposit, and taken by everybody who may see the deposit', async () => {
    const sent = await send('south-head', PDF)
    expect(sent.status).toBe(201)
    expect(field(sent, 'sha256')).toBe(createHash('sha256').update(PDF).digest('hex'))
    expect((await deposit('south-head', 'paper', fileOf(sent))).status).toBe(200)
    for (const seat of ['north-head', 'observer', 'interpreter']) {
      const taken = await take(seat, 'paper')
      expect([taken.status, taken.text]).toEqual([200, PDF.toString()])
    }
  })

  it('is saved under its name and never shown as a page of ours', async () => {
    const { headers } = await take('north-head', 'paper')
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(PDF.length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    expect(headers['content-disposition']).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('бумага «юга».pdf')}`,
    )
    expect(headers['content-security-policy']).toContain("default-src 'none'")
  })

  it('is nothing to those who are not at the meeting, and to those who ask for a document without one', async () => {
    expect((await server.ask(undefined, 'GET', `${MEETING}/documents/paper/file`)).status).toBe(401)
    expect((await take('north-head', 'none')).status).toBe(404)
    expect((await take('north-head', '..%2f..%2foperator.token')).status).toBe(404)
  })

  it('is kept for those only who may deposit it', async () => {
    for (const seat of ['south-delegate', 'observer', 'interpreter', 'north-press']) {
      expect((await send(seat, PDF)).status).toBe(403)
    }
    expect((await send('nobody', PDF)).status).toBe(401)
  })

  it('must be there, in its size, before it is deposited', async () => {
    const unknown = { sha256: 'a'.repeat(64), sizeBytes: 5, name: 'a.pdf', type: 'application/pdf' }
    const refused = await deposit('south-head', 'ghost', unknown)
    expect(refused.json).toMatchObject({ code: 'malformed', malformations: [{ code: 'file-unknown' }] })
    const sent = await send('south-head', PDF)
    expect((await deposit('south-head', 'ghost', { ...fileOf(sent), sizeBytes: 5 })).status).toBe(400)
  })

  it('is no secret that the other side, or who may deposit nothing, could find out by naming its hash', async () => {
    const sent = await send('south-head', Buffer.from('not yet deposited'))
    for (const [seat, delegation] of [
      ['observer', undefined],
      ['north-head', 'south'],
      ['north-head', 'north'],
      ['north-head', undefined],
      ['north-desk', 'north'],
    ] as const) {
      const there = await sounding(seat, fileOf(sent), delegation)
      const notThere = await sounding(seat, { ...fileOf(sent), sha256: 'b'.repeat(64) }, delegation)
      expect([there.status, there.text]).toEqual([notThere.status, notThere.text])
      expect(there.status).toBeGreaterThanOrEqual(400)
    }
  })

  it('leaves the other side its room, however many files one side has sent', async () => {
    for (let index = 0; index <= FILES_LIMIT; index += 1)
      await send('north-head', Buffer.from(`north ${index}`))
    expect((await send('north-head', Buffer.from('one more'))).status).toBe(413)
    expect((await send('south-head', Buffer.from('of the south'))).status).toBe(201)
  })

  it.each(['../up.pdf', 'a/b.pdf', 'a\\b.pdf', 'two\nlines.pdf', 'turned\u202efdp.exe', ''])(
    'has no name like %j',
    async (name) => {
      const sent = await send('south-head', PDF)
      expect((await deposit('south-head', 'named', fileOf(sent, name))).status).toBe(400)
    },
  )

  it('is of a kind that is written down, whatever the bytes were sent as', async () => {
    const sent = await send('south-head', PDF, 'text/html')
    expect(sent.status).toBe(201)
    const refused = await deposit('south-head', 'page', { ...fileOf(sent), type: 'text/html' })
    expect(refused.status).toBe(400)
  })

  it('is not empty and not larger than 25 MiB', async () => {
    expect((await send('south-head', Buffer.alloc(0))).status).toBe(400)
    const large = await send('south-head', Buffer.alloc(26_214_401))
    expect([large.status, problemOf(large)]).toEqual([413, 'too-large'])
  })

  it('is read to its end when it is refused, so that the connection goes on with what comes next', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const over = (sizeBytes: number): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const asked = request(`${server.origin}/api${MEETING}/files`, {
          method: 'POST',
          agent,
          headers: {
            authorization: `Bearer ${seats['south-head']}`,
            'content-type': 'application/pdf',
            'content-length': sizeBytes,
          },
        })
        asked.on('error', reject)
        asked.on('response', (response) => {
          response.resume()
          response.on('end', () => resolve(response.statusCode))
        })
        asked.end(Buffer.alloc(sizeBytes, 1))
      })
    expect([await over(60_000_000), await over(1000)]).toEqual([413, 201])
    agent.destroy()
  })

  it('leaves the server well when its sender goes away in the middle', async () => {
    const { port } = new URL(server.origin)
    const socket = connect(Number(port), '127.0.0.1')
    await once(socket, 'connect')
    socket.write(
      `POST /api${MEETING}/files HTTP/1.1\r\nhost: ${new URL(server.origin).host}\r\n` +
        `authorization: Bearer ${seats['south-head']}\r\ncontent-type: application/pdf\r\ncontent-length: 5000\r\n\r\nhalf`,
    )
    socket.destroy()
    await once(socket, 'close')
    expect((await send('south-head', PDF)).status).toBe(201)
  })
})
