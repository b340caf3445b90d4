import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { RecordedTrack } from '@parley/domain/meeting/events'
import * as z from 'zod'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { memoryEventStore } from '../adapters/memory/memory-event-store.ts'
import { memoryMediaEngine, type MemoryMediaEngine } from '../adapters/memory/memory-media-engine.ts'
import { memoryPadStore } from '../adapters/memory/memory-pad-store.ts'
import { memoryRecorder, type MemoryRecorder } from '../adapters/memory/memory-recorder.ts'
import { type FictionalServer, fictionalServer, inSession, MEETING, type Seats } from '../fictional-server.ts'

let engine: MemoryMediaEngine
let recorder: MemoryRecorder
let server: FictionalServer
let seats: Seats
beforeEach(async () => {
  engine = memoryMediaEngine()
  recorder = memoryRecorder()
  server = await fictionalServer(memoryEventStore(), engine, memoryPadStore(), undefined, recorder)
  seats = await inSession(server)
  await server.ask(seats['officer'], 'POST', `${MEETING}/media`, { room: { kind: 'plenary' } })
})
afterEach(() => server.close())

const act = (type: 'OrderRecording' | 'EndRecording' | 'EndTurn' | 'GiveFloor') =>
  server.act(seats['officer'] ?? '', `${MEETING}/acts`, { type })

const Leaves = z.object({
  leaves: z.array(
    z.object({
      type: z.string(),
      by: z.unknown(),
      data: z.object({
        cause: z.string().optional(),
        tracks: z.array(RecordedTrack).optional(),
      }),
    }),
  ),
})
const recorded = async () => {
  const { json } = await server.ask(seats['officer'], 'GET', `${MEETING}/events?from=0&limit=1000`)
  const { leaves } = Leaves.parse(json)
  return leaves.filter(({ type }) => type.startsWith('Recording'))
}
/** What the record says of recordings, as `type` or `type cause`. */
const told = async (): Promise<readonly string[]> =>
  (await recorded()).map(({ type, data }) => [type, data.cause].filter(Boolean).join(' '))

const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await holds())) await setImmediate()
}
const untilTold = (last: string): Promise<void> => until(async () => (await told()).at(-1) === last)
const untilBegun = (times: number): Promise<void> =>
  until(() => recorder.begun().length === times && recorder.isRecording())

const bytes = Buffer.from('0123456789')
const track: RecordedTrack = {
  file: '1900000000000.north-head.microphone.webm',
  seat: 'north-head',
  source: 'microphone',
  startedAt: 1_900_000_000_000,
  durationMs: 1000,
  sizeBytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
}

describe('a recording', () => {
  it('is kept from the order to its end, and what was kept is listed in the recorder’s name', async () => {
    await act('OrderRecording')
    await untilBegun(1)
    recorder.say({ kind: 'keeping' })
    recorder.keep(track, bytes)
    await act('EndRecording')
    await untilTold('RecordingListed')
    expect(recorder.isRecording()).toBe(false)
    expect(await told()).toEqual(['RecordingOrdered', 'RecordingEnded', 'RecordingListed'])
    const listed = (await recorded()).at(-1)
    expect(listed?.by).toEqual({ reactor: 'recorder' })
    expect(listed?.data.tracks).toEqual([track])
  })

  it('that ends by itself is begun again, and the record says both and why', async () => {
    await act('OrderRecording')
    await untilBegun(1)
    recorder.say({ kind: 'keeping' })
    recorder.say({ kind: 'over', cause: 'recorder-failed', why: 'killed' })
    await untilTold('RecordingInterrupted recorder-failed')
    await untilBegun(2)
    // Begun is not yet kept: that is said by who keeps it.
    expect((await told()).at(-1)).toBe('RecordingInterrupted recorder-failed')
    recorder.say({ kind: 'keeping' })
    await untilTold('RecordingContinued')
    expect(recorder.begun()).toEqual(['recording-1', 'recording-1'])
  })

  it('of which nothing can be written is said to be interrupted once, however often that is tried', async () => {
    await act('OrderRecording')
    await untilBegun(1)
    for (const why of ['once', 'twice', 'again']) recorder.say({ kind: 'failing', cause: 'not-written', why })
    await untilTold('RecordingInterrupted not-written')
    // The meeting does not wait for it.
    await act('GiveFloor')
    await act('EndTurn')
    recorder.say({ kind: 'keeping' })
    await untilTold('RecordingContinued')
    expect(await told()).toEqual([
      'RecordingOrdered',
      'RecordingInterrupted not-written',
      'RecordingContinued',
    ])
    expect(recorder.begun()).toEqual(['recording-1'])
  })

  it('waits for a media server that does not answer, and says so', async () => {
    engine.setDown(true)
    await act('OrderRecording')
    await untilTold('RecordingInterrupted media-unreachable')
    expect(recorder.begun()).toEqual([])
    engine.setDown(false)
    await untilBegun(1)
    recorder.say({ kind: 'keeping' })
    await untilTold('RecordingContinued')
  })

  it('that is interrupted when it ends is listed all the same', async () => {
    await act('OrderRecording')
    await untilBegun(1)
    recorder.keep(track, bytes)
    recorder.say({ kind: 'failing', cause: 'not-written', why: 'full' })
    await untilTold('RecordingInterrupted not-written')
    await act('EndRecording')
    await untilTold('RecordingListed')
    expect((await recorded()).at(-1)?.data.tracks).toEqual([track])
  })
})

describe('a file of a recording', () => {
  const path = `${MEETING}/recordings/recording-1/${track.file}`
  const take = (seat: string, range?: string) =>
    server.inject({
      method: 'GET',
      url: `/api${path}`,
      headers: { authorization: `Bearer ${seats[seat]}`, ...(range === undefined ? {} : { range }) },
    })
  const listed = async (): Promise<void> => {
    await act('OrderRecording')
    await untilBegun(1)
    recorder.keep(track, bytes)
    await act('EndRecording')
    await untilTold('RecordingListed')
  }

  it('is for every secretariat, and for nobody else not even there', async () => {
    await listed()
    for (const seat of ['north-desk', 'south-desk']) {
      const { status, text, headers } = await take(seat)
      expect([status, text, headers['accept-ranges']]).toEqual([200, '0123456789', 'bytes'])
    }
    for (const seat of ['north-head', 'south-delegate', 'officer', 'observer', 'north-press', 'nobody'])
      expect((await take(seat)).text).not.toContain('0123')
    expect((await take('north-head')).status).toBe(404)
  })

  it('can be had in parts, and no part lies beyond it', async () => {
    await listed()
    const part = await take('north-desk', 'bytes=2-4')
    expect([part.status, part.text, part.headers['content-range']]).toEqual([206, '234', 'bytes 2-4/10'])
    const beyond = await take('north-desk', 'bytes=10-')
    expect([beyond.status, beyond.text, beyond.headers['content-range']]).toEqual([416, '', 'bytes */10'])
    expect((await take('north-head', 'bytes=2-4')).status).toBe(404)
  })

  it('is not there before the record lists it', async () => {
    await act('OrderRecording')
    await untilBegun(1)
    recorder.keep(track, bytes)
    expect((await take('north-desk')).status).toBe(404)
  })
})
