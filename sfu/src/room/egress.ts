import { StreamState, TrackSource, VideoQuality } from '@livekit/protocol'
import { BitrateMeter } from '../layers/bitrate-meter.ts'
import { Downlink } from '../layers/downlink.ts'
import { fittingLayer, shareLine, type Quality, type WantedVideo } from '../layers/layer-choice.ts'
import type { Metrics } from '../metrics.ts'
import type { RtcpMessage } from '../rtp/rtcp.ts'
import type { PublishedTrack } from './published-track.ts'
import { Subscription, type PacketSink } from './subscription.ts'

const SHARE_EVERY_MS = 500
/** A sudden burst of keyframes is not a measure of a layer: what a layer costs is never put under this. */
const LEAST_LAYER_BITS_PER_SECOND = 40_000

export interface EgressEvents {
  readonly send: (packet: Buffer) => boolean
  readonly onStreamState: (
    states: readonly { readonly subscription: Subscription; readonly state: StreamState }[],
  ) => void
}

let nextSsrc = 0x10_0000

/** Everything that goes to one participant: its subscriptions, and how they share its line. */
export class Egress {
  readonly #events: EgressEvents
  readonly #metrics: Metrics
  readonly #byTrack = new Map<string, Subscription>()
  readonly #bySsrc = new Map<number, Subscription>()
  readonly #downlink = new Downlink()
  readonly #meter = new BitrateMeter()
  readonly #sink: PacketSink
  readonly #states = new Map<Subscription, StreamState>()
  #isOpen = false
  #estimate: number | undefined
  #loss: number | undefined
  #sharedMs = 0

  constructor(metrics: Metrics, events: EgressEvents) {
    this.#metrics = metrics
    this.#events = events
    const isOpen = (): boolean => this.#isOpen
    this.#sink = {
      get isOpen() {
        return isOpen()
      },
      sendPacket: (packet) => this.#send(packet),
    }
  }

  /** The connection stands: what has been agreed begins to flow. */
  open(nowMs: number): void {
    this.#isOpen = true
    for (const subscription of this.#byTrack.values()) subscription.start(nowMs)
  }

  get subscriptions(): IterableIterator<Subscription> {
    return this.#byTrack.values()
  }

  subscriptionTo(trackSid: string): Subscription | undefined {
    return this.#byTrack.get(trackSid)
  }

  subscribe(track: PublishedTrack, publisherSid: string): Subscription {
    const held = this.#byTrack.get(track.sid)
    if (held !== undefined) return held
    nextSsrc += 2
    const subscription = new Subscription(track, publisherSid, nextSsrc, this.#sink)
    this.#byTrack.set(track.sid, subscription)
    this.#bySsrc.set(subscription.ssrc, subscription)
    track.subscriptions.add(subscription)
    return subscription
  }

  unsubscribe(trackSid: string): Subscription | undefined {
    const subscription = this.#byTrack.get(trackSid)
    if (subscription === undefined) return undefined
    subscription.agree(undefined, 0)
    this.#byTrack.delete(trackSid)
    this.#bySsrc.delete(subscription.ssrc)
    this.#states.delete(subscription)
    subscription.track.subscriptions.delete(subscription)
    return subscription
  }

  takeReport(message: RtcpMessage, nowMs: number): void {
    switch (message.kind) {
      case 'packets wanted':
        this.#metrics.packetsResent += this.#bySsrc.get(message.ssrc)?.resend(message.sequences, nowMs) ?? 0
        return
      case 'picture wanted':
        this.#bySsrc.get(message.ssrc)?.wantPicture(nowMs)
        return
      case 'bitrate':
        this.#estimate = message.bitsPerSecond
        return
      case 'reception': {
        const shares = message.blocks
          .filter((block) => this.#bySsrc.has(block.ssrc))
          .map((block) => block.fractionLost / 256)
        if (shares.length > 0) this.#loss = Math.max(...shares, this.#loss ?? 0)
        return
      }
      case 'sender report':
        return
    }
  }

  /** Judges the line and shares it anew when it is time; `force` does it now. */
  tick(nowMs: number, force = false): void {
    if (!force && nowMs - this.#sharedMs < SHARE_EVERY_MS) return
    if (!force) {
      this.#sharedMs = nowMs
      this.#downlink.note({
        nowMs,
        sentBitsPerSecond: this.#meter.bitsPerSecond(nowMs),
        ...(this.#loss === undefined ? {} : { lossShare: this.#loss }),
        ...(this.#estimate === undefined ? {} : { receiverEstimate: this.#estimate }),
      })
      this.#loss = undefined
    }
    this.#share(nowMs)
  }

  /** What the receiver would be sent now if its line were wide: the basis of what its publishers need to send. */
  static needed(subscription: Subscription): Quality | undefined {
    return subscription.wish.disabled || subscription.agreed === undefined
      ? undefined
      : subscription.wish.largest
  }

  get limitBitsPerSecond(): number {
    return this.#downlink.limitBitsPerSecond
  }

  close(): void {
    for (const trackSid of this.#byTrack.keys()) this.unsubscribe(trackSid)
  }

  #send(packet: Buffer): void {
    if (!this.#events.send(packet)) return
    this.#metrics.packetsOut += 1
    this.#metrics.bytesOut += packet.length
    this.#meter.note(packet.length, Date.now())
  }

  #share(nowMs: number): void {
    const videos = [...this.#byTrack.values()].filter((subscription) => subscription.track.isVideo)
    if (videos.length === 0) return
    const wanted = videos.map((subscription): WantedVideo => ({
      largest: Egress.needed(subscription),
      isScreen: subscription.track.info.source === TrackSource.SCREEN_SHARE,
      offered: subscription.track.liveLayers(nowMs).map((layer) => ({
        quality: layer.quality,
        bitsPerSecond: Math.max(LEAST_LAYER_BITS_PER_SECOND, layer.bitsPerSecond(nowMs)),
      })),
    }))
    const limit = this.#downlink.limitBitsPerSecond
    const shares =
      limit === Number.POSITIVE_INFINITY
        ? wanted.map((video) =>
            video.largest === undefined ? 'none' : (fittingLayer(video)?.quality ?? 'none'),
          )
        : shareLine(wanted, limit)
    const changed: { subscription: Subscription; state: StreamState }[] = []
    videos.forEach((subscription, index) => {
      const share = shares[index] ?? 'none'
      // A track that sends nothing at present keeps its aim, so that it starts at once when it comes back.
      subscription.aim(share === 'none' ? subscription.wish.largest : share, nowMs)
      const state = share === 'paused' ? StreamState.PAUSED : StreamState.ACTIVE
      if (state === (this.#states.get(subscription) ?? StreamState.ACTIVE)) return
      this.#states.set(subscription, state)
      changed.push({ subscription, state })
    })
    if (changed.length > 0) this.#events.onStreamState(changed)
  }
}

/** The layer a receiver's setting stands for. */
export const qualityOfSetting = (quality: VideoQuality): Quality =>
  quality === VideoQuality.LOW ? 0 : quality === VideoQuality.MEDIUM ? 1 : 2
