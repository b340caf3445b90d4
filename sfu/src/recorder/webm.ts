/* Just enough of WebM (RFC 9559, RFC 8794) for one track a file, written as it comes. */

/** What one file holds. Times are milliseconds from its beginning. */
export type WebmTrack =
  | { readonly kind: 'audio'; readonly channels: number }
  | { readonly kind: 'video'; readonly width: number; readonly height: number }

const ID = {
  header: 0x1a45dfa3,
  segment: 0x18538067,
  info: 0x1549a966,
  tracks: 0x1654ae6b,
  cluster: 0x1f43b675,
  clusterTime: 0xe7,
  block: 0xa3,
} as const
export const SEGMENT_ID = ID.segment
export const CLUSTER_ID = ID.cluster
const UNKNOWN_SIZE = Buffer.from([0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])
const NANOSECONDS_PER_MS = 1_000_000
const OPUS_RATE_HZ = 48_000
/** A block's time is written relative to its cluster in 16 bits. */
export const LONGEST_CLUSTER_MS = 30_000

const idBytes = (id: number): Buffer => {
  const hex = id.toString(16)
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
}

/** Sizes take eight bytes everywhere, so that nothing depends on how long what follows is. */
const sizeBytes = (size: number): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE((1n << 56n) | BigInt(size))
  return bytes
}

const element = (id: number, ...content: readonly Buffer[]): Buffer => {
  const size = content.reduce((sum, { length }) => sum + length, 0)
  return Buffer.concat([idBytes(id), sizeBytes(size), ...content])
}

const unsigned = (id: number, value: number): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(value))
  return element(id, bytes)
}

const float = (id: number, value: number): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleBE(value)
  return element(id, bytes)
}

const text = (id: number, value: string): Buffer => element(id, Buffer.from(value))

/** RFC 7845, 5.1: how an Opus decoder begins; nothing is skipped. */
const opusHead = (channels: number): Buffer => {
  const head = Buffer.alloc(19)
  head.write('OpusHead', 0, 'latin1')
  head.writeUInt8(1, 8)
  head.writeUInt8(channels, 9)
  head.writeUInt32LE(OPUS_RATE_HZ, 12)
  return head
}

const trackEntry = (track: WebmTrack): Buffer => {
  const common = [unsigned(0xd7, 1), unsigned(0x73c5, 1), unsigned(0x9c, 0)]
  if (track.kind === 'audio')
    return element(
      0xae,
      ...common,
      unsigned(0x83, 2),
      text(0x86, 'A_OPUS'),
      element(0x63a2, opusHead(track.channels)),
      element(0xe1, float(0xb5, OPUS_RATE_HZ), unsigned(0x9f, track.channels)),
    )
  return element(
    0xae,
    ...common,
    unsigned(0x83, 1),
    text(0x86, 'V_VP8'),
    element(0xe0, unsigned(0xb0, track.width), unsigned(0xba, track.height)),
  )
}

/** The beginning of a file, and where the eight bytes of its length stand, to be written when it is known. */
export const webmHeader = (track: WebmTrack): { readonly bytes: Buffer; readonly durationAt: number } => {
  const head = element(
    ID.header,
    unsigned(0x4286, 1),
    unsigned(0x42f7, 1),
    unsigned(0x42f2, 4),
    unsigned(0x42f3, 8),
    text(0x4282, 'webm'),
    unsigned(0x4287, 4),
    unsigned(0x4285, 2),
  )
  const segment = Buffer.concat([idBytes(ID.segment), UNKNOWN_SIZE])
  const info = element(
    ID.info,
    unsigned(0x2ad7b1, NANOSECONDS_PER_MS),
    text(0x4d80, 'parley'),
    text(0x5741, 'parley'),
    // Last, so that its place is known. Until it is written the file plays, but does not say how long it is.
    float(0x4489, 0),
  )
  const durationAt = head.length + segment.length + info.length - 8
  return { bytes: Buffer.concat([head, segment, info, element(ID.tracks, trackEntry(track))]), durationAt }
}

/** The length of a file as it is written at `durationAt`. */
export const webmDuration = (durationMs: number): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleBE(durationMs)
  return bytes
}

/** One moment of sound, or one picture. */
export type WebmFrame = { readonly atMs: number; readonly isKey: boolean; readonly bytes: Buffer }

/** Some frames in order, of at most `LONGEST_CLUSTER_MS`; a file is a header and any number of these. */
export const webmCluster = (frames: readonly WebmFrame[]): Buffer => {
  const from = frames[0]?.atMs ?? 0
  const blocks = frames.map(({ atMs, isKey, bytes }) => {
    const lead = Buffer.alloc(4)
    lead.writeUInt8(0x81, 0)
    lead.writeInt16BE(atMs - from, 1)
    lead.writeUInt8(isKey ? 0x80 : 0, 3)
    return element(ID.block, lead, bytes)
  })
  return element(ID.cluster, unsigned(ID.clusterTime, from), ...blocks)
}

/** The moments of all frames of a file of ours. What was cut off in the middle is left out. */
export const webmMoments = (file: Buffer): readonly number[] => webmFrames(file).map(({ atMs }) => atMs)

/** The moments of all frames of a file of ours, and how many bytes each has. */
export const webmFrames = (
  file: Buffer,
): readonly { readonly atMs: number; readonly sizeBytes: number }[] => {
  const frames: { atMs: number; sizeBytes: number }[] = []
  let clusterAtMs = 0
  let at = 0
  while (at + 9 <= file.length) {
    const idLength = Math.clz32(file.readUInt8(at)) - 23
    if (idLength > 4 || at + idLength + 8 > file.length) break
    const id = file.readUIntBE(at, idLength)
    const content = at + idLength + 8
    if (id === ID.segment || id === ID.cluster) {
      at = content
      continue
    }
    const end = content + file.readUIntBE(content - 6, 6)
    if (end > file.length) break
    if (id === ID.clusterTime) clusterAtMs = file.readUIntBE(content + 2, 6)
    if (id === ID.block)
      frames.push({ atMs: clusterAtMs + file.readInt16BE(content + 1), sizeBytes: end - content - 4 })
    at = end
  }
  return frames
}
