import { MediaSectionsRequirement, SessionDescription, type SignalResponse } from '@livekit/protocol'
import {
  agreedCodec,
  extensionNamed,
  readSessionDescription,
  type MediaSection,
  type SessionDescription as Description,
} from '../sdp/session-description.ts'
import { writeSessionDescription, type LocalEnd, type WrittenSection } from '../sdp/write-description.ts'
import type { ExtensionName, SectionMark } from '../rtp/rtp-packet.ts'
import type { PeerTransport } from '../transport/peer-transport.ts'
import { RELIABLE } from './data-relay.ts'
import type { Egress } from './egress.ts'
import type { Negotiation, NegotiationHost } from './negotiation.ts'
import { ReceivingSections } from './receiving-sections.ts'
import type { AgreedSending, Subscription } from './subscription.ts'

/** A path that was heard from this recently is alive, whatever became of the signalling. */
const ALIVE_WITHIN_MS = 6_000

/** How this server sends on a section, as far as the section's offer allows. */
export const sendingOn = (section: MediaSection): AgreedSending | undefined => {
  const agreed = agreedCodec(section)
  if (agreed === undefined) return undefined
  return {
    section: markOf(section),
    payloadType: agreed.codec.payloadType,
    repairPayloadType: agreed.repairPayloadType,
    sendTimeId: section.kind === 'video' ? (extensionId(section, 'send-time') ?? 0) : 0,
  }
}

/**
 * The mark of a section's packets, where its offer allows one. Without it Firefox 153 took in nothing of one of two sections
 * after most new starts, though its packets came and the answer named their SSRC.
 */
const markOf = (section: MediaSection): SectionMark | undefined => {
  const id = extensionId(section, 'mid')
  return id === undefined || !/^[!-~]{1,16}$/.test(section.mid) ? undefined : { id, mid: section.mid }
}

/** The number of an extension, where it is one that fits a one-byte header (RFC 8285). */
const extensionId = (section: MediaSection, name: ExtensionName): number | undefined =>
  [...section.extensions].find(([id, uri]) => extensionNamed(uri) === name && id < 15)?.[0]

export const sentTrackOf = (subscription: Subscription) => ({
  stream: `${subscription.publisherSid}|${subscription.track.sid}`,
  track: subscription.track.sid,
  ssrc: subscription.ssrc,
  repairSsrc: subscription.repairSsrc,
  canonicalName: subscription.publisherSid,
})

const wantedOf = (subscriptions: Iterable<Subscription>) =>
  [...subscriptions].map(({ track }) => ({
    trackSid: track.sid,
    kind: track.isVideo ? ('video' as const) : ('audio' as const),
  }))

/** One connection for both ways; the client makes every offer (signalling under /rtc/v1). */
export class SingleNegotiation implements Negotiation {
  readonly #host: NegotiationHost
  readonly #egress: Egress
  readonly #transport: PeerTransport
  readonly #signal: (message: SignalResponse['message']) => void
  readonly #sections = new ReceivingSections()
  #end: LocalEnd | undefined
  #remoteUfrag = ''
  #offer: Description | undefined
  #version = 1
  #queue: Promise<void> = Promise.resolve()
  #soon: NodeJS.Immediate | undefined
  #offerAwaited = false
  #closed = false

  constructor(
    host: NegotiationHost,
    egress: Egress,
    transport: PeerTransport,
    signal: (message: SignalResponse['message']) => void,
  ) {
    this.#host = host
    this.#egress = egress
    this.#transport = transport
    this.#signal = signal
  }

