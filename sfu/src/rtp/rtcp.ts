const SENDER_REPORT = 200
const RECEIVER_REPORT = 201
const TRANSPORT_FEEDBACK = 205
const PAYLOAD_FEEDBACK = 206
const GENERIC_NACK = 1
const PICTURE_LOSS = 1
const FULL_INTRA = 4
const APPLICATION_FEEDBACK = 15
const REMB_NAME = 0x52454d42
const MOST_BLOCKS = 31

export interface ReportBlock {
  readonly ssrc: number
  /** Share of packets lost since the last report, in 256ths. */
  readonly fractionLost: number
  readonly packetsLost: number
  readonly highestSequence: number
  readonly jitter: number
  readonly lastSenderReport: number
  readonly delaySinceSenderReport: number
}

/** When, on the sender's own clock, a media timestamp was taken. */
export interface SenderClock {
  readonly ntpSeconds: number
  readonly ntpFraction: number
  readonly timestamp: number
}

export type RtcpMessage =
  | { readonly kind: 'sender report'; readonly ssrc: number; readonly clock: SenderClock }
  | { readonly kind: 'reception'; readonly blocks: readonly ReportBlock[] }
  | { readonly kind: 'picture wanted'; readonly ssrc: number }
  | { readonly kind: 'packets wanted'; readonly ssrc: number; readonly sequences: readonly number[] }
  | { readonly kind: 'bitrate'; readonly bitsPerSecond: number }

const readBlocks = (part: Buffer, at: number, count: number): ReportBlock[] => {
  const blocks: ReportBlock[] = []
  for (let index = 0; index < count && at + 24 <= part.length; index += 1, at += 24) {
    blocks.push({
      ssrc: part.readUInt32BE(at),
      fractionLost: part.readUInt8(at + 4),
      packetsLost: part.readIntBE(at + 5, 3),
      highestSequence: part.readUInt32BE(at + 8),
      jitter: part.readUInt32BE(at + 12),
      lastSenderReport: part.readUInt32BE(at + 16),
      delaySinceSenderReport: part.readUInt32BE(at + 20),
    })
  }
  return blocks
}

const readNack = (part: Buffer): number[] => {
  const sequences: number[] = []
  for (let at = 12; at + 4 <= part.length; at += 4) {
    const first = part.readUInt16BE(at)
    const following = part.readUInt16BE(at + 2)
    sequences.push(first)
    for (let bit = 0; bit < 16; bit += 1) {
      if (((following >> bit) & 1) === 1) sequences.push((first + bit + 1) & 0xffff)
    }
  }
  return sequences
}

const readRemb = (part: Buffer): RtcpMessage[] => {
  if (part.length < 20 || part.readUInt32BE(12) !== REMB_NAME) return []
  const exponent = part.readUInt8(17) >> 2
  const mantissa = ((part.readUInt8(17) & 3) << 16) | part.readUInt16BE(18)
  return [{ kind: 'bitrate', bitsPerSecond: mantissa * 2 ** exponent }]
}

const readPayloadFeedback = (part: Buffer, format: number): RtcpMessage[] => {
  if (part.length < 12) return []
  if (format === PICTURE_LOSS) return [{ kind: 'picture wanted', ssrc: part.readUInt32BE(8) }]
  if (format === APPLICATION_FEEDBACK) return readRemb(part)
  if (format !== FULL_INTRA) return []
  const messages: RtcpMessage[] = []
  for (let at = 12; at + 8 <= part.length; at += 8) {
    messages.push({ kind: 'picture wanted', ssrc: part.readUInt32BE(at) })
  }
  return messages
}

const readPart = (part: Buffer): RtcpMessage[] => {
  const type = part.readUInt8(1)
  const count = part.readUInt8(0) & 0x1f
  if (type === SENDER_REPORT && part.length >= 28) {
    const clock = {
      ntpSeconds: part.readUInt32BE(8),
      ntpFraction: part.readUInt32BE(12),
      timestamp: part.readUInt32BE(16),
    }
    return [
      { kind: 'sender report', ssrc: part.readUInt32BE(4), clock },
      { kind: 'reception', blocks: readBlocks(part, 28, count) },
    ]
  }
  if (type === RECEIVER_REPORT && part.length >= 8)
    return [{ kind: 'reception', blocks: readBlocks(part, 8, count) }]
  if (type === TRANSPORT_FEEDBACK && count === GENERIC_NACK && part.length >= 16) {
    return [{ kind: 'packets wanted', ssrc: part.readUInt32BE(8), sequences: readNack(part) }]
  }
  if (type === PAYLOAD_FEEDBACK) return readPayloadFeedback(part, count)
  return []
}

