import {
  LeaveRequest,
  LeaveRequest_Action,
  ParticipantInfo,
  ParticipantInfo_State,
  ParticipantPermission,
  SignalResponse,
  StreamStateInfo,
  StreamStateUpdate,
  SubscribedCodec,
  SubscribedQuality,
  SubscribedQualityUpdate,
  VideoQuality,
  type ConnectionQuality,
  type DisconnectReason,
} from '@livekit/protocol'
import type { Metrics } from '../metrics.ts'
import { LIMITS, RateGate } from '../limits.ts'
import { isRtcp } from '../rtp/rtp-packet.ts'
import { readRtcp } from '../rtp/rtcp.ts'
import type { Grants, Permissions } from '../signal/access-token.ts'
import { Egress } from './egress.ts'
import { Ingress, type IngressEvents } from './ingress.ts'
import type { Negotiation, NegotiationHost } from './negotiation.ts'
import type { PublishedTrack } from './published-track.ts'
import { newSid, Publishing } from './publishing.ts'
import { Admission, Wishes } from './wishes.ts'

const QUALITIES = [VideoQuality.LOW, VideoQuality.MEDIUM, VideoQuality.HIGH] as const

/** The signalling connection a participant has at present. */
export interface SignalLink {
  send(message: Uint8Array): void
  close(): void
}

/** What a participant tells its room. */
export interface ParticipantEvents {
  readonly onChanged: (participant: Participant) => void
  readonly onPublished: (participant: Participant, track: PublishedTrack) => void
  readonly onUnpublished: (participant: Participant, track: PublishedTrack) => void
  readonly onTracksChanged: (participant: Participant) => void
  readonly onPacket: IngressEvents['onPacket']
  readonly onData: (participant: Participant, channel: string, message: Buffer) => void
  readonly onStartOver: (participant: Participant, why: string) => void
}

/** One person's, or one recorder's, presence in a room. */
export class Participant {
  readonly sid = newSid('PA')
  readonly identity: string
  readonly joinedAtMs: number
  readonly wishes: Wishes
  readonly admission = new Admission()
  readonly ingress: Ingress
  readonly egress: Egress
  readonly publishing: Publishing
  readonly dataGate = new RateGate(LIMITS.dataMessagesPerSecond, LIMITS.dataBurst)
  readonly adaptiveStream: boolean
  name: string
  metadata: string
  attributes: Record<string, string>
  permissions: Permissions
  state: ParticipantInfo_State = ParticipantInfo_State.JOINED
  disconnectReason: DisconnectReason = 0
  /** When the signalling was lost; undefined while it is there. */
  unlinkedAtMs: number | undefined
  lastDataSequence = 0
  /** How good its line was last said to be; undefined before anything was said. */
  quality: ConnectionQuality | undefined
  readonly #events: ParticipantEvents
  readonly #metrics: Metrics
  readonly #told = new Map<string, string>()
  #link: SignalLink | undefined
  #negotiation: Negotiation | undefined
  #version = 0

  constructor(
    grants: Grants,
    options: { readonly autoSubscribe: boolean; readonly adaptiveStream: boolean; readonly nowMs: number },
    metrics: Metrics,
    events: ParticipantEvents,
  ) {
    this.identity = grants.identity
    this.name = grants.name
    this.metadata = grants.metadata
    this.attributes = { ...grants.attributes }
    this.permissions = grants.permissions
    this.joinedAtMs = options.nowMs
    this.adaptiveStream = options.adaptiveStream
    this.wishes = new Wishes(options.autoSubscribe)
    this.#metrics = metrics
    this.#events = events
    this.egress = new Egress(metrics, {
      send: (packet) => this.#negotiation?.sendPacket(packet) ?? false,
      onStreamState: (states) => this.#tellStreamStates(states),
    })
    this.ingress = new Ingress(metrics, {
      onPacket: events.onPacket,
      onClock: (track, layer) => {
        const clock = layer.reception.senderClock
        if (clock === undefined) return
        for (const subscription of track.subscriptions) subscription.relayClock(layer, clock)
      },
      feedback: (packet) => this.#negotiation?.sendFeedback(packet),
    })
    this.publishing = new Publishing(this.ingress, {
      signal: (message) => this.signal(message),
      onPublished: (track) => events.onPublished(this, track),
      onUnpublished: (track) => events.onUnpublished(this, track),
    })
  }

  get negotiation(): Negotiation | undefined {
    return this.#negotiation
  }

  /** Gives the participant its connections; call once. */
  connect(negotiation: Negotiation): void {
    this.#negotiation = negotiation
  }

  /** What the negotiation needs of this participant. */
  host(): NegotiationHost {
    return {
      name: this.identity,
      openIncoming: (section) => this.publishing.open(section),
      closeIncoming: (mids) => this.publishing.close(mids),
      tracksChanged: () => this.#events.onTracksChanged(this),
      learnExtensions: (sections) => this.ingress.learnExtensions(sections),
      startOver: (why) => this.#events.onStartOver(this, why),
    }
  }

