import { StreamRewriter } from '../layers/stream-rewriter.ts'
import type { Quality } from '../layers/layer-choice.ts'
import { readRtp, writeRtpHeader, type RtpHeader, type SectionMark } from '../rtp/rtp-packet.ts'
import { senderReport, type SenderClock } from '../rtp/rtcp.ts'
import { readVp8, renumberVp8, type Vp8Descriptor } from '../rtp/vp8.ts'
import type { PublishedTrack, TrackPacket } from './published-track.ts'
import type { UpLayer } from './up-layer.ts'

const scratch = Buffer.allocUnsafe(2_048)
const MOST_RESENT_AT_ONCE = 64

/** How the receiver wants to be sent this track; agreed in the SDP. */
export interface AgreedSending {
  readonly section: SectionMark | undefined
  readonly payloadType: number
  readonly repairPayloadType: number | undefined
  readonly sendTimeId: number
}

/** Where the copies go. */
export interface PacketSink {
  /** Whether anything sent now arrives: a picture spent on a connection that does not stand yet would be missed. */
  readonly isOpen: boolean
  sendPacket(packet: Buffer): void
}

/** One participant's receiving of one track: which layer, under which numbers, and what has been sent so far. */
export class Subscription {
  readonly track: PublishedTrack
  readonly publisherSid: string
  readonly ssrc: number
  readonly repairSsrc: number
  readonly #sink: PacketSink
  readonly #rewriter = new StreamRewriter<UpLayer>()
  #agreed: AgreedSending | undefined
  #target: Quality | 'paused' | 'none' = 2
  #repairSequence = 0
  #packets = 0
  #bytes = 0
  #skipped = false
  /** What the receiver asked for in its settings. */
  wish: { readonly largest: Quality; readonly disabled: boolean } = { largest: 2, disabled: false }

  constructor(track: PublishedTrack, publisherSid: string, ssrc: number, sink: PacketSink) {
    this.track = track
    this.publisherSid = publisherSid
    this.ssrc = ssrc
    this.repairSsrc = ssrc + 1
    this.#sink = sink
  }

  get agreed(): AgreedSending | undefined {
    return this.#agreed
  }

  /** Begins sending as agreed, or stops where nothing is agreed any more. */
  agree(sending: AgreedSending | undefined, nowMs: number): void {
    const begins = this.#agreed === undefined && sending !== undefined
    this.#agreed = sending
    if (begins) this.start(nowMs)
  }

