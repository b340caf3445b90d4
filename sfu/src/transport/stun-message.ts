import { createHmac, timingSafeEqual } from 'node:crypto'
import { crc32 } from 'node:zlib'

const HEADER_BYTES = 20
const COOKIE = 0x2112a442
const HMAC_BYTES = 20
const FINGERPRINT_XOR = 0x5354554e

const ATTRIBUTE = {
  username: 0x0006,
  integrity: 0x0008,
  mappedAddress: 0x0020,
  fingerprint: 0x8028,
  controlled: 0x8029,
  controlling: 0x802a,
} as const

const KINDS = new Map<number, BindingMessage['kind']>([
  [0x0001, 'request'],
  [0x0101, 'success'],
])

/** A connectivity check or the answer to one (RFC 8445, RFC 8489), read in place. Offsets are of attribute values. */
export interface BindingMessage {
  readonly kind: 'request' | 'success'
  readonly username: string
  /** Where the eight bytes of ICE-CONTROLLING or ICE-CONTROLLED are. */
  readonly tieBreakerAt: number | undefined
  /** Where an IPv4 XOR-MAPPED-ADDRESS is. */
  readonly mappedAddressAt: number | undefined
  readonly integrityAt: number
  readonly fingerprintAt: number | undefined
}

/** Reads a binding request or its success response; undefined for everything else, and for one without MESSAGE-INTEGRITY. */
export function readBinding(packet: Buffer): BindingMessage | undefined {
  if (packet.length < HEADER_BYTES || packet.readUInt32BE(4) !== COOKIE) return undefined
  const kind = KINDS.get(packet.readUInt16BE(0))
  const length = packet.readUInt16BE(2)
  if (kind === undefined || length % 4 !== 0 || length !== packet.length - HEADER_BYTES) return undefined
  const at = attributesOf(packet)
  const integrityAt = at?.get(ATTRIBUTE.integrity)
  if (at === undefined || integrityAt === undefined) return undefined
  const usernameAt = at.get(ATTRIBUTE.username)
  const mappedAt = at.get(ATTRIBUTE.mappedAddress)
  return {
    kind,
    username:
      usernameAt === undefined
        ? ''
        : packet.toString('latin1', usernameAt, usernameAt + packet.readUInt16BE(usernameAt - 2)),
    tieBreakerAt: at.get(ATTRIBUTE.controlling) ?? at.get(ATTRIBUTE.controlled),
    mappedAddressAt: mappedAt !== undefined && packet.readUInt16BE(mappedAt - 2) === 8 ? mappedAt : undefined,
    integrityAt,
    fingerprintAt: at.get(ATTRIBUTE.fingerprint),
  }
}

const FIXED_BYTES = new Map<number, number>([
  [ATTRIBUTE.integrity, HMAC_BYTES],
  [ATTRIBUTE.fingerprint, 4],
  [ATTRIBUTE.controlled, 8],
  [ATTRIBUTE.controlling, 8],
])

/** Where the value of each attribute begins, the first of a type counting; undefined if they do not fill the message. */
const attributesOf = (packet: Buffer): ReadonlyMap<number, number> | undefined => {
  const found = new Map<number, number>()
  let offset = HEADER_BYTES
  while (offset < packet.length) {
    const type = packet.readUInt16BE(offset)
    const bytes = packet.readUInt16BE(offset + 2)
    const value = offset + 4
    offset = value + Math.ceil(bytes / 4) * 4
    const fixed = FIXED_BYTES.get(type)
    if (offset > packet.length || (fixed !== undefined && fixed !== bytes)) return undefined
    // What follows MESSAGE-INTEGRITY is not covered by it and, but for FINGERPRINT, is not to be heeded.
    if (found.has(ATTRIBUTE.integrity) && type !== ATTRIBUTE.fingerprint) continue
    if (!found.has(type)) found.set(type, value)
  }
  return found
}

/** Whether whoever sent it knew the password, and nothing was changed since. */
export function isIntact(packet: Buffer, { integrityAt }: BindingMessage, password: string): boolean {
  const claimed = packet.subarray(integrityAt, integrityAt + HMAC_BYTES)
  return timingSafeEqual(claimed, integrityOf(packet, integrityAt, password))
}

/** Makes MESSAGE-INTEGRITY and FINGERPRINT right again after a change in place. */
export function seal(packet: Buffer, message: BindingMessage, password: string): void {
  integrityOf(packet, message.integrityAt, password).copy(packet, message.integrityAt)
  if (message.fingerprintAt === undefined) return
  const covered = packet.subarray(0, message.fingerprintAt - 4)
  packet.writeUInt32BE((crc32(covered) ^ FINGERPRINT_XOR) >>> 0, message.fingerprintAt)
}

const integrityOf = (packet: Buffer, integrityAt: number, password: string): Buffer => {
  // The length in the header ends with MESSAGE-INTEGRITY while it is computed (RFC 8489, 14.5).
  const head = Buffer.from(packet.subarray(0, 4))
  head.writeUInt16BE(integrityAt + HMAC_BYTES - HEADER_BYTES, 2)
  return createHmac('sha1', password)
    .update(head)
    .update(packet.subarray(4, integrityAt - 4))
    .digest()
}

/** Whether the tie-breaker is there and zero, which the library underneath takes for absent. */
export function hasZeroTieBreaker(packet: Buffer, { tieBreakerAt }: BindingMessage): boolean {
  return tieBreakerAt !== undefined && packet.readBigUInt64BE(tieBreakerAt) === 0n
}

/** Sets the smallest tie-breaker that is seen; it loses to every other, as zero would. Needs `seal` afterwards. */
export function raiseTieBreaker(packet: Buffer, { tieBreakerAt }: BindingMessage): void {
  if (tieBreakerAt !== undefined) packet.writeBigUInt64BE(1n, tieBreakerAt)
}

/** Says another IPv4 address in XOR-MAPPED-ADDRESS. Needs `seal` afterwards. */
export function sayMappedAddress(
  packet: Buffer,
  { mappedAddressAt: at }: BindingMessage,
  { address, port }: { readonly address: string; readonly port: number },
): void {
  if (at === undefined) return
  packet.writeUInt16BE(0x0001, at)
  packet.writeUInt16BE(port ^ (COOKIE >>> 16), at + 2)
  const number = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
  packet.writeUInt32BE((number ^ COOKIE) >>> 0, at + 4)
}
