import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keptTracks } from './kept-tracks.ts'
import { TrackFile } from './track-file.ts'
import { webmMoments } from './webm.ts'

const WHOSE = { seat: 'north-head', source: 'microphone' }
const frame = (atMs: number) => ({ atMs, isKey: true, bytes: Buffer.alloc(50, 7) })

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'parley-track-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const begin = (startedAt = 1000): { add: (atMs: number) => void; close: () => void; abandon: () => void } => {
  const file = new TrackFile(folder, WHOSE, { kind: 'audio', channels: 2 })
  return {
    add: (atMs) => file.add(frame(atMs), startedAt + atMs),
    close: () => file.close(),
    abandon: () => file.abandon(),
  }
}
const beginAndEnd = (startedAt?: number): void => {
  const file = begin(startedAt)
  file.add(0)
  file.close()
}

describe('a file of a track', () => {
  it('holds all its frames and says how long it is, in its own bytes and in the list', () => {
    const file = begin()
    for (let atMs = 0; atMs <= 3500; atMs += 20) file.add(atMs)
    file.close()
    const [track] = keptTracks(folder)
    const bytes = readFileSync(join(folder, track?.file ?? ''))
    expect(webmMoments(bytes)).toHaveLength(176)
    expect(track).toMatchObject({ startedAt: 1000, durationMs: 3500, sizeBytes: bytes.length })
    // The length stands after the element 4489, of eight bytes.
    const lengthAt = bytes.indexOf(Buffer.from('44890100000000000008', 'hex')) + 10
    expect(bytes.readDoubleBE(lengthAt)).toBe(3500)
  })

  it('has on disk at any moment all but the last second', () => {
    const file = begin()
    for (let atMs = 0; atMs <= 1000; atMs += 20) file.add(atMs)
    expect(keptTracks(folder)[0]?.durationMs).toBe(980)
    file.close()
  })

  it('cut off anywhere is listed with what is whole of it', () => {
    const file = begin()
    for (let atMs = 0; atMs < 2500; atMs += 500) file.add(atMs)
    file.close()
    const path = join(folder, readdirSync(folder)[0] ?? '')
    const whole = readFileSync(path)
    const lengths = new Set<number>()
    for (let length = whole.length; length >= 0; length -= 1) {
      truncateSync(path, length)
      const [kept] = keptTracks(folder)
      expect(kept?.durationMs).toBe(webmMoments(whole.subarray(0, length)).at(-1) ?? 0)
      lengths.add(kept?.durationMs ?? -1)
    }
    expect([...lengths]).toEqual([2000, 1500, 1000, 500, 0])
  })

  it('begins where its promptest frame says, although the first was held up', () => {
    const file = new TrackFile(folder, WHOSE, { kind: 'audio', channels: 2 })
    for (let atMs = 0; atMs <= 2000; atMs += 20) file.add(frame(atMs), 5000 + atMs + Math.max(0, 300 - atMs))
    file.close()
    expect(keptTracks(folder)).toMatchObject([{ startedAt: 5000, durationMs: 2000 }])
  })

  it('of no frame at all is no file', () => {
    begin().close()
    expect(keptTracks(folder)).toEqual([])
  })

  it('that is abandoned keeps what it holds, whole', () => {
    const file = begin()
    for (let atMs = 0; atMs <= 1500; atMs += 20) file.add(atMs)
    file.abandon()
    expect(keptTracks(folder)[0]?.durationMs).toBe(980)
  })

  it('that is abandoned before it holds anything is gone', () => {
    const file = begin()
    for (let atMs = 0; atMs < 900; atMs += 20) file.add(atMs)
    file.abandon()
    expect(readdirSync(folder)).toEqual([])
  })

  it('never writes over another', () => {
    beginAndEnd()
    const before = keptTracks(folder)
    expect(() => beginAndEnd()).toThrow('EEXIST')
    expect(keptTracks(folder)).toEqual(before)
  })
})

describe('the list of what was kept', () => {
  it('is of recordings only, the earliest first, and of nothing where there is no folder', () => {
    for (const startedAt of [9000, 10_000, 2000]) beginAndEnd(startedAt)
    writeFileSync(join(folder, 'notes.txt'), 'not ours')
    expect(keptTracks(folder).map(({ startedAt }) => startedAt)).toEqual([2000, 9000, 10_000])
    expect(keptTracks(join(folder, 'absent'))).toEqual([])
  })
})
