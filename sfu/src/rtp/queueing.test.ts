import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Queueing } from './queueing.ts'
import { sendTimeAt } from './rtp-packet.ts'

const stamp = (sentMs: number): Buffer => {
  const bytes = Buffer.alloc(3)
  bytes.writeUIntBE(sendTimeAt(sentMs), 0, 3)
  return bytes
}

/** Packets every 20 ms that are under way so long, between clocks that stand so far apart. */
const send = (line: Queueing, waits: readonly number[], apartMs = 0, fromMs = 1_000_000): number => {
  let sentMs = fromMs
  for (const wait of waits) {
    line.note(stamp(sentMs + apartMs), sentMs + wait)
    sentMs += 20
  }
  return sentMs
}

describe('waiting on the way', () => {
  it('is unknown before a packet has said when it was sent', () => {
    const line = new Queueing()
    expect(line.takeLeastMs()).toBeUndefined()
    line.note(Buffer.alloc(2), 5)
    expect(line.takeLeastMs()).toBeUndefined()
  })

  it('is nothing on a steady line, however far the clocks are apart and however often the stamp begins anew', () => {
    const clocks = fc.tuple(fc.integer({ min: 0, max: 10_000_000 }), fc.nat(400), fc.nat(200_000))
    fc.assert(
      fc.property(clocks, ([apartMs, wait, fromMs]) => {
        const line = new Queueing()
        send(
          line,
          Array.from({ length: 5_000 }, () => wait),
          apartMs,
          1_000_000 + fromMs,
        )
        expect(line.takeLeastMs()).toBeLessThan(1)
      }),
      { numRuns: 20 },
    )
  })

  it('is seen while a queue stands, and forgotten when it is gone', () => {
    const line = new Queueing()
    const quietUntilMs = send(line, [10, 10, 10])
    expect(line.takeLeastMs()).toBeLessThan(1)
    const fullUntilMs = send(line, [250, 310, 280], 0, quietUntilMs)
    expect(line.takeLeastMs()).toBeCloseTo(240, 0)
    send(line, [10, 10, 10], 0, fullUntilMs)
    expect(line.takeLeastMs()).toBeLessThan(1)
  })

  it('is not a queue where only some wait', () => {
    const line = new Queueing()
    send(line, [10, 400, 380, 10, 400])
    expect(line.takeLeastMs()).toBeLessThan(1)
  })

  it('is counted anew where the way itself has become longer for good', () => {
    const line = new Queueing()
    const shortUntilMs = send(line, [10, 10, 10])
    const longer = Array.from({ length: 1_000 }, () => 110)
    const longUntilMs = send(line, longer, 0, shortUntilMs)
    line.takeLeastMs()
    send(line, [110, 110], 0, longUntilMs)
    expect(line.takeLeastMs()).toBeLessThan(1)
  })
})
