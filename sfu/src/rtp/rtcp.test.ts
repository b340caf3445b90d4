import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bitrateLimit, packetsWanted, pictureLoss, readRtcp, receiverReport, senderReport } from './rtcp.ts'

const word = fc.nat(0xffffffff)

describe('RTCP', () => {
  it('asks for the very packets that are missing, around the circle too', () => {
    fc.assert(
      fc.property(fc.nat(0xffff), fc.uniqueArray(fc.nat(200), { minLength: 1 }), (start, offsets) => {
        const sequences = offsets
          .toSorted((one, other) => one - other)
          .map((offset) => (start + offset) & 0xffff)
        const [message] = readRtcp(packetsWanted(1, 77, sequences))
        expect(message).toEqual({ kind: 'packets wanted', ssrc: 77, sequences })
      }),
    )
  })

  it('reports reception as it was counted', () => {
    const block = fc.record({
      ssrc: word,
      fractionLost: fc.nat(255),
      packetsLost: fc.integer({ min: -0x800000, max: 0x7fffff }),
      highestSequence: word,
      jitter: word,
      lastSenderReport: word,
      delaySinceSenderReport: word,
    })
    fc.assert(
      fc.property(fc.array(block, { maxLength: 31 }), (blocks) => {
        expect(readRtcp(receiverReport(9, blocks))).toEqual([{ kind: 'reception', blocks }])
      }),
    )
  })

  it('ties media time to the sender’s clock', () => {
    fc.assert(
      fc.property(word, word, word, word, (ssrc, ntpSeconds, ntpFraction, timestamp) => {
        const clock = { ntpSeconds, ntpFraction, timestamp }
        expect(readRtcp(senderReport(ssrc, clock, 5, 6))[0]).toEqual({ kind: 'sender report', ssrc, clock })
      }),
    )
  })

  it('limits a bitrate to within what its short number can say', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 2_000_000_000 }), (wanted) => {
        const [message] = readRtcp(bitrateLimit(1, wanted, [3, 4]))
        const said = message?.kind === 'bitrate' ? message.bitsPerSecond : 0
        expect(said).toBeLessThanOrEqual(wanted)
        expect(said).toBeGreaterThan(wanted * 0.9999)
      }),
    )
  })

  it('asks for a picture in either of its two ways', () => {
    expect(readRtcp(pictureLoss(1, 42))).toEqual([{ kind: 'picture wanted', ssrc: 42 }])
    const fullIntra = Buffer.alloc(20)
    fullIntra.writeUInt8(0x84, 0)
    fullIntra.writeUInt8(206, 1)
    fullIntra.writeUInt16BE(4, 2)
    fullIntra.writeUInt32BE(43, 12)
    expect(readRtcp(fullIntra)).toEqual([{ kind: 'picture wanted', ssrc: 43 }])
  })

  it('is read part by part, up to the first that is broken', () => {
    const good = pictureLoss(1, 42)
    const cut = packetsWanted(1, 2, [3]).subarray(0, 10)
    expect(readRtcp(Buffer.concat([good, good, cut]))).toHaveLength(2)
  })

  it('never throws on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), fc.integer({ min: 200, max: 207 }), (bytes, type) => {
        const packet = Buffer.from(bytes)
        if (packet.length >= 4) {
          packet.writeUInt8(0x80 | (packet.readUInt8(0) & 0x1f), 0)
          packet.writeUInt8(type, 1)
          packet.writeUInt16BE(Math.floor(packet.length / 4) - 1, 2)
        }
        expect(Array.isArray(readRtcp(packet))).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })
})
