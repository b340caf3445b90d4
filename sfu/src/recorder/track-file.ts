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

type Opened = { readonly path: string; readonly descriptor: number; readonly durationAt: number }

/** One file of one track: whole up to the last second at any moment, whatever happens to the process or to the disk. */
export class TrackFile {
  readonly #folder: string
  readonly #whose: Whose
  readonly #track: WebmTrack
  #opened: Opened | undefined
  #frames: WebmFrame[] = []
  #beganAt = Infinity
  #lastMs = 0
  #writtenMs: number | undefined
  #sizeBytes = 0

  constructor(folder: string, whose: Whose, track: WebmTrack) {
    this.#folder = folder
    this.#whose = whose
    this.#track = track
  }

  /**
   * Frames come in order, each with the moment it arrived. The file begins where the promptest frame of its first second
   * says: a first one that was held up on its way does not shift all the others. Throws when the disk fails; the file is
   * then to be abandoned.
   */
  add(frame: WebmFrame, arrivedAt: number): void {
    this.#beganAt = Math.min(this.#beganAt, arrivedAt - frame.atMs)
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
    } catch (cause) {
      this.abandon()
      throw cause
    }
    this.#finish()
  }

  /** Ends a file that cannot be written any more, with what it holds; one that holds nothing is not left behind. */
  abandon(): void {
    try {
      this.#finish()
    } catch {
      // The disk has failed already, which is why the file is abandoned; what was written can be read without its length.
    }
    try {
      if (this.#opened !== undefined && !this.isKept) rmSync(this.#opened.path, { force: true })
    } catch {
      // A file of nothing does no harm.
    }
  }

  /** Never opens a file that is there. */
  #open(): Opened {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
    const { seat, source } = this.#whose
    const path = join(this.#folder, `${Math.round(this.#beganAt)}.${seat}.${source}.webm`)
    const { bytes, durationAt } = webmHeader(this.#track)
    const opened = { path, descriptor: openSync(path, 'wx', 0o600), durationAt }
    this.#opened = opened
    this.#append(opened, bytes)
    return opened
  }

  #finish(): void {
    if (this.#opened === undefined) return
    const { descriptor, durationAt } = this.#opened
    try {
      writeSync(descriptor, webmDuration(this.#writtenMs ?? 0), 0, 8, durationAt)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
  }

  #write(): void {
    const last = this.#frames.at(-1)
    if (last === undefined) return
    const cluster = webmCluster(this.#frames)
    this.#frames = []
    this.#append(this.#opened ?? this.#open(), cluster)
    this.#writtenMs = last.atMs
  }

  /** All of it, or nothing: a disk that fills up takes a part first. */
  #append({ descriptor }: Opened, bytes: Buffer): void {
    try {
      let written = 0
      while (written < bytes.length)
        written += writeSync(descriptor, bytes, written, bytes.length - written, this.#sizeBytes + written)
      this.#sizeBytes += bytes.length
    } catch (cause) {
      ftruncateSync(descriptor, this.#sizeBytes)
      throw cause
    }
  }
}
