import { SessionDescription, SignalTarget, TrickleRequest, type SignalResponse } from '@livekit/protocol'
import {
  MID_URI,
  readSessionDescription,
  SEND_TIME_URI,
  type MediaSection,
} from '../sdp/session-description.ts'
import { writeSessionDescription, type LocalEnd, type WrittenSection } from '../sdp/write-description.ts'
import type { PeerTransport } from '../transport/peer-transport.ts'
import { LOSSY, RELIABLE } from './data-relay.ts'
import type { Egress } from './egress.ts'
import type { Negotiation, NegotiationHost } from './negotiation.ts'
import { sendingOn, sentTrackOf } from './single-negotiation.ts'

const ALIVE_WITHIN_MS = 6_000
const CHANNELS = [
  { label: RELIABLE, lossy: false },
  { label: LOSSY, lossy: true },
] as const

const DATA_SECTION: MediaSection = {
  kind: 'application',
  protocol: 'UDP/DTLS/SCTP',
  mid: '0',
  direction: 'sendrecv',
  codecs: [],
  extensions: new Map(),
  rids: [],
  trackName: undefined,
  ssrcs: [],
  repairs: new Map(),
}

const offeredSection = (mid: string, isVideo: boolean): MediaSection => ({
  ...DATA_SECTION,
  kind: isVideo ? 'video' : 'audio',
  protocol: 'UDP/TLS/RTP/SAVPF',
  mid,
  direction: 'sendonly',
  extensions: new Map([[1, MID_URI], ...(isVideo ? [[2, SEND_TIME_URI] as const] : [])]),
  codecs: isVideo
    ? [
        {
          payloadType: 96,
          name: 'vp8',
          clockRate: 90_000,
          channels: undefined,
          format: undefined,
          feedback: ['nack', 'nack pli', 'ccm fir', 'goog-remb'],
        },
        {
          payloadType: 97,
          name: 'rtx',
          clockRate: 90_000,
          channels: undefined,
          format: 'apt=96',
          feedback: [],
        },
      ]
    : [
        {
          payloadType: 111,
          name: 'opus',
          clockRate: 48_000,
          channels: '2',
          format: 'minptime=10;useinbandfec=1',
          feedback: ['nack'],
        },
      ],
})

interface Slot {
  readonly section: MediaSection
  trackSid: string | undefined
}

/** A connection each way; the client offers the one, the server the other (signalling under /rtc). */
export class DualNegotiation implements Negotiation {
  readonly #host: NegotiationHost
  readonly #egress: Egress
  readonly #publisher: PeerTransport
  readonly #subscriber: PeerTransport
  readonly #signal: (message: SignalResponse['message']) => void
  readonly #slots: Slot[] = []
  #publisherEnd: LocalEnd | undefined
  #subscriberEnd: LocalEnd | undefined
  #remoteUfrag = ''
  #version = 1
  #offerId = 0
  #accepted = false
  #offering = false
  #changedMeanwhile = false
  #queue: Promise<void> = Promise.resolve()
  #soon: NodeJS.Immediate | undefined
  #closed = false

  constructor(
    host: NegotiationHost,
    egress: Egress,
    transports: { readonly publisher: PeerTransport; readonly subscriber: PeerTransport },
    signal: (message: SignalResponse['message']) => void,
  ) {
    this.#host = host
    this.#egress = egress
    this.#publisher = transports.publisher
    this.#subscriber = transports.subscriber
    this.#signal = signal
  }

  /** Makes the first offer; call once, after the client has been let in. */
  start(): void {
    void this.#later(() => this.#offer())
  }

  takeOffer(offer: SessionDescription): Promise<void> {
    return this.#later(() => this.#answer(offer))
  }

  takeAnswer(answer: SessionDescription): Promise<void> {
    return this.#later(() => this.#accept(answer))
  }

