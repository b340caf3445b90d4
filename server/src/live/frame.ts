/** Longest payload of which a frame's header takes four bytes (RFC 6455, 5.2). */
const SHORT = 125
const MEDIUM = 65_535

/** One whole text message as a server's frame (RFC 6455, 5.2): final, unmasked, not compressed. */
export const textFrame = (payload: Uint8Array): Buffer => {
  const head = headerOf(payload.length)
  return Buffer.concat([head, payload], head.length + payload.length)
}

const headerOf = (sizeBytes: number): Buffer => {
  const finalText = 0x81
  if (sizeBytes <= SHORT) return Buffer.of(finalText, sizeBytes)
  if (sizeBytes <= MEDIUM) return Buffer.of(finalText, 126, sizeBytes >> 8, sizeBytes & 0xff)
  const head = Buffer.alloc(10)
  head.writeUInt8(finalText, 0)
  head.writeUInt8(127, 1)
  head.writeBigUInt64BE(BigInt(sizeBytes), 2)
  return head
}

const LEAF_HEAD = Buffer.from('{"type":"leaf","leaf":')
const LEAF_TAIL = Buffer.from('}')

/** The frame of a `leaf` message: the leaf stands in it byte for byte as in the log. */
export const leafFrame = (leaf: Uint8Array): Buffer => textFrame(Buffer.concat([LEAF_HEAD, leaf, LEAF_TAIL]))