  /**
   * Gives the receiver its first picture as soon as can be: the one its publisher has just sent, else a new one. Before the
   * connection stands a picture is asked for, so that there is a fresh one when it does.
   */
  start(nowMs: number): void {
    const agreed = this.#agreed
    if (agreed === undefined || !this.track.isVideo || this.#rewriter.source !== undefined) return
    if (this.wish.disabled || this.track.info.muted) return
    const layer = this.#layerAimedAt(nowMs)
    const kept = this.#sink.isOpen ? layer?.sincePicture(nowMs) : undefined
    if (layer === undefined || kept === undefined) return this.track.wantPicture(nowMs)
    for (const { extended, packet } of kept) {
      const header = readRtp(packet)
      if (header === undefined) continue
      const vp8 = readVp8(packet, header.payloadAt, header.payloadEnd)
      this.#passVideo({ packet, header, extended, layer, vp8, nowMs }, agreed)
    }
  }

  get target(): Quality | 'paused' | 'none' {
    return this.#target
  }

  /** Aims at a layer; the change happens at that layer's next whole picture. */
  aim(target: Quality | 'paused' | 'none', nowMs: number): void {
    if (target === this.#target) return
    this.#target = target
    if (typeof target === 'number') this.#layerAimedAt(nowMs)?.wantPicture(nowMs)
  }

  /** Sends one packet of the track on, if it is of the layer this receiver gets; answers whether it was sent. */
  pass(incoming: TrackPacket): boolean {
    const agreed = this.#agreed
    if (agreed === undefined || this.wish.disabled || !this.#sink.isOpen) {
      this.#skipped = true
      return false
    }
    return this.track.isVideo ? this.#passVideo(incoming, agreed) : this.#passAudio(incoming, agreed)
  }

  /** Leaves out this packet of a microphone that is not among those passed on now. */
  skip(): void {
    this.#skipped = true
  }

  /** Sends again what the receiver missed; answers how many packets were found. */
  resend(sequences: readonly number[], nowMs: number): number {
    const agreed = this.#agreed
    if (agreed === undefined) return 0
    let found = 0
    for (const sequence of sequences.slice(0, MOST_RESENT_AT_ONCE)) {
      const origin = this.#rewriter.originOf(sequence)
      const packet = origin?.source.kept(origin.extended)
      const header = packet === undefined ? undefined : readRtp(packet)
      if (origin === undefined || packet === undefined || header === undefined) continue
      const vp8 = this.track.isVideo ? readVp8(packet, header.payloadAt, header.payloadEnd) : undefined
      const numbers = origin.numbersOf({ extended: origin.extended, timestamp: header.timestamp, vp8 })
      this.#emit({ packet, header, vp8 }, agreed, numbers, nowMs, agreed.repairPayloadType !== undefined)
      found += 1
    }
    return found
  }

  /** The receiver lost its picture. */
  wantPicture(nowMs: number): void {
    this.#rewriter.source?.wantPicture(nowMs)
  }

  /** Passes on the publisher's clock for the layer being sent, in this stream's own timestamps. */
  relayClock(layer: UpLayer, clock: SenderClock): void {
    if (this.#agreed === undefined || this.#rewriter.source !== layer || this.#packets === 0) return
    const timestamp = (clock.timestamp + this.#rewriter.timestampShift) >>> 0
    this.#sink.sendPacket(senderReport(this.ssrc, { ...clock, timestamp }, this.#packets, this.#bytes))
  }

  #passAudio(incoming: TrackPacket, agreed: AgreedSending): boolean {
    const { layer, header, extended, nowMs } = incoming
    const numbers = { extended, timestamp: header.timestamp, vp8: undefined }
    if (this.#rewriter.source !== layer) this.#begin(incoming)
    else if (this.#skipped) {
      const continued = (header.timestamp + this.#rewriter.timestampShift) >>> 0
      this.#rewriter.begin(layer, numbers, nowMs, layer.clockRate, continued)
    }
    this.#skipped = false
    return this.#sendNext(incoming, agreed)
  }

  #passVideo(incoming: TrackPacket, agreed: AgreedSending): boolean {
    const { layer, nowMs, vp8, header } = incoming
    if (header.payloadAt === header.payloadEnd) return this.#passPadding(incoming, agreed)
    if (vp8 === undefined) return false
    if (typeof this.#target !== 'number') {
      this.#skipped = true
      return false
    }
    const current = this.#rewriter.source
    if (current === layer && !this.#skipped) {
      const aimedAt = this.#layerAimedAt(nowMs)
      if (aimedAt !== layer) aimedAt?.wantPicture(nowMs)
      return this.#sendNext(incoming, agreed)
    }
    if (this.#layerAimedAt(nowMs) !== layer) return false
    if (!vp8.startsKeyframe) {
      layer.wantPicture(nowMs)
      return false
    }
    this.#begin(incoming)
    this.#skipped = false
    return this.#sendNext(incoming, agreed)
  }

  /** A sender probing its line fills it with empty packets; they are of no use to a receiver. */
  #passPadding(incoming: TrackPacket, agreed: AgreedSending): boolean {
    if (this.#rewriter.source !== incoming.layer || this.#skipped) return false
    return this.#rewriter.leaveOut(incoming.extended) ? false : this.#sendNext(incoming, agreed)
  }

  /** The live layer nearest to the aim: the largest not above it, else the smallest. */
  #layerAimedAt(nowMs: number): UpLayer | undefined {
    const target = this.#target
    if (typeof target !== 'number') return undefined
    let below: UpLayer | undefined
    let above: UpLayer | undefined
    for (const layer of this.track.layers.values()) {
      if (!layer.isLive(nowMs)) continue
      if (layer.quality <= target) {
        if (below === undefined || layer.quality > below.quality) below = layer
      } else if (above === undefined || layer.quality < above.quality) above = layer
    }
    return below ?? above
  }

  #begin({ layer, header, extended, vp8, nowMs }: TrackPacket): void {
    const before = this.#rewriter.source
    const numbers = { extended, timestamp: header.timestamp, vp8 }
    const timestamp = before === undefined ? undefined : this.#byClocks(before, layer, header.timestamp)
    this.#rewriter.begin(layer, numbers, nowMs, layer.clockRate, timestamp)
    const clock = layer.reception.senderClock
    if (clock !== undefined) this.relayClock(layer, clock)
  }

  /** Where a moment of one layer lies in the outgoing timestamps, by the clock both layers report against. */
  #byClocks(before: UpLayer, next: UpLayer, timestamp: number): number | undefined {
    const from = before.reception.senderClock
    const to = next.reception.senderClock
    if (from === undefined || to === undefined) return undefined
    const seconds = to.ntpSeconds - from.ntpSeconds + (to.ntpFraction - from.ntpFraction) / 2 ** 32
    const sameMoment = from.timestamp + Math.round(seconds * next.clockRate)
    return (timestamp - to.timestamp + sameMoment + this.#rewriter.timestampShift) >>> 0
  }

  #sendNext(incoming: TrackPacket, agreed: AgreedSending): boolean {
    const { packet, header, extended, vp8, nowMs } = incoming
    const numbers = this.#rewriter.next({ extended, timestamp: header.timestamp, vp8 }, nowMs)
    if (numbers === undefined) return false
    this.#emit({ packet, header, vp8 }, agreed, numbers, nowMs, false)
    this.#packets += 1
    this.#bytes += header.payloadEnd - header.payloadAt
    return true
  }

  #emit(
    original: {
      readonly packet: Buffer
      readonly header: RtpHeader
      readonly vp8: Vp8Descriptor | undefined
    },
    agreed: AgreedSending,
    numbers: { sequence: number; timestamp: number; pictureId: number; baseIndex: number },
    nowMs: number,
    asRepair: boolean,
  ): void {
    const { packet, header, vp8 } = original
    if (asRepair) this.#repairSequence = (this.#repairSequence + 1) & 0xffff
    let at = writeRtpHeader(
      scratch,
      {
        payloadType: asRepair ? (agreed.repairPayloadType ?? agreed.payloadType) : agreed.payloadType,
        marker: header.marker,
        sequence: asRepair ? this.#repairSequence : numbers.sequence,
        timestamp: numbers.timestamp,
        ssrc: asRepair ? this.repairSsrc : this.ssrc,
        sendTimeId: agreed.sendTimeId,
        section: agreed.section,
      },
      nowMs,
    )
    if (asRepair) at = scratch.writeUInt16BE(numbers.sequence, at)
    const end = at + packet.copy(scratch, at, header.payloadAt, header.payloadEnd)
    if (vp8 !== undefined) renumberVp8(scratch, at, vp8, numbers)
    this.#sink.sendPacket(scratch.subarray(0, end))
  }
}
