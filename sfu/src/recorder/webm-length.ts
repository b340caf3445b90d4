import { readSync } from 'node:fs'
import { CLUSTER_ID, SEGMENT_ID, webmMoments } from './webm.ts'

/** As long as the head of an element of ours can be: four bytes of name, eight of size. */
const HEAD_BYTES = 12

/**
 * The moment of the last frame of a file of ours; `undefined` for one that holds none. Goes from cluster to cluster and
 * reads only the last two, since the very last may be cut off before its first frame.
 */
export const lastMomentOf = (file: number, sizeBytes: number): number | undefined => {
  let at = 0
  let last: readonly number[] = []
  const head = Buffer.alloc(HEAD_BYTES)
  while (at + HEAD_BYTES <= sizeBytes) {
    if (readSync(file, head, 0, HEAD_BYTES, at) < HEAD_BYTES) break
    const idBytes = Math.clz32(head.readUInt8(0)) - 23
    if (idBytes > 4) break
    const id = head.readUIntBE(0, idBytes)
    const content = at + idBytes + 8
    if (id === CLUSTER_ID) last = [...last.slice(-1), at]
    at = id === SEGMENT_ID ? content : content + head.readUIntBE(idBytes + 2, 6)
  }
  const [from] = last
  if (from === undefined) return undefined
  const bytes = Buffer.alloc(Math.max(0, sizeBytes - from))
  const count = readSync(file, bytes, 0, bytes.length, from)
  return webmMoments(bytes.subarray(0, count)).at(-1)
}
