import { closeSync, fsyncSync, ftruncateSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import {
  LONGEST_CLUSTER_MS,
  webmCluster,
  webmDuration,
  webmHeader,
  type WebmFrame,
  type WebmTrack,
} from './webm.ts'

/** What is written at once, and so lost at most when the process is killed. */
const CLUSTER_MS = 1000

/** Whose track it is; together with its beginning the name of its file. */
export type Whose = { readonly seat: string; readonly source: string }

/** One file of one track: whole up to the last second at any moment, whatever happens to the process or to the disk. */
export class TrackFile {
  readonly #path: string
  readonly #file: number
  readonly #durationAt: number
  #frames: WebmFrame[] = []
  #lastMs = 0
  #writtenMs: number | undefined
  #sizeBytes = 0

  /** Never writes over a file that is there; throws the system's error when the disk fails, and leaves nothing behind. */
  constructor(folder: string, { seat, source }: Whose, startedAt: number, track: WebmTrack) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const { bytes, durationAt } = webmHeader(track)
    this.#path = join(folder, `${startedAt}.${seat}.${source}.webm`)
    this.#file = openSync(this.#path, 'wx', 0o600)
    this.#durationAt = durationAt
    try {
      this.#append(bytes)
    } catch (cause) {
      closeSync(this.#file)
      rmSync(this.#path, { force: true })
      throw cause
    }
  }

  /** Frames come in order. Throws when the disk fails; the file is then to be abandoned. */
  add(frame: WebmFrame): void {
    const from = this.#frames[0]?.atMs ?? frame.atMs
    if (frame.atMs - from >= Math.min(CLUSTER_MS, LONGEST_CLUSTER_MS)) this.#write()
    this.#frames.push(frame)
    this.#lastMs = frame.atMs
  }

  get lastMs(): number {
    return this.#lastMs
  }

  /** Whether anything of the track is on disk. */
  get isKept(): boolean {
    return this.#writtenMs !== undefined
  }

  /** Writes what is left, and how long it has become. */
  close(): void {
    try {
      this.#write()
    } finally {
      this.#finish()
    }
  }

  /** Ends a file that cannot be written any more, with what it holds; one that holds nothing is not left behind. */
  abandon(): void {
    try {
      this.#finish()
    } catch {
      // The disk has failed already, which is why the file is abandoned; what was written can be read without its length.
    }
    try {
      if (!this.isKept) rmSync(this.#path, { force: true })
    } catch {
      // A file of nothing does no harm.
    }
  }

  #finish(): void {
    try {
      writeSync(this.#file, webmDuration(this.#writtenMs ?? 0), 0, 8, this.#durationAt)
      fsyncSync(this.#file)
    } finally {
      closeSync(this.#file)
    }
  }

  #write(): void {
    const last = this.#frames.at(-1)
    if (last === undefined) return
    const cluster = webmCluster(this.#frames)
    this.#frames = []
    this.#append(cluster)
    this.#writtenMs = last.atMs
  }

  /** All of it, or nothing: a disk that fills up takes a part first. */
  #append(bytes: Buffer): void {
    try {
      let written = 0
      while (written < bytes.length)
        written += writeSync(this.#file, bytes, written, bytes.length - written, this.#sizeBytes + written)
      this.#sizeBytes += bytes.length
    } catch (cause) {
      ftruncateSync(this.#file, this.#sizeBytes)
      throw cause
    }
  }
}