  takeMedia(packet: Buffer): void {
    const nowMs = Date.now()
    if (!isRtcp(packet)) {
      this.ingress.takeMedia(packet, nowMs)
      return
    }
    for (const message of readRtcp(packet)) {
      this.ingress.takeReport(message, nowMs)
      this.egress.takeReport(message, nowMs)
    }
  }

  takeData(channel: string, message: Buffer): void {
    this.#events.onData(this, channel, message)
  }

  /** One of its connections stands; what it receives begins to flow over the one that `carries` it. */
  nowConnected(carries: boolean): void {
    if (this.state === ParticipantInfo_State.JOINED) {
      this.state = ParticipantInfo_State.ACTIVE
      this.#events.onChanged(this)
    }
    if (carries) this.egress.open(Date.now())
  }

  link(link: SignalLink): void {
    this.#link = link
    this.unlinkedAtMs = undefined
  }

  /** The signalling connection ended; only if it is still the present one does that mean anything. */
  unlink(link: SignalLink, nowMs: number): void {
    if (this.#link !== link) return
    this.#link = undefined
    this.unlinkedAtMs = nowMs
  }

  isLinkedBy(link: SignalLink): boolean {
    return this.#link === link
  }

  signal(message: SignalResponse['message']): void {
    this.#link?.send(new SignalResponse({ message }).toBinary())
  }

  info(): ParticipantInfo {
    this.#version += 1
    const joinedAtMs = BigInt(this.joinedAtMs)
    return new ParticipantInfo({
      sid: this.sid,
      identity: this.identity,
      name: this.name,
      metadata: this.metadata,
      attributes: this.attributes,
      state: this.state,
      tracks: [...this.publishing.tracks].map((track) => track.info),
      joinedAt: joinedAtMs / 1000n,
      joinedAtMs,
      version: this.#version,
      permission: permissionMessage(this.permissions),
      isPublisher: this.publishing.hasTracks,
      disconnectReason: this.disconnectReason,
    })
  }

  /** Tells the publisher which sizes of its picture anyone wants, when that has changed. */
  tellNeeded(track: PublishedTrack, largest: 0 | 1 | 2 | undefined): void {
    const told = String(largest)
    if (this.#told.get(track.sid) === told) return
    this.#told.set(track.sid, told)
    const qualities = QUALITIES.map(
      (quality, size) =>
        new SubscribedQuality({ quality, enabled: largest !== undefined && size <= largest }),
    )
    this.signal({
      case: 'subscribedQualityUpdate',
      value: new SubscribedQualityUpdate({
        trackSid: track.sid,
        subscribedQualities: qualities,
        subscribedCodecs: [new SubscribedCodec({ codec: 'vp8', qualities })],
      }),
    })
  }

  /** Sends the client away, with the reason and what it should do about it, and closes everything. */
  dismiss(reason: DisconnectReason, action: LeaveRequest_Action): void {
    this.signal({
      case: 'leave',
      value: new LeaveRequest({ reason, action, canReconnect: action !== LeaveRequest_Action.DISCONNECT }),
    })
    this.close(reason)
  }

  close(reason: DisconnectReason): void {
    if (this.state === ParticipantInfo_State.DISCONNECTED) return
    this.state = ParticipantInfo_State.DISCONNECTED
    this.disconnectReason = reason
    this.publishing.closeAll()
    this.egress.close()
    this.#negotiation?.close()
    this.#link?.close()
    this.#link = undefined
  }

  sendData(channel: string, message: Buffer): boolean {
    const waiting = this.#negotiation?.waitingDataBytes(channel)
    if (waiting === undefined || waiting > LIMITS.waitingDataBytes) return false
    this.#metrics.dataMessages += 1
    return this.#negotiation?.sendData(channel, message) ?? false
  }

  #tellStreamStates(states: Parameters<ConstructorParameters<typeof Egress>[1]['onStreamState']>[0]): void {
    this.signal({
      case: 'streamStateUpdate',
      value: new StreamStateUpdate({
        streamStates: states.map(
          ({ subscription, state }) =>
            new StreamStateInfo({
              participantSid: subscription.publisherSid,
              trackSid: subscription.track.sid,
              state,
            }),
        ),
      }),
    })
  }
}

export const permissionMessage = (permissions: Permissions): ParticipantPermission =>
  new ParticipantPermission({
    canSubscribe: permissions.canSubscribe,
    canPublish: permissions.canPublish,
    canPublishData: permissions.canPublishData,
    canPublishSources: [...permissions.canPublishSources],
    canUpdateMetadata: permissions.canUpdateMetadata,
    hidden: permissions.hidden,
    recorder: permissions.recorder,
  })
