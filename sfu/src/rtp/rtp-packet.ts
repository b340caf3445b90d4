const FIXED_HEADER_BYTES = 12
const ONE_BYTE_PROFILE = 0xbede
const TWO_BYTE_PROFILE = 0x1000

/** The header extensions this server reads; the numbers they travel under are agreed in the SDP. */
export type ExtensionName = 'mid' | 'rid' | 'repaired-rid' | 'audio-level' | 'send-time'

export type ExtensionIds = ReadonlyMap<number, ExtensionName>

export interface RtpHeader {
  readonly payloadType: number
  readonly marker: boolean
  readonly sequence: number
  readonly timestamp: number
  readonly ssrc: number
  /** Where the payload begins. */
  readonly payloadAt: number
  /** Where the payload ends, padding left out. */
  readonly payloadEnd: number
  readonly extensionsAt: number
  readonly extensionsEnd: number
  readonly extensionProfile: number
}

/** Whether a packet on the shared port is RTCP (RFC 5761). */
export const isRtcp = (packet: Buffer): boolean => {
  const type = packet.length > 1 ? packet.readUInt8(1) : 0
  return type >= 192 && type <= 223
}

/** Reads an RTP header; undefined for anything that is not a whole RTP packet. */
export function readRtp(packet: Buffer): RtpHeader | undefined {
  if (packet.length < FIXED_HEADER_BYTES) return undefined
  const first = packet.readUInt8(0)
  if (first >> 6 !== 2) return undefined
  let payloadAt = FIXED_HEADER_BYTES + (first & 0x0f) * 4
  let extensionsAt = payloadAt
  let extensionsEnd = payloadAt
  let extensionProfile = 0
  if ((first & 0x10) !== 0) {
    if (payloadAt + 4 > packet.length) return undefined
    extensionProfile = packet.readUInt16BE(payloadAt)
    extensionsAt = payloadAt + 4
    extensionsEnd = extensionsAt + packet.readUInt16BE(payloadAt + 2) * 4
    payloadAt = extensionsEnd
  }
  let payloadEnd = packet.length
  if ((first & 0x20) !== 0) payloadEnd -= packet.readUInt8(packet.length - 1)
  if (payloadAt > payloadEnd) return undefined
  const second = packet.readUInt8(1)
  return {
    payloadType: second & 0x7f,
    marker: second >> 7 === 1,
    sequence: packet.readUInt16BE(2),
    timestamp: packet.readUInt32BE(4),
    ssrc: packet.readUInt32BE(8),
    payloadAt,
    payloadEnd,
    extensionsAt,
    extensionsEnd,
    extensionProfile,
  }
}

/** The bytes of one header extension; undefined if the packet does not carry it. */
export function readExtension(
  packet: Buffer,
  header: RtpHeader,
  ids: ExtensionIds,
  name: ExtensionName,
): Buffer | undefined {
  const oneByte = header.extensionProfile === ONE_BYTE_PROFILE
  if (!oneByte && (header.extensionProfile & 0xfff0) !== TWO_BYTE_PROFILE) return undefined
  let at = header.extensionsAt
  while (at < header.extensionsEnd) {
    const lead = packet.readUInt8(at)
    if (lead === 0) {
      at += 1
      continue
    }
    const id = oneByte ? lead >> 4 : lead
    if (oneByte && id === 15) return undefined
    if (!oneByte && at + 1 >= header.extensionsEnd) return undefined
    const length = oneByte ? (lead & 0x0f) + 1 : packet.readUInt8(at + 1)
    const from = at + (oneByte ? 1 : 2)
    if (from + length > header.extensionsEnd) return undefined
    if (ids.get(id) === name) return packet.subarray(from, from + length)
    at = from + length
  }
  return undefined
}

/** What a forwarded copy says in its own header. */
export interface OutgoingHeader {
  readonly payloadType: number
  readonly marker: boolean
  readonly sequence: number
  readonly timestamp: number
  readonly ssrc: number
  /** The number agreed for the send time extension, 0 where it is not agreed. */
  readonly sendTimeId: number
  /** Which section of the description the packet belongs to, and the number agreed for saying so; left out where none is. */
  readonly section?: SectionMark | undefined
}

/** The MID of a section (RFC 9143, section 15) as a one-byte header extension holds it: 1 to 16 bytes under 1 to 14. */
export interface SectionMark {
  readonly id: number
  readonly mid: string
}

/** The 24-bit send time of the abs-send-time extension: seconds with 18 bits of fraction. */
export const sendTimeAt = (nowMs: number): number =>
  Math.round(((nowMs % 64_000) / 1000) * 262_144) & 0xffffff

/**
 * Writes the header of an outgoing packet and returns where its payload begins. The caller guarantees room for
 * 40 bytes.
 */
export function writeRtpHeader(into: Buffer, header: OutgoingHeader, nowMs: number): number {
  const { sendTimeId, section } = header
  const extended = sendTimeId !== 0 || section !== undefined
  into.writeUInt8(extended ? 0x90 : 0x80, 0)
  into.writeUInt8((header.marker ? 0x80 : 0) | header.payloadType, 1)
  into.writeUInt16BE(header.sequence, 2)
  into.writeUInt32BE(header.timestamp, 4)
  into.writeUInt32BE(header.ssrc, 8)
  if (!extended) return FIXED_HEADER_BYTES
  let at = FIXED_HEADER_BYTES + 4
  if (sendTimeId !== 0) {
    into.writeUInt8((sendTimeId << 4) | 2, at)
    into.writeUIntBE(sendTimeAt(nowMs), at + 1, 3)
    at += 4
  }
  if (section !== undefined) {
    into.writeUInt8((section.id << 4) | (section.mid.length - 1), at)
    at += 1 + into.write(section.mid, at + 1, 'latin1')
  }
  while (at % 4 !== 0) at = into.writeUInt8(0, at)
  into.writeUInt16BE(ONE_BYTE_PROFILE, FIXED_HEADER_BYTES)
  into.writeUInt16BE((at - FIXED_HEADER_BYTES) / 4 - 1, FIXED_HEADER_BYTES + 2)
  return at
}

/** The original a retransmission carries (RFC 4588): its sequence number in front, then its payload. */
export function unwrapRetransmission(
  packet: Buffer,
  header: RtpHeader,
  original: { readonly ssrc: number; readonly payloadType: number },
): Buffer | undefined {
  if (header.payloadEnd - header.payloadAt < 3) return undefined
  const restored = Buffer.allocUnsafe(FIXED_HEADER_BYTES + header.payloadEnd - header.payloadAt - 2)
  writeRtpHeader(
    restored,
    {
      payloadType: original.payloadType,
      marker: header.marker,
      sequence: packet.readUInt16BE(header.payloadAt),
      timestamp: header.timestamp,
      ssrc: original.ssrc,
      sendTimeId: 0,
    },
    0,
  )
  packet.copy(restored, FIXED_HEADER_BYTES, header.payloadAt + 2, header.payloadEnd)
  return restored
}
