import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { webmMoments } from './webm.ts'

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

/** What lies in a recording’s folder, the earliest first; nothing where there is none. It needs no notes of who wrote it. */
export const keptTracks = (folder: string): readonly KeptTrack[] =>
  namesIn(folder)
    .flatMap((file): readonly KeptTrack[] => {
      const [, startedAt, seat, source] = NAME.exec(file) ?? []
      if (startedAt === undefined || seat === undefined || source === undefined) return []
      const bytes = readFileSync(join(folder, file))
      const moments = webmMoments(bytes)
      const durationMs = Math.max(0, moments.at(-1) ?? 0)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      return [
        { file, seat, source, startedAt: Number(startedAt), durationMs, sizeBytes: bytes.length, sha256 },
      ]
    })
    .toSorted((one, other) => one.startedAt - other.startedAt || (one.file < other.file ? -1 : 1))

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder)
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return []
    throw cause
  }
}
