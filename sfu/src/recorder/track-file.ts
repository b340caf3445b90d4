import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs'
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

/** One file of one track: whole up to the last second at any moment, whatever happens to the process. */
export class TrackFile {
  readonly #file: number
  readonly #durationAt: number
  #frames: WebmFrame[] = []
  #lastMs = 0

  /** Never writes over a file that is there; throws the system's error when the disk fails. */
  constructor(folder: string, { seat, source }: Whose, startedAt: number, track: WebmTrack) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const { bytes, durationAt } = webmHeader(track)
    this.#file = openSync(join(folder, `${startedAt}.${seat}.${source}.webm`), 'wx', 0o600)
    this.#durationAt = durationAt
    writeSync(this.#file, bytes)
  }

  /** Frames come in order. */
  add(frame: WebmFrame): void {
    const from = this.#frames[0]?.atMs ?? frame.atMs
    if (frame.atMs - from >= Math.min(CLUSTER_MS, LONGEST_CLUSTER_MS)) this.#write()
    this.#frames.push(frame)
    this.#lastMs = frame.atMs
  }

  get lastMs(): number {
    return this.#lastMs
  }

  /** Writes what is left, and how long it has become. */
  close(): void {
    try {
      this.#write()
      writeSync(this.#file, webmDuration(this.#lastMs), 0, 8, this.#durationAt)
      fsyncSync(this.#file)
    } finally {
      closeSync(this.#file)
    }
  }

  #write(): void {
    if (this.#frames.length > 0) writeSync(this.#file, webmCluster(this.#frames))
    this.#frames = []
  }
}
