import { createHmac } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { assert, integer, nat, property, uint8Array } from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  hasZeroTieBreaker,
  isIntact,
  raiseTieBreaker,
  readBinding,
  sayMappedAddress,
  seal,
  type BindingMessage,
} from './stun-message.ts'

// RFC 5769, 2.1 and 2.2: a check and its answer, as everyone has to compute them.
const PASSWORD = 'VOkJxbRl1RmTxUk/WvJxBt'
const TRANSACTION = '2112a442b7e7a701bc34d686fa87dfae'
const REQUEST = Buffer.from(
  `00010058${TRANSACTION}80220010${Buffer.from('STUN test client').toString('hex')}002400046e0001ff` +
    `80290008932ff9b151263b3600060009${Buffer.from('evtj:h6vY').toString('hex')}202020` +
    '000800149aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a280280004e57a3bcf',
  'hex',
)
const RESPONSE = Buffer.from(
  `0101003c${TRANSACTION}8022000b${Buffer.from('test vector').toString('hex')}20002000080001a147e112a643` +
    '000800142b91f599fd9e90c38c7489f92af9ba53f06be7d780280004c07d4c96',
  'hex',
)

const TIE_BREAKER_AT = 52

const read = (packet: Buffer): BindingMessage => {
  const message = readBinding(packet)
  if (message === undefined) throw new Error('unreadable')
  return message
}

describe('a connectivity check', () => {
  it('is read as the standard’s own example has it', () => {
    const packet = Buffer.from(REQUEST)
    const message = read(packet)
    expect(message).toMatchObject({ kind: 'request', username: 'evtj:h6vY' })
    expect(isIntact(packet, message, PASSWORD)).toBe(true)
    expect(isIntact(packet, message, `${PASSWORD}x`)).toBe(false)
    expect(hasZeroTieBreaker(packet, message)).toBe(false)
  })

  it('is sealed to the very bytes of the standard’s examples', () => {
    for (const example of [REQUEST, RESPONSE]) {
      const packet = Buffer.from(example)
      const message = read(packet)
      packet.fill(0, message.integrityAt, message.integrityAt + 20)
      packet.fill(0, message.fingerprintAt)
      expect(isIntact(packet, message, PASSWORD)).toBe(false)
      seal(packet, message, PASSWORD)
      expect(packet).toEqual(example)
    }
  })

  it('with a tie-breaker of zero is made one of one, and is whole', () => {
    const packet = Buffer.from(REQUEST)
    const message = read(packet)
    packet.writeBigUInt64BE(0n, TIE_BREAKER_AT)
    seal(packet, message, PASSWORD)
    expect(hasZeroTieBreaker(packet, message)).toBe(true)
    raiseTieBreaker(packet, message)
    expect(isIntact(packet, message, PASSWORD)).toBe(false)
    seal(packet, message, PASSWORD)
    expect(isIntact(packet, message, PASSWORD)).toBe(true)
    expect(packet.readBigUInt64BE(TIE_BREAKER_AT)).toBe(1n)
    expect(packet.subarray(0, TIE_BREAKER_AT)).toEqual(REQUEST.subarray(0, TIE_BREAKER_AT))
    const covered = packet.subarray(0, -8)
    expect(packet.readUInt32BE(packet.length - 4)).toBe((crc32(covered) ^ 0x5354554e) >>> 0)
  })

  it('that is altered anywhere before its seal is not intact', () => {
    assert(
      property(nat(read(REQUEST).integrityAt - 5), integer({ min: 1, max: 255 }), (at, change) => {
        const packet = Buffer.from(REQUEST)
        packet.writeUInt8(packet.readUInt8(at) ^ change, at)
        const message = readBinding(packet)
        expect(message !== undefined && isIntact(packet, message, PASSWORD)).toBe(false)
      }),
    )
  })

  it('answers with the address it is told to', () => {
    const packet = Buffer.from(RESPONSE)
    const message = read(packet)
    sayMappedAddress(packet, message, { address: '203.0.113.255', port: 65_535 })
    seal(packet, message, PASSWORD)
    expect(isIntact(packet, message, PASSWORD)).toBe(true)
    sayMappedAddress(packet, message, { address: '192.0.2.1', port: 32_853 })
    seal(packet, message, PASSWORD)
    expect(packet).toEqual(RESPONSE)
  })
})

describe('what is no check', () => {
  it('is not taken for one, whatever it is', () => {
    assert(
      property(uint8Array({ maxLength: 200 }), (bytes) => {
        expect(readBinding(Buffer.from(bytes))).toBeUndefined()
      }),
    )
  })

  it('is not taken for one when it was one and is cut off or goes on', () => {
    for (let length = 0; length < REQUEST.length; length += 1)
      expect(readBinding(REQUEST.subarray(0, length))).toBeUndefined()
    expect(readBinding(Buffer.concat([REQUEST, Buffer.alloc(4)]))).toBeUndefined()
  })

  it('never makes the reader fail, whatever lengths it claims', () => {
    assert(
      property(nat(REQUEST.length - 1), nat(255), (at, value) => {
        const packet = Buffer.from(REQUEST)
        packet.writeUInt8(value, at)
        const message = readBinding(packet)
        if (message === undefined) return
        seal(packet, message, PASSWORD)
        expect(isIntact(packet, message, PASSWORD)).toBe(true)
      }),
    )
  })

  it('is a message without a seal, and one whose tie-breaker comes after it', () => {
    const bare = REQUEST.subarray(0, read(REQUEST).integrityAt - 4)
    const unsealed = Buffer.from(bare)
    unsealed.writeUInt16BE(unsealed.length - 20, 2)
    expect(readBinding(unsealed)).toBeUndefined()
    const late = Buffer.concat([RESPONSE.subarray(0, -8), Buffer.from('802a00080000000000000000', 'hex')])
    late.writeUInt16BE(late.length - 20, 2)
    expect(readBinding(late)).toMatchObject({ tieBreakerAt: undefined, fingerprintAt: undefined })
  })
})

it('the seal is the HMAC of the standard, over a header that ends with it', () => {
  const { integrityAt } = read(REQUEST)
  const covered = Buffer.from(REQUEST.subarray(0, integrityAt - 4))
  covered.writeUInt16BE(0x50, 2)
  expect(createHmac('sha1', PASSWORD).update(covered).digest()).toEqual(
    REQUEST.subarray(integrityAt, integrityAt + 20),
  )
})
