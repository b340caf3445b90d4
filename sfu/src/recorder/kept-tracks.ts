import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { lastMomentOf } from './webm-length.ts'

/** One file of a recording, as its name and its bytes say. */
export type KeptTrack = {
  readonly file: string
  readonly seat: string
  readonly source: string
  readonly startedAt: number
  readonly durationMs: number
  readonly sizeBytes: number
  readonly sha256: string
}

const NAME = /^(\d{1,15})\.([a-z0-9][a-z0-9-]{0,63})\.(microphone|camera|screen|screen-sound)\.webm$/
const AT_ONCE_BYTES = 1 << 20

/** What lies in a recording’s folder, the earliest first; nothing where there is none. It needs no notes of who wrote it. */
export const keptTracks = (folder: string): readonly KeptTrack[] =>
  namesIn(folder)
    .flatMap((file): readonly KeptTrack[] => {
      const [, startedAt, seat, source] = NAME.exec(file) ?? []
      if (startedAt === undefined || seat === undefined || source === undefined) return []
      return [{ file, seat, source, startedAt: Number(startedAt), ...readKept(join(folder, file)) }]
    })
    .toSorted((one, other) => one.startedAt - other.startedAt || (one.file < other.file ? -1 : 1))

/** Read a piece at a time: a picture of some hours has more bytes than fit into memory. */
const readKept = (path: string): Pick<KeptTrack, 'durationMs' | 'sizeBytes' | 'sha256'> => {
  const file = openSync(path, 'r')
  try {
    const { size: sizeBytes } = fstatSync(file)
    const hash = createHash('sha256')
    const piece = Buffer.alloc(AT_ONCE_BYTES)
    for (let at = 0; at < sizeBytes;) {
      const count = readSync(file, piece, 0, Math.min(piece.length, sizeBytes - at), at)
      if (count === 0) throw new Error(`${path} became shorter while it was read`)
      hash.update(piece.subarray(0, count))
      at += count
    }
    return { durationMs: lastMomentOf(file, sizeBytes) ?? 0, sizeBytes, sha256: hash.digest('hex') }
  } finally {
    closeSync(file)
  }
}

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder)
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return []
    throw cause
  }
}
