import type { Metrics } from '../metrics.ts'
import { LIMITS } from '../limits.ts'
import { bitrateLimit, receiverReport, type ReportBlock, type RtcpMessage } from '../rtp/rtcp.ts'
import {
  readExtension,
  readRtp,
  unwrapRetransmission,
  type ExtensionName,
  type RtpHeader,
} from '../rtp/rtp-packet.ts'
import { agreedCodec, extensionNamed, type MediaSection } from '../sdp/session-description.ts'
import { Uplink } from '../layers/uplink.ts'
import { Queueing } from '../rtp/queueing.ts'
import type { PublishedTrack } from './published-track.ts'
import { OWN_SSRC, UpLayer } from './up-layer.ts'

const REPORT_EVERY_MS = 500

interface Incoming {
  readonly track: PublishedTrack
  readonly section: MediaSection
  readonly payloadType: number
  readonly clockRate: number
  readonly repairPayloadType: number | undefined
}

export interface IngressEvents {
  readonly onPacket: (
    track: PublishedTrack,
    layer: UpLayer,
    packet: Buffer,
    header: RtpHeader,
    extended: number,
    nowMs: number,
    audioLevel: Buffer | undefined,
  ) => void
  readonly onClock: (track: PublishedTrack, layer: UpLayer) => void
  readonly feedback: (packet: Buffer) => void
}

/** Everything that comes from one participant: finds each packet's track and layer, and tells the sender how it goes. */
export class Ingress {
  readonly #events: IngressEvents
  readonly #metrics: Metrics
  #extensionIds = new Map<number, ExtensionName>()
  readonly #byMid = new Map<string, Incoming>()
  readonly #streams = new Map<number, { readonly incoming: Incoming; readonly layer: UpLayer }>()
  readonly #repairs = new Map<number, number>()
  readonly #queueing = new Queueing()
  readonly #uplink = new Uplink()
  #reportedMs = 0

  constructor(metrics: Metrics, events: IngressEvents) {
    this.#metrics = metrics
    this.#events = events
  }

  /** Learns from an offer which extensions are used under which number. */
  learnExtensions(sections: readonly MediaSection[]): void {
    const ids = new Map<number, ExtensionName>()
    for (const section of sections) {
      for (const [id, uri] of section.extensions) {
        const name = extensionNamed(uri)
        if (name !== undefined) ids.set(id, name)
      }
    }
    this.#extensionIds = ids
  }

