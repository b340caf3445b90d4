import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isRtcp,
  readExtension,
  readRtp,
  sendTimeAt,
  unwrapRetransmission,
  writeRtpHeader,
  type ExtensionIds,
} from './rtp-packet.ts'

const ids: ExtensionIds = new Map([
  [4, 'mid'],
  [10, 'rid'],
  [3, 'send-time'],
])

const withExtension = (profile: number, elements: number[]): Buffer => {
  const padded = [...elements, ...Array.from({ length: (4 - (elements.length % 4)) % 4 }, () => 0)]
  const head = Buffer.alloc(16)
  head.writeUInt8(0x90, 0)
  head.writeUInt8(96, 1)
  head.writeUInt16BE(profile, 12)
  head.writeUInt16BE(padded.length / 4, 14)
  return Buffer.concat([head, Buffer.from(padded), Buffer.from('payload')])
}

const header = fc.record({
  payloadType: fc.integer({ min: 0, max: 127 }),
  marker: fc.boolean(),
  sequence: fc.nat(0xffff),
  timestamp: fc.nat(0xffffffff),
  ssrc: fc.nat(0xffffffff),
  sendTimeId: fc.integer({ min: 0, max: 13 }),
  section: fc.option(
    fc.record({
      id: fc.constant(14),
      mid: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 16 }),
    }),
    { nil: undefined },
  ),
})

describe('an RTP packet', () => {
  it('is read as it was written, with or without a send time and the mark of its section', () => {
    fc.assert(
      fc.property(header, fc.uint8Array({ maxLength: 50 }), (written, payload) => {
        const into = Buffer.alloc(100)
        const at = writeRtpHeader(into, written, 12_345)
        into.set(payload, at)
        const packet = into.subarray(0, at + payload.length)
        const { sendTimeId, section, ...fields } = written
        const read = readRtp(packet)
        expect(read).toMatchObject({ ...fields, payloadAt: at, payloadEnd: packet.length })
        const sent = readExtension(packet, read!, new Map([[sendTimeId, 'send-time']]), 'send-time')
        expect(sent?.readUIntBE(0, 3)).toBe(sendTimeId === 0 ? undefined : sendTimeAt(12_345))
        const mid = readExtension(packet, read!, new Map([[14, 'mid']]), 'mid')
        expect(mid?.toString('latin1')).toBe(section?.mid)
      }),
    )
  })

  it.each([
    ['one byte', 0xbede, [0x42, 0x30, 0x31, 0x32, 0x00, 0xa0, 0x71]],
    ['two byte', 0x1000, [4, 3, 0x30, 0x31, 0x32, 0, 10, 1, 0x71]],
  ])('names its section and its layer in %s extensions', (_, profile, elements) => {
    const packet = withExtension(profile, elements)
    const read = readRtp(packet)!
    expect(readExtension(packet, read, ids, 'mid')?.toString()).toBe('012')
    expect(readExtension(packet, read, ids, 'rid')?.toString()).toBe('q')
    expect(readExtension(packet, read, ids, 'send-time')).toBeUndefined()
    expect(packet.subarray(read.payloadAt).toString()).toBe('payload')
  })

  it('leaves its padding out of the payload', () => {
    const packet = Buffer.alloc(20)
    packet.writeUInt8(0xa0, 0)
    packet.writeUInt8(5, 19)
    expect(readRtp(packet)).toMatchObject({ payloadAt: 12, payloadEnd: 15 })
  })

  it('is never read past its end, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.boolean(), (bytes, lead) => {
        const packet = Buffer.from(bytes)
        if (lead && packet.length > 0) packet.writeUInt8(0x80 | (packet.readUInt8(0) & 0x3f), 0)
        const read = readRtp(packet)
        if (read === undefined) return
        expect(read.payloadAt).toBeLessThanOrEqual(read.payloadEnd)
        expect(read.payloadEnd).toBeLessThanOrEqual(packet.length)
        for (const name of ['mid', 'rid', 'send-time'] as const) {
          expect(readExtension(packet, read, ids, name)?.length ?? 0).toBeLessThanOrEqual(packet.length)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('is told from RTCP by its second byte', () => {
    expect(isRtcp(Buffer.from([0x80, 200]))).toBe(true)
    expect(isRtcp(Buffer.from([0x80, 96]))).toBe(false)
    expect(isRtcp(Buffer.from([0x80, 0x80 | 96]))).toBe(false)
    expect(isRtcp(Buffer.alloc(1))).toBe(false)
  })

  it('comes back out of its retransmission as it was', () => {
    fc.assert(
      fc.property(header, fc.uint8Array({ minLength: 1, maxLength: 40 }), (original, payload) => {
        const into = Buffer.alloc(100)
        const at = writeRtpHeader(into, { ...original, sequence: 7, ssrc: 1, payloadType: 97 }, 0)
        into.writeUInt16BE(original.sequence, at)
        into.set(payload, at + 2)
        const repair = into.subarray(0, at + 2 + payload.length)
        const restored = unwrapRetransmission(repair, readRtp(repair)!, original)!
        const read = readRtp(restored)!
        const { marker, sequence, timestamp, ssrc, payloadType } = original
        expect(read).toMatchObject({ marker, sequence, timestamp, ssrc, payloadType })
        expect(new Uint8Array(restored.subarray(read.payloadAt))).toEqual(payload)
      }),
    )
  })

  it('is not made of a retransmission that carries nothing', () => {
    const into = Buffer.alloc(14)
    into.writeUInt8(0x80, 0)
    expect(unwrapRetransmission(into, readRtp(into)!, { ssrc: 1, payloadType: 96 })).toBeUndefined()
  })
})
