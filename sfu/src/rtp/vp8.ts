/** The parts of a VP8 payload descriptor (RFC 7741) a forwarder has to know or to rewrite. */
export interface Vp8Descriptor {
  /** The first packet of a picture that needs no other picture. */
  readonly startsKeyframe: boolean
  /** Counted from the payload's begin; 0 where there is no picture number. */
  readonly pictureIdAt: number
  readonly pictureIdBits: 7 | 15
  readonly pictureId: number
  /** Counted from the payload's begin; 0 where there is no number of the base layer's picture. */
  readonly baseIndexAt: number
  readonly baseIndex: number
}

/** Reads the descriptor; undefined if the payload is cut short. */
export function readVp8(packet: Buffer, payloadAt: number, payloadEnd: number): Vp8Descriptor | undefined {
  if (payloadAt >= payloadEnd) return undefined
  const first = packet.readUInt8(payloadAt)
  let at = payloadAt + 1
  let pictureIdAt = 0
  let pictureIdBits: 7 | 15 = 7
  let pictureId = 0
  let baseIndexAt = 0
  let baseIndex = 0
  if ((first & 0x80) !== 0) {
    if (at >= payloadEnd) return undefined
    const extended = packet.readUInt8(at)
    at += 1
    if ((extended & 0x80) !== 0) {
      if (at + 1 >= payloadEnd) return undefined
      pictureIdAt = at - payloadAt
      pictureId = packet.readUInt8(at)
      if ((pictureId & 0x80) !== 0) {
        pictureIdBits = 15
        pictureId = packet.readUInt16BE(at) & 0x7fff
      }
      at += pictureIdBits === 15 ? 2 : 1
    }
    if ((extended & 0x40) !== 0) {
      if (at >= payloadEnd) return undefined
      baseIndexAt = at - payloadAt
      baseIndex = packet.readUInt8(at)
      at += 1
    }
    if ((extended & 0x30) !== 0) at += 1
  }
  const startsFrame = (first & 0x10) !== 0 && (first & 0x0f) === 0
  if (at >= payloadEnd) return undefined
  const startsKeyframe = startsFrame && (packet.readUInt8(at) & 1) === 0
  return { startsKeyframe, pictureIdAt, pictureIdBits, pictureId, baseIndexAt, baseIndex }
}

/** Writes other numbers over those a copied payload carries. */
export function renumberVp8(
  copy: Buffer,
  payloadAt: number,
  descriptor: Vp8Descriptor,
  numbers: { readonly pictureId: number; readonly baseIndex: number },
): void {
  if (descriptor.pictureIdAt > 0) {
    const at = payloadAt + descriptor.pictureIdAt
    if (descriptor.pictureIdBits === 15) copy.writeUInt16BE(0x8000 | (numbers.pictureId & 0x7fff), at)
    else copy.writeUInt8(numbers.pictureId & 0x7f, at)
  }
  if (descriptor.baseIndexAt > 0)
    copy.writeUInt8(numbers.baseIndex & 0xff, payloadAt + descriptor.baseIndexAt)
}
