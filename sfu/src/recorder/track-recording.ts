import { LossList } from '../rtp/loss-list.ts'
import type { RtpHeader } from '../rtp/rtp-packet.ts'
import { PacketsInOrder, type OrderedPacket } from './packets-in-order.ts'
import { TrackFile, type Whose } from './track-file.ts'
import { Vp8Pictures } from './vp8-pictures.ts'
import type { WebmFrame, WebmTrack } from './webm.ts'

export type TrackRecordingSettings = {
  readonly folder: string
  readonly whose: Whose
  readonly kind: 'audio' | 'video'
  /** How far the clock of the record is ahead of this machine's. */
  readonly clockAheadMs: number
  /** Told when a file cannot be written; after a while another is begun with the first frame that can begin one. */
  readonly onTrouble: (cause: unknown) => void
  /** Told when, after such trouble, something is on disk again. */
  readonly onKeptAgain: () => void
}

/** Media time and the time of arrival part by so much only where a track was interrupted: then a new file begins. */
const MOST_APART_MS = 1500
/** A disk that takes nothing is left in peace so long. */
const AFTER_TROUBLE_MS = 3000
const RATES = { audio: 48, video: 90 } as const

/** Writes one track as it arrives, one file for each run without interruption. */
export class TrackRecording {
  readonly #settings: TrackRecordingSettings
  readonly #order = new PacketsInOrder()
  readonly #pictures = new Vp8Pictures()
  readonly losses = new LossList()
  #file: TrackFile | undefined
  #begun = { wallMs: 0, timestamp: 0 }
  #troubledMs: number | undefined
  highestSequence = 0

  constructor(settings: TrackRecordingSettings) {
    this.#settings = settings
  }

  take(packet: Buffer, header: RtpHeader, nowMs: number): void {
    const extended = this.#order.take(packet, header, nowMs)
    this.highestSequence = Math.max(this.highestSequence, extended)
    this.losses.note(extended)
    this.flush(nowMs)
  }

  /** Writes what has waited long enough. */
  flush(nowMs: number): void {
    for (const ordered of this.#order.ready(nowMs)) this.#write(ordered)
  }

  /** Whether a picture that needs no other is needed to go on. */
  get wantsKey(): boolean {
    return this.#settings.kind === 'video' && this.#pictures.wantsKey && !this.#isTroubled(Date.now())
  }

  close(): void {
    const file = this.#file
    this.#file = undefined
    if (file !== undefined) this.#guarded(() => file.close())
  }

  #write(ordered: OrderedPacket): void {
    const { packet, header, arrivedMs } = ordered
    if (this.#settings.kind === 'audio') {
      const bytes = packet.subarray(header.payloadAt, header.payloadEnd)
      if (bytes.length > 0) this.#add({ isKey: true, bytes }, header.timestamp, arrivedMs, STEREO)
      return
    }
    const picture = this.#pictures.take(ordered)
    if (picture === undefined) return
    const { width, height } = picture
    const begins: WebmTrack | undefined = picture.isKey ? { kind: 'video', width, height } : undefined
    this.#add(picture, picture.timestamp, arrivedMs, begins)
  }

  /** `begins` is what a file beginning with this frame would hold; `undefined` where none can. */
  #add(
    frame: Omit<WebmFrame, 'atMs'>,
    timestamp: number,
    nowMs: number,
    begins: WebmTrack | undefined,
  ): void {
    if (this.#isTroubled(nowMs)) return this.#wantKey()
    this.#guarded(() => {
      const { clockAheadMs, folder, whose } = this.#settings
      let atMs = this.#momentOf(timestamp, nowMs)
      if (this.#file === undefined || atMs === undefined) {
        this.close()
        if (begins === undefined) return this.#wantKey()
        this.#file = new TrackFile(folder, whose, begins)
        this.#begun = { wallMs: nowMs, timestamp }
        atMs = 0
      }
      this.#file.add({ ...frame, atMs }, nowMs + clockAheadMs)
      if (this.#troubledMs === undefined || !this.#file.isKept) return
      this.#troubledMs = undefined
      this.#settings.onKeptAgain()
    })
  }

  /** When in the file this frame is; `undefined` where the file does not reach. */
  #momentOf(timestamp: number, nowMs: number): number | undefined {
    const passed = (timestamp - this.#begun.timestamp) / RATES[this.#settings.kind]
    // Media time runs in a circle of 32 bits; the time of arrival says how often it went around.
    const circle = 2 ** 32 / RATES[this.#settings.kind]
    const wall = nowMs - this.#begun.wallMs
    const ms = Math.round(passed + Math.round((wall - passed) / circle) * circle)
    return ms < (this.#file?.lastMs ?? 0) || Math.abs(ms - wall) > MOST_APART_MS ? undefined : ms
  }

  #isTroubled(nowMs: number): boolean {
    return this.#file === undefined && nowMs - (this.#troubledMs ?? -Infinity) < AFTER_TROUBLE_MS
  }

  #wantKey(): void {
    this.#pictures.wantsKey = true
  }

  #guarded(write: () => void): void {
    try {
      write()
    } catch (cause) {
      this.#file?.abandon()
      this.#file = undefined
      this.#troubledMs = Date.now()
      this.#wantKey()
      this.#settings.onTrouble(cause)
    }
  }
}

const STEREO: WebmTrack = { kind: 'audio', channels: 2 }
