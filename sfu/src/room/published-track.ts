import { TrackType, type TrackInfo } from '@livekit/protocol'
import { readVp8, type Vp8Descriptor } from '../rtp/vp8.ts'
import type { RtpHeader } from '../rtp/rtp-packet.ts'
import type { Subscription } from './subscription.ts'
import type { UpLayer } from './up-layer.ts'

/** A packet as the subscriptions of its track get it. */
export interface TrackPacket {
  readonly packet: Buffer
  readonly header: RtpHeader
  readonly extended: number
  readonly layer: UpLayer
  readonly vp8: Vp8Descriptor | undefined
  readonly nowMs: number
}

/** A track one participant publishes, with the streams that carry it and those who receive it. */
export class PublishedTrack {
  readonly info: TrackInfo
  readonly cid: string
  readonly isVideo: boolean
  readonly layers = new Map<string, UpLayer>()
  readonly subscriptions = new Set<Subscription>()
  /** The section it comes in; undefined until the client's offer carries it. */
  mid: string | undefined
  hasBeenSubscribed = false

  constructor(info: TrackInfo, cid: string) {
    this.info = info
    this.cid = cid
    this.isVideo = info.type === TrackType.VIDEO
  }

  get sid(): string {
    return this.info.sid
  }

  get isLive(): boolean {
    return this.mid !== undefined
  }

  /** Passes one packet on to everyone who receives this track; answers to how many it went. */
  pass(packet: Buffer, header: RtpHeader, extended: number, layer: UpLayer, nowMs: number): number {
    const vp8 = this.isVideo ? readVp8(packet, header.payloadAt, header.payloadEnd) : undefined
    if (vp8?.startsKeyframe === true) layer.notePicture(extended, nowMs)
    const passed: TrackPacket = { packet, header, extended, layer, vp8, nowMs }
    let copies = 0
    for (const subscription of this.subscriptions) if (subscription.pass(passed)) copies += 1
    return copies
  }

  liveLayers(nowMs: number): UpLayer[] {
    return [...this.layers.values()].filter((layer) => layer.isLive(nowMs))
  }

  wantPicture(nowMs: number): void {
    for (const layer of this.layers.values()) layer.wantPicture(nowMs)
  }
}
