import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Uplink, type UplinkReport } from './uplink.ts'

const calm: UplinkReport = { bitsPerSecond: 2_000_000, lossShare: 0, queueMs: 5 }
const queueing: UplinkReport = { ...calm, queueMs: 300 }

describe('a sender’s line', () => {
  it('is believed wide until it complains twice in a row', () => {
    const line = new Uplink()
    const wide = line.limitBitsPerSecond
    for (const report of [queueing, calm, queueing, calm]) line.note(report)
    expect(line.limitBitsPerSecond).toBe(wide)
    line.note(queueing)
    line.note(queueing)
    expect(line.limitBitsPerSecond).toBeLessThan(calm.bitsPerSecond)
  })

  it('is narrowed by packets that wait before any is lost, and by loss where nothing says how long they waited', () => {
    for (const bad of [queueing, { ...calm, lossShare: 0.2, queueMs: undefined }]) {
      const line = new Uplink()
      line.note(bad)
      line.note(bad)
      expect(line.limitBitsPerSecond).toBe(calm.bitsPerSecond * 0.85)
    }
  })

  it('is widened again by and by when it is calm, up to where it began', () => {
    const line = new Uplink()
    const wide = line.limitBitsPerSecond
    line.note(queueing)
    line.note(queueing)
    const steps: number[] = []
    for (let report = 0; report < 60; report += 1) {
      line.note(calm)
      steps.push(line.limitBitsPerSecond)
    }
    expect(steps).toEqual(steps.toSorted((one, other) => one - other))
    expect(steps.at(-1)).toBe(wide)
  })

  it('stays as it is while packets neither flow freely nor drown', () => {
    const line = new Uplink()
    line.note(queueing)
    line.note(queueing)
    const narrow = line.limitBitsPerSecond
    for (let report = 0; report < 20; report += 1) line.note({ ...calm, queueMs: 80 })
    expect(line.limitBitsPerSecond).toBe(narrow)
  })

  it('never lets a sender starve, nor send without bound', () => {
    const report = fc.record({
      bitsPerSecond: fc.nat(50_000_000),
      lossShare: fc.double({ min: 0, max: 1, noNaN: true }),
      queueMs: fc.option(fc.nat(10_000), { nil: undefined }),
    })
    fc.assert(
      fc.property(fc.array(report), (reports) => {
        const line = new Uplink()
        for (const one of reports) line.note(one)
        expect(line.limitBitsPerSecond).toBeGreaterThanOrEqual(100_000)
        expect(line.limitBitsPerSecond).toBeLessThanOrEqual(6_000_000)
      }),
    )
  })
})
