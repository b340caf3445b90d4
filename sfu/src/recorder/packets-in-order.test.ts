import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRtp, writeRtpHeader } from '../rtp/rtp-packet.ts'
import { PacketsInOrder } from './packets-in-order.ts'

const packetOf = (sequence: number): Buffer => {
  const packet = Buffer.alloc(13)
  const header = { payloadType: 111, marker: false, timestamp: 0, ssrc: 1, sendTimeId: 0 }
  writeRtpHeader(packet, { ...header, sequence: sequence & 0xffff }, 0)
  return packet
}
const take = (order: PacketsInOrder, sequence: number, nowMs: number): void => {
  const packet = packetOf(sequence)
  const header = readRtp(packet)
  if (header !== undefined) order.take(packet, header, nowMs)
}
const numbers = (order: PacketsInOrder, nowMs: number): readonly number[] =>
  order.ready(nowMs).map(({ header }) => header.sequence)

describe('packets of one stream', () => {
  it('come out in order and once, whatever order they came in, also around the circle', () => {
    const sent = Array.from({ length: 60 }, (_, index) => 65_500 + index)
    fc.assert(
      fc.property(fc.shuffledSubarray(sent.slice(1), { minLength: 59 }), (shuffled) => {
        const order = new PacketsInOrder()
        const out: number[] = []
        for (const sequence of [65_500, ...shuffled, ...shuffled.slice(0, 5)]) {
          take(order, sequence, 0)
          out.push(...numbers(order, 0))
        }
        expect(out).toEqual(sent.map((sequence) => sequence & 0xffff))
      }),
    )
  })

  it('wait for one that is missing, and say so when it does not come', () => {
    const order = new PacketsInOrder()
    for (const sequence of [5, 7, 8]) take(order, sequence, 0)
    expect(numbers(order, 100)).toEqual([5])
    const late = order.ready(600)
    expect(late.map(({ header }) => header.sequence)).toEqual([7, 8])
    expect(late.map(({ torn }) => torn)).toEqual([true, false])
    // The moment a packet stands for is when it came, not when it was let go.
    expect(late.map(({ arrivedMs }) => arrivedMs)).toEqual([0, 0])
    take(order, 6, 700)
    expect(numbers(order, 2000)).toEqual([])
  })
})
