import type { LeafOnWire } from '@parley/client/parley-client'
import { prepared } from '@parley/domain/meeting/fictional-meeting'
import { describe, expect, it } from 'vitest'
import { createProceedingsStore } from './proceedings-store.ts'

const LEAVES: readonly LeafOnWire[] = [...prepared(), { type: 'MeetingOpened' as const }].map(
  ({ type, ...data }, seq) => ({
    v: 1,
    log: 'meeting/north-south/m8',
    seq,
    at: seq,
    type,
    by: { seat: 'officer' },
    data,
  }),
)

describe('the store of a meeting', () => {
  it('tells nobody anything until the past has arrived, then everything at once', () => {
    const store = createProceedingsStore()
    let told = 0
    store.subscribe(() => (told += 1))
    for (const leaf of LEAVES) store.add(leaf)
    expect(told).toBe(0)
    store.caughtUp()
    expect(told).toBe(1)
    expect(store.read()).toMatchObject({ caughtUp: true, proceedings: { meeting: { phase: 'open' } } })
    expect(store.read().facts).toHaveLength(LEAVES.length)
  })

  it('tells of every leaf from then on, and stops when asked to', () => {
    const store = createProceedingsStore()
    const before = LEAVES.slice(0, -1)
    for (const leaf of before) store.add(leaf)
    store.caughtUp()
    const phases: string[] = []
    const stop = store.subscribe(() => phases.push(store.read().proceedings.meeting.phase))
    for (const leaf of LEAVES.slice(-1)) store.add(leaf)
    expect(phases).toEqual(['open'])
    stop()
    store.caughtUp()
    expect(phases).toHaveLength(1)
  })

  it('folds a leaf that is told twice only once', () => {
    const store = createProceedingsStore()
    for (const leaf of [...LEAVES, ...LEAVES]) store.add(leaf)
    expect(store.read().facts).toHaveLength(LEAVES.length)
    expect(store.read().proceedings.size).toBe(LEAVES.length)
  })

  it('gives the same object while nothing has happened, as React requires', () => {
    const store = createProceedingsStore()
    expect(store.read()).toBe(store.read())
  })

  it('refuses a leaf of a kind it does not know, rather than showing half a meeting', () => {
    const store = createProceedingsStore()
    for (const leaf of LEAVES.slice(0, 1)) {
      expect(() => store.add({ ...leaf, type: 'FromTheFuture' })).toThrow(/FromTheFuture|type/)
    }
    expect(LEAVES.length).toBeGreaterThan(0)
  })
})