  takeOffer(offer: SessionDescription): Promise<void> {
    this.#queue = this.#queue
      .then(() => (this.#closed ? undefined : this.#answer(offer)))
      .catch((error: unknown) => this.#host.startOver(String(error)))
    return this.#queue
  }

  /** In this protocol the server never offers, so there is nothing an answer could belong to. */
  async takeAnswer(): Promise<void> {}

  subscriptionsChanged(): void {
    // What changes in one turn of the loop is asked for at once; what changes while an answer is awaited, together after it.
    this.#soon ??= setImmediate(() => {
      this.#soon = undefined
      this.#askForOffer()
    })
  }

  sendPacket(packet: Buffer): boolean {
    return this.#transport.send(packet)
  }

  sendFeedback(packet: Buffer): boolean {
    return this.#transport.send(packet)
  }

  sendData(channel: string, message: Buffer): boolean {
    return channel === RELIABLE
      ? this.#transport.sendDataOnceOpen(channel, message)
      : this.#transport.sendData(channel, message)
  }

  waitingDataBytes(channel: string): number | undefined {
    return this.#transport.waitingBytes(channel)
  }

  get isConnected(): boolean {
    return this.#transport.isConnected
  }

  get lastHeardMs(): number {
    return this.#transport.lastHeardMs
  }

  resumed(): void {
    this.#offerAwaited = false
    this.subscriptionsChanged()
  }

  close(): void {
    this.#closed = true
    clearImmediate(this.#soon)
    this.#transport.close()
  }

  async #answer(offer: SessionDescription): Promise<void> {
    const description = readSessionDescription(offer.sdp)
    if (description === undefined) return this.#host.startOver('unreadable offer')
    if (this.#end === undefined) {
      this.#remoteUfrag = description.ice.ufrag
      this.#end = await this.#transport.answer(description.ice)
      if (this.#closed) return
    } else if (description.ice.ufrag !== this.#remoteUfrag) {
      // The library cannot restart ICE. Where the old path still works the client keeps it when our end stays as it is.
      if (Date.now() - this.#transport.lastHeardMs > ALIVE_WITHIN_MS) return this.#host.startOver('path lost')
      this.#remoteUfrag = description.ice.ufrag
    }
    this.#offerAwaited = false
    this.#offer = description
    this.#host.learnExtensions(description.sections)
    const { written, midToTrackId, begin } = this.#writeSections(description)
    this.#version += 1
    this.#signal({
      case: 'answer',
      value: new SessionDescription({
        type: 'answer',
        sdp: writeSessionDescription(this.#end, written, this.#version),
        id: offer.id,
        midToTrackId,
      }),
    })
    begin()
    this.#host.tracksChanged()
    this.#askForOffer()
  }

  #writeSections(description: Description): {
    written: WrittenSection[]
    midToTrackId: Record<string, string>
    begin: () => void
  } {
    const midToTrackId: Record<string, string> = {}
    const byMid = this.#sections.assign(description.sections, wantedOf(this.#egress.subscriptions))
    const silent = new Set<string>()
    const sending: (() => void)[] = []
    const written = description.sections.map((section): WrittenSection => {
      if (section.kind === 'application') return { section, direction: 'sendrecv' }
      if (section.direction === 'sendonly' || section.direction === 'sendrecv') {
        const track = this.#host.openIncoming(section)
        if (track === undefined) return { section, direction: 'inactive' }
        midToTrackId[section.mid] = track.sid
        return { section, direction: 'recvonly' }
      }
      silent.add(section.mid)
      const subscription = this.#egress.subscriptionTo(byMid.get(section.mid) ?? '')
      const agreed = subscription === undefined ? undefined : sendingOn(section)
      if (subscription === undefined || agreed === undefined) return { section, direction: 'inactive' }
      midToTrackId[section.mid] = subscription.track.sid
      sending.push(() => subscription.agree(agreed, Date.now()))
      return { section, direction: 'sendonly', sends: sentTrackOf(subscription) }
    })
    this.#host.closeIncoming(silent)
    return { written, midToTrackId, begin: () => sending.forEach((start) => start()) }
  }

  #askForOffer(): void {
    if (this.#offer === undefined || this.#offerAwaited || this.#closed) return
    const change = this.#sections.change(this.#offer.sections, wantedOf(this.#egress.subscriptions))
    if (change === undefined) return
    this.#offerAwaited = true
    this.#signal({
      case: 'mediaSectionsRequirement',
      value: new MediaSectionsRequirement({ numAudios: change.audio, numVideos: change.video }),
    })
  }
}
