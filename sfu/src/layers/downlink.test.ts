import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Downlink, type LineReport } from './downlink.ts'

const calm = (nowMs: number, sentBitsPerSecond = 1_000_000): LineReport => ({
  nowMs,
  sentBitsPerSecond,
  lossShare: 0,
})
const lossy = (nowMs: number, sentBitsPerSecond = 1_000_000): LineReport => ({
  ...calm(nowMs, sentBitsPerSecond),
  lossShare: 0.3,
})

describe('a receiver’s line', () => {
  it('is believed wide until it complains twice', () => {
    const line = new Downlink()
    line.note(calm(0))
    line.note(lossy(500))
    expect(line.limitBitsPerSecond).toBe(Number.POSITIVE_INFINITY)
    line.note(lossy(1_000))
    expect(line.limitBitsPerSecond).toBeLessThan(1_000_000)
  })

  it('is believed wide while its own estimate is low but rising', () => {
    const line = new Downlink()
    for (const [index, receiverEstimate] of [100_000, 200_000, 400_000].entries()) {
      line.note({ ...calm(index * 500), receiverEstimate })
    }
    expect(line.limitBitsPerSecond).toBe(Number.POSITIVE_INFINITY)
  })

  it('is narrowed to what it says it can carry when that falls', () => {
    const line = new Downlink()
    for (const [index, receiverEstimate] of [900_000, 500_000, 400_000].entries()) {
      line.note({ ...calm(index * 500), receiverEstimate })
    }
    expect(line.limitBitsPerSecond).toBe(400_000)
  })

  it('is tried again after a calm time, and after a longer one each time that fails', () => {
    const line = new Downlink()
    const waits: number[] = []
    let nowMs = 0
    for (let round = 0; round < 4; round += 1) {
      line.note(lossy((nowMs += 500)))
      line.note(lossy((nowMs += 500)))
      const narrow = line.limitBitsPerSecond
      const began = nowMs
      while (line.limitBitsPerSecond <= narrow) line.note(calm((nowMs += 500), 100_000))
      waits.push(nowMs - began)
    }
    expect(waits).toEqual(waits.toSorted((one, other) => one - other))
    expect(waits.at(-1)).toBeGreaterThan(waits.at(0) ?? Number.NaN)
  })

  it('is never believed so narrow that nothing at all could be tried', () => {
    const report = fc.record({ sent: fc.nat(10_000_000), loss: fc.double({ min: 0, max: 1, noNaN: true }) })
    fc.assert(
      fc.property(fc.array(report), (reports) => {
        const line = new Downlink()
        reports.forEach(({ sent, loss }, index) =>
          line.note({ nowMs: index * 500, sentBitsPerSecond: sent, lossShare: loss }),
        )
        expect(line.limitBitsPerSecond).toBeGreaterThanOrEqual(60_000)
      }),
    )
  })
})
