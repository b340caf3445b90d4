import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keptTracks, type KeptTrack } from '../recorder/kept-tracks.ts'
import { webmMoments } from '../recorder/webm.ts'
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

/** Resolves when the folder holds so much of each of these sources. */
const untilKept = async (folder: string, sources: readonly string[], ms: number): Promise<void> => {
  const deadline = Date.now() + WITHIN_MS
  const isThere = (source: string): boolean =>
    keptTracks(folder).some((one) => one.source === source && one.durationMs >= ms)
  while (!sources.every(isThere)) {
    if (Date.now() > deadline) throw new Error(`kept only ${JSON.stringify(keptTracks(folder))}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
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
    await untilKept(folder, ['camera', 'microphone'], 2000)
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
    await untilKept(into, ['microphone'], 2000)
    first.kill('SIGKILL')
    await once(first, 'exit')
    const [killed] = keptTracks(into)
    expect(killed?.durationMs).toBeGreaterThanOrEqual(2000)
    const second = await startRecorder(engine, 'again', into)
    const deadline = Date.now() + WITHIN_MS
    while (keptTracks(into).length < 2 && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 100))
    await finish(second)
    await speaker.leave()
    expect(keptTracks(into)[0]).toEqual(killed)
    expect(keptTracks(into)).toHaveLength(2)
  }, 60_000)
})