  subscriptionsChanged(): void {
    // What changes in one turn of the loop is asked for at once; what changes while an answer is awaited, together after it.
    this.#soon ??= setImmediate(() => {
      this.#soon = undefined
      void this.#later(() => this.#offer())
    })
  }

  /** Whether the client has ever taken the connection it is to receive over. */
  get isAnswered(): boolean {
    return this.#accepted
  }

  sendPacket(packet: Buffer): boolean {
    return this.#subscriber.send(packet)
  }

  sendFeedback(packet: Buffer): boolean {
    return this.#publisher.send(packet)
  }

  sendData(channel: string, message: Buffer): boolean {
    return channel === RELIABLE
      ? this.#subscriber.sendDataOnceOpen(channel, message)
      : this.#subscriber.sendData(channel, message)
  }

  waitingDataBytes(channel: string): number | undefined {
    return this.#subscriber.waitingBytes(channel)
  }

  get isConnected(): boolean {
    return this.#subscriber.isConnected
  }

  get lastHeardMs(): number {
    return Math.max(this.#publisher.lastHeardMs, this.#subscriber.lastHeardMs)
  }

  resumed(): void {
    this.#offering = false
    this.subscriptionsChanged()
  }

  close(): void {
    this.#closed = true
    clearImmediate(this.#soon)
    this.#publisher.close()
    this.#subscriber.close()
  }

  #later(work: () => void | Promise<void>): Promise<void> {
    this.#queue = this.#queue
      .then(() => (this.#closed ? undefined : work()))
      .catch((error: unknown) => this.#host.startOver(String(error)))
    return this.#queue
  }

  async #answer(offer: SessionDescription): Promise<void> {
    const description = readSessionDescription(offer.sdp)
    if (description === undefined) return this.#host.startOver('unreadable offer')
    if (this.#publisherEnd === undefined) {
      this.#remoteUfrag = description.ice.ufrag
      this.#publisherEnd = await this.#publisher.answer(description.ice)
      if (this.#closed) return
    } else if (description.ice.ufrag !== this.#remoteUfrag) {
      if (Date.now() - this.lastHeardMs > ALIVE_WITHIN_MS) return this.#host.startOver('path lost')
      this.#remoteUfrag = description.ice.ufrag
    }
    this.#host.learnExtensions(description.sections)
    const silent = new Set<string>()
    const written = description.sections.map((section): WrittenSection => {
      if (section.kind === 'application') return { section, direction: 'sendrecv' }
      const sends = section.direction === 'sendonly' || section.direction === 'sendrecv'
      if (!sends) silent.add(section.mid)
      const track = sends ? this.#host.openIncoming(section) : undefined
      return { section, direction: track === undefined ? 'inactive' : 'recvonly' }
    })
    this.#host.closeIncoming(silent)
    this.#version += 1
    this.#signal({
      case: 'answer',
      value: new SessionDescription({
        type: 'answer',
        sdp: writeSessionDescription(this.#publisherEnd, written, this.#version),
        id: offer.id,
      }),
    })
    this.#host.tracksChanged()
  }

  async #offer(): Promise<void> {
    if (this.#offering) {
      this.#changedMeanwhile = true
      return
    }
    this.#offering = true
    this.#subscriberEnd ??= await this.#subscriber.offer(CHANNELS)
    if (this.#closed) return
    this.#placeTracks()
    const midToTrackId: Record<string, string> = {}
    const written = this.#slots.map(({ section, trackSid }): WrittenSection => {
      const subscription = this.#egress.subscriptionTo(trackSid ?? '')
      if (subscription === undefined) return { section, direction: 'inactive' }
      midToTrackId[section.mid] = subscription.track.sid
      return { section, direction: 'sendonly', sends: sentTrackOf(subscription) }
    })
    this.#version += 1
    this.#offerId += 1
    const sections: WrittenSection[] = [{ section: DATA_SECTION, direction: 'sendrecv' }, ...written]
    // Where this end is to be found is told when the answer is here: whoever comes before it is turned away for good by
    // the library underneath.
    const candidates = this.#accepted ? this.#subscriberEnd.candidates : []
    const end = { ...this.#subscriberEnd, setup: 'actpass', candidates }
    this.#signal({
      case: 'offer',
      value: new SessionDescription({
        type: 'offer',
        sdp: writeSessionDescription(end, sections, this.#version),
        id: this.#offerId,
        midToTrackId,
      }),
    })
  }

  #tellCandidates(): void {
    for (const line of this.#subscriberEnd?.candidates ?? []) {
      const candidate = { candidate: line.replace(/^a=/, ''), sdpMid: DATA_SECTION.mid, sdpMLineIndex: 0 }
      const target = SignalTarget.SUBSCRIBER
      const value = new TrickleRequest({ candidateInit: JSON.stringify(candidate), target })
      this.#signal({ case: 'trickle', value })
    }
  }

  /** Gives every subscription a section; one that lost its track is closed by this offer and free for the next. */
  #placeTracks(): void {
    const placed = new Set<string>()
    const free: Slot[] = []
    for (const slot of this.#slots) {
      if (slot.trackSid === undefined) free.push(slot)
      else if (this.#egress.subscriptionTo(slot.trackSid) === undefined) slot.trackSid = undefined
      else placed.add(slot.trackSid)
    }
    for (const { track } of this.#egress.subscriptions) {
      if (placed.has(track.sid)) continue
      const kind = track.isVideo ? 'video' : 'audio'
      const index = free.findIndex(({ section }) => section.kind === kind)
      const slot = index === -1 ? undefined : free.splice(index, 1)[0]
      if (slot !== undefined) slot.trackSid = track.sid
      else {
        const mid = String(this.#slots.length + 1)
        this.#slots.push({ section: offeredSection(mid, track.isVideo), trackSid: track.sid })
      }
    }
  }

  #accept(answer: SessionDescription): void {
    const description = readSessionDescription(answer.sdp)
    if (description === undefined) return this.#host.startOver('unreadable answer')
    if (answer.id !== 0 && answer.id !== this.#offerId) return
    if (!this.#accepted) {
      this.#accepted = true
      this.#subscriber.accept(description.ice)
      this.#tellCandidates()
    }
    this.#offering = false
    for (const { section, trackSid } of this.#slots) {
      const taken = description.sections.some(
        ({ mid, direction }) => mid === section.mid && direction !== 'inactive',
      )
      if (taken) this.#egress.subscriptionTo(trackSid ?? '')?.agree(sendingOn(section), Date.now())
    }
    if (!this.#changedMeanwhile) return
    this.#changedMeanwhile = false
    this.subscriptionsChanged()
  }
}
