import type { Metrics } from '../metrics.ts'
import { BitrateMeter } from '../layers/bitrate-meter.ts'
import { qualityOfRid, type Quality } from '../layers/layer-choice.ts'
import { LossList } from '../rtp/loss-list.ts'
import { PacketRing } from '../rtp/packet-ring.ts'
import { Reception } from '../rtp/reception.ts'
import { packetsWanted, pictureLoss, type SenderClock } from '../rtp/rtcp.ts'
import type { RtpHeader } from '../rtp/rtp-packet.ts'
import { SequenceUnwrapper } from '../rtp/sequence.ts'

const PICTURE_EVERY_MS = 400
/** A whole picture this young, and what followed it, is given to whoever comes instead of asking for another. */
const PICTURE_FRESH_MS = PICTURE_EVERY_MS
const MOST_SINCE_PICTURE = 256
const LIVE_FOR_MS = 1_500
const VIDEO_KEPT = 768
const AUDIO_KEPT = 64
/** What this server calls itself in RTCP. */
export const OWN_SSRC = 1

/** One stream as it comes from its publisher: a microphone, or one size of a picture. */
export class UpLayer {
  readonly ssrc: number
  readonly rid: string
  readonly quality: Quality
  readonly isVideo: boolean
  readonly clockRate: number
  readonly payloadType: number
  readonly #reception: Reception
  readonly #ring: PacketRing
  readonly #losses = new LossList()
  readonly #meter = new BitrateMeter()
  readonly #unwrapper = new SequenceUnwrapper()
  readonly #feedback: (packet: Buffer) => void
  readonly #metrics: Metrics
  #lastMs = 0
  #highest = -1
  #picture: { readonly extended: number; readonly atMs: number } | undefined
  #pictureAskedMs = Number.NEGATIVE_INFINITY

  constructor(
    stream: {
      readonly ssrc: number
      readonly rid: string
      readonly isVideo: boolean
      readonly payloadType: number
      readonly clockRate: number
    },
    metrics: Metrics,
    feedback: (packet: Buffer) => void,
  ) {
    this.#metrics = metrics
    this.ssrc = stream.ssrc
    this.rid = stream.rid
    this.quality = qualityOfRid(stream.rid)
    this.isVideo = stream.isVideo
    this.payloadType = stream.payloadType
    this.clockRate = stream.clockRate
    this.#reception = new Reception(stream.ssrc, stream.clockRate)
    this.#ring = new PacketRing(stream.isVideo ? VIDEO_KEPT : AUDIO_KEPT)
    this.#feedback = feedback
  }

  /** Takes in a packet and answers its extended number; undefined for one that was here before. */
  take(packet: Buffer, header: RtpHeader, nowMs: number): number | undefined {
    const extended = this.#unwrapper.unwrap(header.sequence)
    if (this.#ring.get(extended) !== undefined) return undefined
    this.#ring.put(extended, packet)
    this.#highest = Math.max(this.#highest, extended)
    this.#lastMs = nowMs
    if (header.payloadEnd > header.payloadAt) this.#meter.note(packet.length, nowMs)
    this.#reception.note(extended, header.timestamp, nowMs)
    const place = this.#losses.note(extended)
    if (place === 'gap') this.askForLost(nowMs)
    if (place === 'torn') this.wantPicture(nowMs)
    return extended
  }

  kept(extended: number): Buffer | undefined {
    return this.#ring.get(extended)
  }

  /** A picture that needs no other begins with this packet. */
  notePicture(extended: number, nowMs: number): void {
    if (extended > (this.#picture?.extended ?? -1)) this.#picture = { extended, atMs: nowMs }
  }

  /** Every packet since the last whole picture began, in order; undefined where it is too old or something is missing. */
  sincePicture(nowMs: number): readonly { readonly extended: number; readonly packet: Buffer }[] | undefined {
    const from = this.#picture
    if (from === undefined || nowMs - from.atMs > PICTURE_FRESH_MS) return undefined
    if (this.#highest - from.extended >= MOST_SINCE_PICTURE) return undefined
    const packets: { extended: number; packet: Buffer }[] = []
    for (let extended = from.extended; extended <= this.#highest; extended += 1) {
      const packet = this.#ring.get(extended)
      if (packet === undefined) return undefined
      packets.push({ extended, packet })
    }
    return packets
  }

  isLive(nowMs: number): boolean {
    return nowMs - this.#lastMs < LIVE_FOR_MS
  }

  bitsPerSecond(nowMs: number): number {
    return this.#meter.bitsPerSecond(nowMs)
  }

  /** Asks for a whole picture, at most every so often however many receivers want one. */
  wantPicture(nowMs: number): void {
    if (!this.isVideo || nowMs - this.#pictureAskedMs < PICTURE_EVERY_MS) return
    this.#pictureAskedMs = nowMs
    this.#metrics.picturesWanted += 1
    this.#feedback(pictureLoss(OWN_SSRC, this.ssrc))
  }

  /** Asks for what is missing and due. */
  askForLost(nowMs: number): void {
    const due = this.#losses.due(nowMs)
    if (due.length === 0) return
    this.#metrics.packetsWanted += due.length
    const sequences = due.map((extended) => extended & 0xffff)
    this.#feedback(packetsWanted(OWN_SSRC, this.ssrc, sequences))
  }

  noteSenderReport(clock: SenderClock, nowMs: number): void {
    this.#reception.noteSenderReport(clock, nowMs)
  }

  get reception(): Reception {
    return this.#reception
  }
}
