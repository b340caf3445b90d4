import type { Recording } from '@parley/domain/meeting/state'
import { describe, expect, it } from 'vitest'
import { megabytes, sizeOfAll, standingOf, withSeconds } from './recorded-files.ts'

const recording: Recording = {
  recording: 'recording-1',
  orderedAt: 0,
  interrupted: undefined,
  endedAt: undefined,
  tracks: undefined,
}
const track = {
  file: '1.north-head.camera.webm',
  seat: 'north-head',
  source: 'camera',
  startedAt: 1,
  durationMs: 1000,
  sizeBytes: 1_500_000,
  sha256: '0'.repeat(64),
} as const

describe('a recording', () => {
  it('stands as the record says', () => {
    expect(standingOf(recording)).toBe('under-way')
    expect(standingOf({ ...recording, interrupted: 'not-written' })).toBe('interrupted')
    expect(standingOf({ ...recording, endedAt: 1 })).toBe('not-listed')
    expect(standingOf({ ...recording, endedAt: 1, tracks: [] })).toBe('empty')
    expect(standingOf({ ...recording, endedAt: 1, tracks: [track] })).toBe('listed')
  })

  it('that ended while it was interrupted is over like any other', () => {
    expect(standingOf({ ...recording, interrupted: 'not-written', endedAt: 1 })).toBe('not-listed')
  })

  it('has the size of all its files', () => {
    expect(sizeOfAll([track, track])).toBe(3_000_000)
    expect(sizeOfAll(undefined)).toBe(0)
  })
})

describe('a size', () => {
  it('is never nought, and has a fraction only while it is small', () => {
    expect([1, 149_000, 1_550_000, 9_940_000, 12_345_678].map(megabytes)).toEqual([0.1, 0.1, 1.6, 9.9, 12])
  })
})

describe('the moment a file begins', () => {
  it('is told to the second', () => {
    expect(withSeconds('14:05', Date.UTC(2026, 0, 1, 6, 5, 9, 999))).toBe('14:05:09')
  })
})