/** What a compound RTCP packet says, as far as this server acts on it. Broken parts are left out, never thrown. */
export function readRtcp(packet: Buffer): RtcpMessage[] {
  const messages: RtcpMessage[] = []
  let at = 0
  while (at + 4 <= packet.length) {
    const end = at + (packet.readUInt16BE(at + 2) + 1) * 4
    if (packet.readUInt8(at) >> 6 !== 2 || end > packet.length) return messages
    messages.push(...readPart(packet.subarray(at, end)))
    at = end
  }
  return messages
}

const part = (bytes: number, count: number, type: number): Buffer => {
  const buffer = Buffer.alloc(bytes)
  buffer.writeUInt8(0x80 | count, 0)
  buffer.writeUInt8(type, 1)
  buffer.writeUInt16BE(bytes / 4 - 1, 2)
  return buffer
}

/** Asks a sender for a whole picture. */
export function pictureLoss(from: number, about: number): Buffer {
  const buffer = part(12, PICTURE_LOSS, PAYLOAD_FEEDBACK)
  buffer.writeUInt32BE(from, 4)
  buffer.writeUInt32BE(about, 8)
  return buffer
}

/** Asks a sender for lost packets; the sequence numbers in rising order around the circle. */
export function packetsWanted(from: number, about: number, sequences: readonly number[]): Buffer {
  const pairs: [number, number][] = []
  for (const sequence of sequences) {
    const last = pairs.at(-1)
    const distance = last === undefined ? 0 : (sequence - last[0]) & 0xffff
    if (last !== undefined && distance >= 1 && distance <= 16) last[1] |= 1 << (distance - 1)
    else pairs.push([sequence, 0])
  }
  const buffer = part(12 + pairs.length * 4, GENERIC_NACK, TRANSPORT_FEEDBACK)
  buffer.writeUInt32BE(from, 4)
  buffer.writeUInt32BE(about, 8)
  pairs.forEach(([first, following], index) => {
    buffer.writeUInt16BE(first, 12 + index * 4)
    buffer.writeUInt16BE(following, 14 + index * 4)
  })
  return buffer
}

/** Tells a sender how its packets arrive. At most 31 blocks fit. */
export function receiverReport(from: number, blocks: readonly ReportBlock[]): Buffer {
  const told = blocks.slice(0, MOST_BLOCKS)
  const buffer = part(8 + told.length * 24, told.length, RECEIVER_REPORT)
  buffer.writeUInt32BE(from, 4)
  told.forEach((block, index) => {
    const at = 8 + index * 24
    buffer.writeUInt32BE(block.ssrc, at)
    buffer.writeUInt8(block.fractionLost, at + 4)
    buffer.writeIntBE(Math.max(-0x800000, Math.min(0x7fffff, block.packetsLost)), at + 5, 3)
    buffer.writeUInt32BE(block.highestSequence >>> 0, at + 8)
    buffer.writeUInt32BE(block.jitter >>> 0, at + 12)
    buffer.writeUInt32BE(block.lastSenderReport >>> 0, at + 16)
    buffer.writeUInt32BE(block.delaySinceSenderReport >>> 0, at + 20)
  })
  return buffer
}

/** Ties media time to the sender's clock, so that a receiver can bring lips and voice together. */
export function senderReport(ssrc: number, clock: SenderClock, packets: number, bytes: number): Buffer {
  const buffer = part(28, 0, SENDER_REPORT)
  buffer.writeUInt32BE(ssrc, 4)
  buffer.writeUInt32BE(clock.ntpSeconds >>> 0, 8)
  buffer.writeUInt32BE(clock.ntpFraction >>> 0, 12)
  buffer.writeUInt32BE(clock.timestamp >>> 0, 16)
  buffer.writeUInt32BE(packets >>> 0, 20)
  buffer.writeUInt32BE(bytes >>> 0, 24)
  return buffer
}

/** Tells a sender the most it should send. */
export function bitrateLimit(from: number, bitsPerSecond: number, ssrcs: readonly number[]): Buffer {
  const told = ssrcs.slice(0, 255)
  let mantissa = Math.max(0, Math.floor(bitsPerSecond))
  let exponent = 0
  while (mantissa > 0x3ffff) {
    mantissa = Math.floor(mantissa / 2)
    exponent += 1
  }
  const buffer = part(20 + told.length * 4, APPLICATION_FEEDBACK, PAYLOAD_FEEDBACK)
  buffer.writeUInt32BE(from, 4)
  buffer.writeUInt32BE(REMB_NAME, 12)
  buffer.writeUInt8(told.length, 16)
  buffer.writeUInt8((exponent << 2) | (mantissa >> 16), 17)
  buffer.writeUInt16BE(mantissa & 0xffff, 18)
  told.forEach((ssrc, index) => buffer.writeUInt32BE(ssrc, 20 + index * 4))
  return buffer
}
