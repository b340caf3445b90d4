import { readVp8 } from '../rtp/vp8.ts'
import type { OrderedPacket } from './packets-in-order.ts'

/** A whole VP8 picture, as it was encoded. */
export type Picture = {
  readonly timestamp: number
  readonly isKey: boolean
  readonly bytes: Buffer
  /** Those of a picture that needs no other; 0 for the others, which have the size of those before. */
  readonly width: number
  readonly height: number
}

/** How many bytes the payload descriptor takes (RFC 7741, 4.2). */
const descriptorBytes = (payload: Buffer): number => {
  const first = payload.readUInt8(0)
  if ((first & 0x80) === 0) return 1
  const extended = payload.readUInt8(1)
  const pictureId = (extended & 0x80) === 0 ? 0 : (payload.readUInt8(2) & 0x80) === 0 ? 1 : 2
  const baseIndex = (extended & 0x40) === 0 ? 0 : 1
  const layer = (extended & 0x30) === 0 ? 0 : 1
  return 2 + pictureId + baseIndex + layer
}

/** Puts VP8 pictures together out of packets in order. After a loss it leaves out all up to the next that needs no other. */
export class Vp8Pictures {
  #parts: Buffer[] = []
  #isKey = false
  #timestamp: number | undefined
  /** Whether pictures are left out until one comes that needs no other. */
  wantsKey = true

  /** The picture this packet completes, if it does. */
  take({ packet, header, torn }: OrderedPacket): Picture | undefined {
    if (torn) this.#forget()
    const descriptor = readVp8(packet, header.payloadAt, header.payloadEnd)
    // A packet without a payload only asks how wide the way is.
    if (descriptor === undefined) return undefined
    if (header.timestamp !== this.#timestamp) {
      if (this.#parts.length > 0) this.#forget()
      this.#timestamp = header.timestamp
      this.#isKey = descriptor.startsKeyframe
    }
    const payload = packet.subarray(header.payloadAt, header.payloadEnd)
    this.#parts.push(payload.subarray(descriptorBytes(payload)))
    if (!header.marker) return undefined
    const bytes = Buffer.concat(this.#parts)
    this.#parts = []
    if (this.#isKey && bytes.length >= 10) {
      this.wantsKey = false
      const width = bytes.readUInt16LE(6) & 0x3fff
      const height = bytes.readUInt16LE(8) & 0x3fff
      return { timestamp: header.timestamp, isKey: true, bytes, width, height }
    }
    if (this.wantsKey) return undefined
    return { timestamp: header.timestamp, isKey: false, bytes, width: 0, height: 0 }
  }

  #forget(): void {
    this.#parts = []
    this.wantsKey = true
  }
}
