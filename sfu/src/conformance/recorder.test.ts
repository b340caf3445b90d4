import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { watch } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keptTracks, type KeptTrack } from '../recorder/kept-tracks.ts'
import { webmFrames, webmMoments } from '../recorder/webm.ts'
import { hasLiveKit, startEmbedded, startLiveKit, type Engine } from './engine.ts'
import { Person, tokenFor } from './person.ts'

const RECORDER = fileURLToPath(new URL('../recorder.ts', import.meta.url))
const AHEAD_MS = 1_000_000
const WITHIN_MS = 20_000

const engines: readonly (readonly [string, () => Promise<Engine>])[] = [
  ['the embedded engine', startEmbedded],
  ...(hasLiveKit() ? [['a LiveKit server', startLiveKit] as const] : []),
]

const startRecorder = async (engine: Engine, room: string, folder: string): Promise<ChildProcess> => {
  const token = await tokenFor(engine, 'recorder~x', { room, canPublish: false, canSubscribe: true })
  const child = spawn(process.execPath, [RECORDER, 'record'], { stdio: ['pipe', 'inherit', 'inherit'] })
  child.stdin.write(`${JSON.stringify({ url: engine.url, token, folder, clockAheadMs: AHEAD_MS })}\n`)
  return child
}

const finish = async (child: ChildProcess): Promise<void> => {
  const gone = once(child, 'exit')
  child.stdin?.end()
  await gone
}

/** Resolves when what is kept is as wanted; looks whenever something is written. */
const untilKept = async (
  folder: string,
  isWanted: (kept: readonly KeptTrack[]) => boolean,
): Promise<void> => {
  mkdirSync(folder, { recursive: true })
  const signal = AbortSignal.timeout(WITHIN_MS)
  const written = watch(folder, { signal })
  try {
    if (isWanted(keptTracks(folder))) return
    for await (const _ of written) if (isWanted(keptTracks(folder))) return
  } catch (cause) {
    if (!signal.aborted) throw cause
  }
  throw new Error(`kept only ${JSON.stringify(keptTracks(folder))}`)
}

const hasOf =
  (sources: readonly string[], ms: number) =>
  (kept: readonly KeptTrack[]): boolean =>
    sources.every((source) => kept.some((one) => one.source === source && one.durationMs >= ms))

/** Noise takes more bytes than silence; the first of each noise is when it was heard. */
const LOUD_BYTES = 60
const QUIET_MS = 300

const noisesIn = (file: string, startedAt: number): readonly number[] => {
  const noises: number[] = []
  let lastLoudMs = -Infinity
  for (const { atMs, sizeBytes } of webmFrames(readFileSync(file))) {
    if (sizeBytes < LOUD_BYTES) continue
    if (atMs - lastLoudMs > QUIET_MS) noises.push(startedAt + atMs)
    lastLoudMs = atMs
  }
  return noises
}

describe.each(engines)('recording at %s', (_name, start) => {
  let engine: Engine
  let folder: string
  beforeAll(async () => {
    engine = await start()
    folder = mkdtempSync(join(tmpdir(), 'parley-recording-'))
  }, 30_000)
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await engine.stop()
  }, 15_000)

  const kept = (): readonly KeptTrack[] => keptTracks(folder)

  it('keeps what is sent as it was sent, each track as whose it is', async () => {
    const began = Date.now()
    const speaker = await Person.join(engine, 'north-head~a~1', { room: 'plenary' })
    await speaker.show()
    const recorder = await startRecorder(engine, 'plenary', folder)
    await speaker.speak()
    await untilKept(folder, hasOf(['camera', 'microphone'], 2000))
    await finish(recorder)
    await speaker.leave()

    expect(kept().map(({ seat }) => seat)).toEqual(['north-head', 'north-head'])
    for (const { file, startedAt, durationMs } of kept()) {
      expect(startedAt - AHEAD_MS).toBeGreaterThan(began)
      expect(startedAt - AHEAD_MS + durationMs).toBeLessThan(Date.now() + 1000)
      const moments = webmMoments(readFileSync(join(folder, file)))
      expect(moments).toEqual(moments.toSorted((one, other) => one - other))
      expect(moments.length).toBeGreaterThan(20)
    }
  }, 60_000)

  it('loses a second at most when it is killed, and goes on in other files', async () => {
    const speaker = await Person.join(engine, 'south-head~a~1', { room: 'again' })
    await speaker.speak()
    const into = join(folder, 'again')
    const first = await startRecorder(engine, 'again', into)
    await untilKept(into, hasOf(['microphone'], 2000))
    first.kill('SIGKILL')
    await once(first, 'exit')
    const [killed] = keptTracks(into)
    expect(killed?.durationMs).toBeGreaterThanOrEqual(2000)
    const second = await startRecorder(engine, 'again', into)
    await untilKept(into, (tracks) => tracks.length === 2)
    await finish(second)
    await speaker.leave()
    expect(keptTracks(into)[0]).toEqual(killed)
    expect(keptTracks(into)).toHaveLength(2)
  }, 60_000)

  it('lays a sound where the clock of the record was when it was made, within a tenth of a second', async () => {
    const into = join(folder, 'marks')
    const recorder = await startRecorder(engine, 'marks', into)
    const speaker = await Person.join(engine, 'north-head~a~1', { room: 'marks' })
    const made = await speaker.knock(8)
    await untilKept(into, hasOf(['microphone'], 10_000))
    await finish(recorder)
    await speaker.leave()
    const kept = keptTracks(into).flatMap(({ file, startedAt }) => noisesIn(join(into, file), startedAt))
    const apart = made.map((at) =>
      kept
        .map((one) => one - AHEAD_MS - at)
        .reduce((one, other) => (Math.abs(one) < Math.abs(other) ? one : other)),
    )
    // In the middle of eight, so that one that a busy machine made late does not decide.
    const middle = apart.toSorted((one, other) => one - other)[4]
    expect(kept.length).toBeGreaterThanOrEqual(8)
    expect(Math.abs(middle ?? Infinity)).toBeLessThan(100)
  }, 60_000)
})
