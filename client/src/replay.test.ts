import { opened } from '@parley/domain/meeting/fictional-meeting'
import { evolveProceedings, initialProceedings } from '@parley/domain/proceedings'
import type { LeafOnWire } from '@parley/protocol/live'
import { describe, expect, test } from 'vitest'
import { recordedOf, replay } from './replay.ts'

const leaves: readonly LeafOnWire[] = opened().map(({ type, ...data }, seq) => ({
  v: 1,
  log: 'meeting/north-south/m8',
  seq,
  at: 1_000_000 + seq,
  type,
  by: { seat: 'officer' },
  data: structuredClone<Record<string, unknown>>(data),
}))

describe('replaying leaves', () => {
  test('gives the state the rules themselves give', () => {
    const expected = leaves.map(recordedOf).reduce(evolveProceedings, initialProceedings)
    const actual = replay(leaves)
    expect(actual.meeting.phase).toBe('open')
    expect(actual.size).toBe(leaves.length)
    expect(JSON.stringify(actual)).toBe(JSON.stringify(expected))
  })

  test('goes on from where it stood', () => {
    const half = replay(leaves.slice(0, 10))
    expect(JSON.stringify(replay(leaves.slice(10), half))).toBe(JSON.stringify(replay(leaves)))
  })

  test('does not take a leaf of a kind it does not know', () => {
    const unknown = leaves.slice(0, 1).map((leaf) => ({ ...leaf, type: 'MeetingDreamt' }))
    expect(unknown).toHaveLength(1)
    expect(() => replay(unknown)).toThrow('No matching discriminator')
  })
})