  /** From now on the packets of this section belong to the track. False where they agree on no codec. */
  bind(section: MediaSection, track: PublishedTrack): boolean {
    const agreed = agreedCodec(section)
    if (agreed === undefined) return false
    const incoming: Incoming = {
      track,
      section,
      payloadType: agreed.codec.payloadType,
      clockRate: agreed.codec.clockRate,
      repairPayloadType: agreed.repairPayloadType,
    }
    this.#byMid.set(section.mid, incoming)
    for (const ssrc of section.ssrcs.slice(0, LIMITS.streamsPerTrack)) {
      if (!this.#streams.has(ssrc)) this.#open(incoming, ssrc, '')
      const repair = section.repairs.get(ssrc)
      if (repair !== undefined) this.#repairs.set(repair, ssrc)
    }
    return true
  }

  /** Packets of this track are not looked at any more. */
  unbind(track: PublishedTrack): void {
    for (const [mid, incoming] of this.#byMid) if (incoming.track === track) this.#byMid.delete(mid)
    for (const [ssrc, { incoming }] of this.#streams) if (incoming.track === track) this.#streams.delete(ssrc)
    track.layers.clear()
  }

  takeMedia(packet: Buffer, nowMs: number): void {
    this.#metrics.packetsIn += 1
    this.#metrics.bytesIn += packet.length
    const header = packet.length > LIMITS.packetBytes ? undefined : readRtp(packet)
    if (header === undefined) {
      this.#metrics.packetsDropped += 1
      return
    }
    const stream = this.#streams.get(header.ssrc) ?? this.#meet(packet, header)
    if (stream !== undefined) {
      if (header.payloadType === stream.layer.payloadType) this.#take(stream, packet, header, nowMs)
      return
    }
    const repaired = this.#streams.get(this.#repairs.get(header.ssrc) ?? -1)
    if (repaired === undefined || header.payloadType !== repaired.incoming.repairPayloadType) {
      this.#metrics.packetsDropped += 1
      return
    }
    const original = unwrapRetransmission(packet, header, repaired.layer)
    const originalHeader = original === undefined ? undefined : readRtp(original)
    if (original !== undefined && originalHeader !== undefined)
      this.#take(repaired, original, originalHeader, nowMs)
  }

  /** Acts on what the participant's RTCP says about its own streams. */
  takeReport(message: RtcpMessage, nowMs: number): void {
    if (message.kind !== 'sender report') return
    const stream = this.#streams.get(message.ssrc)
    if (stream === undefined) return
    stream.layer.noteSenderReport(message.clock, nowMs)
    this.#events.onClock(stream.incoming.track, stream.layer)
  }

  /** Asks for lost packets, and reports at its time. */
  tick(nowMs: number): void {
    for (const { layer } of this.#streams.values()) layer.askForLost(nowMs)
    if (nowMs - this.#reportedMs < REPORT_EVERY_MS) return
    this.#reportedMs = nowMs
    const blocks: ReportBlock[] = []
    const videos: number[] = []
    for (const { layer } of this.#streams.values()) {
      const block = layer.isLive(nowMs) ? layer.reception.report(nowMs) : undefined
      if (block !== undefined) blocks.push(block)
      if (block !== undefined && layer.isVideo) videos.push(layer.ssrc)
    }
    if (blocks.length > 0) this.#events.feedback(receiverReport(OWN_SSRC, blocks))
    if (videos.length === 0) return
    this.#uplink.note({
      bitsPerSecond: this.#bitsPerSecond(nowMs),
      lossShare: this.lossShare(nowMs),
      queueMs: this.#queueing.takeLeastMs(),
    })
    this.#events.feedback(bitrateLimit(OWN_SSRC, this.#uplink.limitBitsPerSecond, videos))
  }

  #bitsPerSecond(nowMs: number): number {
    let sum = 0
    for (const { layer } of this.#streams.values()) sum += layer.bitsPerSecond(nowMs)
    return sum
  }

  /** The worst share of loss among the streams that come in now. */
  lossShare(nowMs: number): number {
    let worst = 0
    for (const { layer } of this.#streams.values()) {
      if (layer.isLive(nowMs)) worst = Math.max(worst, layer.reception.lossShare)
    }
    return worst
  }

  #take(
    stream: { readonly incoming: Incoming; readonly layer: UpLayer },
    packet: Buffer,
    header: RtpHeader,
    nowMs: number,
  ): void {
    const { incoming, layer } = stream
    const extended = layer.take(packet, header, nowMs)
    if (extended === undefined) return
    const sentAt = layer.isVideo ? readExtension(packet, header, this.#extensionIds, 'send-time') : undefined
    if (sentAt !== undefined) this.#queueing.note(sentAt, nowMs)
    const level = layer.isVideo ? undefined : readExtension(packet, header, this.#extensionIds, 'audio-level')
    this.#events.onPacket(incoming.track, layer, packet, header, extended, nowMs, level)
  }

  /** Meets an SSRC for the first time: the section and the layer stand in the packet itself. */
  #meet(packet: Buffer, header: RtpHeader): { incoming: Incoming; layer: UpLayer } | undefined {
    if (this.#repairs.has(header.ssrc)) return undefined
    const text = (name: ExtensionName): string | undefined =>
      readExtension(packet, header, this.#extensionIds, name)?.toString('latin1')
    const incoming = this.#byMid.get(text('mid') ?? '')
    if (incoming === undefined) return undefined
    const repairedRid = text('repaired-rid')
    if (repairedRid !== undefined) {
      const layer = incoming.track.layers.get(repairedRid)
      if (layer !== undefined) this.#repairs.set(header.ssrc, layer.ssrc)
      return undefined
    }
    if (header.payloadType !== incoming.payloadType) return undefined
    const rid = text('rid') ?? ''
    if (incoming.section.rids.length > 0 && !incoming.section.rids.includes(rid)) return undefined
    return this.#open(incoming, header.ssrc, rid)
  }

  #open(incoming: Incoming, ssrc: number, rid: string): { incoming: Incoming; layer: UpLayer } {
    const before = incoming.track.layers.get(rid)
    if (before !== undefined) this.#streams.delete(before.ssrc)
    const layer = new UpLayer(
      {
        ssrc,
        rid,
        isVideo: incoming.track.isVideo,
        payloadType: incoming.payloadType,
        clockRate: incoming.clockRate,
      },
      this.#metrics,
      this.#events.feedback,
    )
    incoming.track.layers.set(rid, layer)
    const stream = { incoming, layer }
    this.#streams.set(ssrc, stream)
    return stream
  }
}
