import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../file/temporary-folder.ts'
import {
  type Acknowledgement,
  ReportedLine,
  contentsAfter,
  contentsOf,
  lostActs,
  tornActs,
} from './crash-acts.ts'
import { openDataFolder } from './open-data-folder.ts'

const script = fileURLToPath(new URL('append-until-stopped.ts', import.meta.url))
const isAcknowledgement = (line: ReportedLine): line is Acknowledgement => 'act' in line

let folder: string
let remove: () => void
beforeEach(() => {
  ;({ path: folder, remove } = temporaryFolder())
})
afterEach(() => remove())

describe('a process killed while it appends', () => {
  it('has lost no acknowledged act and torn none, at any of 24 moments', { timeout: 120_000 }, async () => {
    const random = seededRandom(20_200_723)
    const acknowledged: Acknowledgement[] = []
    for (let run = 0; run < 24; run += 1) {
      const killAfter = 1 + Math.floor(random() * 120)
      const child = start([folder, `${run}`, '8'])
      const lines = await linesOf(child, (count) => count === killAfter && child.kill('SIGKILL'))
      expect(child.signalCode).toBe('SIGKILL')
      expect(lines.length).toBeGreaterThanOrEqual(killAfter)
      acknowledged.push(...lines.filter(isAcknowledgement))

      const data = openDataFolder(folder)
      const contents = await contentsOf(data.events)
      expect(lostActs(acknowledged, contents)).toEqual([])
      expect(await tornActs(data.events, contents)).toEqual([])
      await data.close()
    }
  })
})

describe('a write-ahead log that was cut or damaged', () => {
  const frameBytes = 24 + 4096
  const headerBytes = 32

  /** A store whose every act stands in the write-ahead log alone. */
  const writeActs = async (): Promise<{
    readonly wal: Buffer
    readonly acts: readonly Acknowledgement[]
  }> => {
    const child = start([folder, 'run', '1', '50'])
    const acts = (await linesOf(child)).filter(isAcknowledgement)
    expect(acts).toHaveLength(50)
    copyFileSync(join(folder, 'parley.db'), join(folder, 'original'))
    const wal = readFileSync(join(folder, 'parley.db-wal'))
    expect(acts.at(-1)?.walBytes).toBe(wal.length)
    expect((wal.length - headerBytes) % frameBytes).toBe(0)
    return { wal, acts }
  }

  it(
    'gives back exactly the acts that were whole before the cut, wherever it is',
    { timeout: 120_000 },
    async () => {
      const { wal, acts } = await writeActs()
      const random = seededRandom(8)
      const offsets = new Set(Array.from({ length: headerBytes + 2 }, (_, offset) => offset))
      for (let frameEnd = headerBytes; frameEnd <= wal.length; frameEnd += frameBytes) {
        for (const offset of [frameEnd - 1, frameEnd, frameEnd + 1, frameEnd + 24]) offsets.add(offset)
      }
      while (offsets.size < 700) offsets.add(Math.floor(random() * wal.length))
      for (const offset of offsets) {
        const whole = acts.filter(({ walBytes }) => walBytes <= offset)
        expect(await openWith(wal.subarray(0, offset)), `cut at ${offset}`).toEqual(contentsAfter(whole))
      }
    },
  )

  it('gives back exactly the acts before a flipped bit', { timeout: 60_000 }, async () => {
    const { wal, acts } = await writeActs()
    const random = seededRandom(9)
    for (let round = 0; round < 100; round += 1) {
      const offset = Math.floor(random() * wal.length)
      const damaged = Buffer.from(wal)
      damaged.writeUInt8(damaged.readUInt8(offset) ^ (1 << Math.floor(random() * 8)), offset)
      const whole = acts.filter(({ walBytes }) => walBytes <= offset)
      expect(await openWith(damaged), `flipped at ${offset}`).toEqual(contentsAfter(whole))
    }
  })
})

describe('a disk that takes no more', () => {
  it(
    'fails the acts at hand, stops the store, leaves it readable, and loses nothing',
    { timeout: 60_000 },
    async () => {
      const limited = [
        '-c',
        'ulimit -f 1000 && exec "$@"',
        'sh',
        process.execPath,
        script,
        folder,
        'run',
        '8',
      ]
      const lines = await linesOf(spawn('sh', limited, { stdio: ['ignore', 'pipe', 'inherit'] }))
      const acknowledged = lines.filter(isAcknowledgement)
      const faults = lines.flatMap((line) => ('fault' in line ? [line.fault] : []))
      expect(acknowledged.length).toBeGreaterThan(0)
      expect(faults).toEqual([...Array.from({ length: 8 }, () => 'disk-failed'), 'store-stopped'])

      const data = openDataFolder(folder)
      const contents = await contentsOf(data.events)
      expect(lostActs(acknowledged, contents)).toEqual([])
      expect(await tornActs(data.events, contents)).toEqual([])
      expect(lines.at(-1)).toEqual({ readable: [...contentsAfter(acknowledged).values()].flat().length })
      await data.close()
    },
  )
})

/** What a store holds that finds this write-ahead log beside the original database. */
const openWith = async (wal: Uint8Array): Promise<ReadonlyMap<string, readonly string[]>> => {
  rmSync(join(folder, 'parley.db-shm'), { force: true })
  copyFileSync(join(folder, 'original'), join(folder, 'parley.db'))
  writeFileSync(join(folder, 'parley.db-wal'), wal)
  const data = openDataFolder(folder)
  const contents = await contentsOf(data.events)
  expect(await tornActs(data.events, contents)).toEqual([])
  await data.close()
  return contents
}

const start = (args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })

/** All lines of a process, once it has ended; `each` hears how many there are so far. */
const linesOf = async (
  child: ChildProcess,
  each: (count: number) => void = () => undefined,
): Promise<readonly ReportedLine[]> => {
  if (child.stdout === null) throw new Error('the process has no output')
  const ended = once(child, 'close')
  const lines: ReportedLine[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(ReportedLine.parse(JSON.parse(line)))
    each(lines.length)
  }
  await ended
  return lines
}

/** Numbers from 0 up to 1 that are the same for the same seed (mulberry32). */
const seededRandom = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
