import { describe, expect, it } from 'vitest'
import { Reception } from './reception.ts'

describe('the reception of a stream', () => {
  it('says nothing before the first packet', () => {
    expect(new Reception(7, 48_000).report(0)).toBeUndefined()
  })

  it('counts what was lost since the last report, and in all', () => {
    const reception = new Reception(7, 48_000)
    for (const extended of [100, 101, 103, 104]) reception.note(extended, extended * 960, extended * 20)
    expect(reception.report(3_000)).toMatchObject({
      ssrc: 7,
      packetsLost: 1,
      fractionLost: 51,
      highestSequence: 104,
    })
    for (const extended of [105, 106]) reception.note(extended, extended * 960, extended * 20)
    expect(reception.report(3_500)).toMatchObject({ packetsLost: 1, fractionLost: 0, highestSequence: 106 })
    expect(reception.lossShare).toBe(0)
  })

  it('measures no jitter when packets come as evenly as they were sent', () => {
    const reception = new Reception(7, 48_000)
    for (let index = 0; index < 50; index += 1) reception.note(index, index * 960, 1_000 + index * 20)
    expect(reception.report(3_000)?.jitter).toBe(0)
    for (let index = 50; index < 100; index += 1)
      reception.note(index, index * 960, 1_000 + index * 20 + (index % 2) * 10)
    expect(reception.report(3_000)?.jitter).toBeGreaterThan(300)
  })

  it('lets the sender measure the round trip', () => {
    const reception = new Reception(7, 48_000)
    reception.note(1, 0, 0)
    reception.noteSenderReport({ ntpSeconds: 0x12345678, ntpFraction: 0x9abcdef0, timestamp: 0 }, 1_000)
    const report = reception.report(1_500)
    expect((report?.lastSenderReport ?? 0) >>> 0).toBe(0x56789abc)
    expect(report?.delaySinceSenderReport).toBe(32_768)
  })
})
