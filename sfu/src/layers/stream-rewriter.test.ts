import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Vp8Descriptor } from '../rtp/vp8.ts'
import { StreamRewriter, type IncomingNumbers, type OutgoingNumbers } from './stream-rewriter.ts'

const vp8 = (pictureId: number, baseIndex: number): Vp8Descriptor => ({
  startsKeyframe: false,
  pictureIdAt: 2,
  pictureIdBits: 15,
  pictureId: pictureId & 0x7fff,
  baseIndexAt: 4,
  baseIndex: baseIndex & 0xff,
})

const numbers = (base: number, index: number): IncomingNumbers => ({
  extended: 70_000 + base * 977 + index,
  timestamp: (base * 123_456_789 + index * 3_000) >>> 0,
  vp8: vp8(base * 4_321 + index, base * 77 + index),
})

/** Packets per source, in turns: each turn begins on the source's next packet. */
const turns = fc.array(fc.record({ source: fc.nat(3), packets: fc.integer({ min: 1, max: 30 }) }), {
  minLength: 1,
  maxLength: 12,
})

const play = (played: readonly { source: number; packets: number }[]): OutgoingNumbers[] => {
  const rewriter = new StreamRewriter<number>()
  const sent: OutgoingNumbers[] = []
  const at = [0, 0, 0, 0]
  let nowMs = 1_000
  for (const { source, packets } of played) {
    at[source] = (at[source] ?? 0) + 5
    rewriter.begin(source, numbers(source, at[source]), nowMs, 90_000)
    for (let index = 0; index < packets; index += 1) {
      const out = rewriter.next(numbers(source, (at[source] ?? 0) + index), nowMs)
      if (out !== undefined) sent.push(out)
      nowMs += 33
    }
    at[source] = (at[source] ?? 0) + packets
  }
  return sent
}

describe('one stream made of several', () => {
  it('has no gap in its numbers and never goes back in time, over every change of source', () => {
    fc.assert(
      fc.property(turns, (played) => {
        const sent = play(played)
        expect(sent).toHaveLength(played.reduce((sum, { packets }) => sum + packets, 0))
        sent.slice(1).forEach((packet, index) => {
          const before = sent[index] ?? packet
          expect((packet.sequence - before.sequence) & 0xffff).toBe(1)
          expect((packet.pictureId - before.pictureId) & 0x7fff).toBe(1)
          expect((packet.baseIndex - before.baseIndex) & 0xff).toBe(1)
          const passed = (packet.timestamp - before.timestamp) | 0
          expect(passed).toBeGreaterThan(0)
          expect(passed).toBeLessThan(90_000)
        })
      }),
    )
  })

  it('keeps gaps that were there, and fills them under the right number when the packet comes late', () => {
    const rewriter = new StreamRewriter<string>()
    rewriter.begin('a', numbers(0, 10), 0, 90_000)
    const sequences = [10, 12, 11].map((index) => rewriter.next(numbers(0, index), 0)?.sequence ?? 0)
    expect(sequences.map((sequence) => (sequence - (sequences[0] ?? 0)) & 0xffff)).toEqual([0, 2, 1])
  })

  it('does not send what is older than the source’s turn', () => {
    const rewriter = new StreamRewriter<string>()
    rewriter.begin('a', numbers(0, 10), 0, 90_000)
    expect(rewriter.next(numbers(0, 9), 0)).toBeUndefined()
  })

  it('closes up over what is left out, and still knows what came before it', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 2, maxLength: 90 }), (leftOut) => {
        const rewriter = new StreamRewriter<string>()
        rewriter.begin('a', numbers(0, 0), 0, 90_000)
        const first = rewriter.next(numbers(0, 0), 0)!
        const kept = new Map<number, number>([[0, first.sequence]])
        let refused = 0
        leftOut.forEach((out, offset) => {
          const incoming = numbers(0, offset + 1)
          if (out) refused += Number(!rewriter.leaveOut(incoming.extended))
          else kept.set(offset + 1, rewriter.next(incoming, 0)?.sequence ?? -1)
        })
        expect(refused).toBe(0)
        let count = 0
        for (const [index, sequence] of kept) {
          expect((sequence - first.sequence) & 0xffff).toBe(count)
          expect(rewriter.next(numbers(0, index), 0)?.sequence).toBe(sequence)
          count += 1
        }
      }),
    )
  })

  it('leaves nothing out that comes out of turn', () => {
    const rewriter = new StreamRewriter<string>()
    rewriter.begin('a', numbers(0, 0), 0, 90_000)
    rewriter.next(numbers(0, 0), 0)
    expect(rewriter.leaveOut(numbers(0, 2).extended)).toBe(false)
  })

  it('finds what was sent under a number, exactly as it was sent, also after a change of source', () => {
    const rewriter = new StreamRewriter<string>()
    rewriter.begin('a', numbers(1, 0), 0, 90_000)
    const sent = rewriter.next(numbers(1, 0), 0)!
    rewriter.begin('b', numbers(2, 0), 33, 90_000)
    rewriter.next(numbers(2, 0), 33)
    const origin = rewriter.originOf(sent.sequence)
    expect(origin?.source).toBe('a')
    expect(origin?.extended).toBe(numbers(1, 0).extended)
    expect(origin?.numbersOf(numbers(1, 0))).toEqual(sent)
    expect(rewriter.originOf(sent.sequence + 500)).toBeUndefined()
  })

  it('follows the sources’ clocks where they are known', () => {
    const rewriter = new StreamRewriter<string>()
    rewriter.begin('a', numbers(0, 0), 0, 90_000)
    const before = rewriter.next(numbers(0, 0), 0)!
    rewriter.begin('b', numbers(3, 0), 500, 90_000, before.timestamp + 2_970)
    expect(rewriter.next(numbers(3, 0), 500)?.timestamp).toBe(before.timestamp + 2_970)
    expect(rewriter.source).toBe('b')
  })
})
