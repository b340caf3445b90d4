import {
  ConnectionQualityInfo,
  ConnectionQualityUpdate,
  DisconnectReason,
  LeaveRequest_Action,
  MuteTrackRequest,
  ParticipantInfo_State,
  ParticipantUpdate,
  Room as RoomInfo,
  RoomUpdate,
  SpeakerInfo,
  SpeakersChanged,
  SubscriptionPermissionUpdate,
  TrackSource,
  TrackSubscribed,
  type ParticipantInfo,
  type TrackInfo,
} from '@livekit/protocol'
import type { Metrics } from '../metrics.ts'
import { levelOfExtension, Voices } from '../speakers/voices.ts'
import type { Grants, Permissions } from '../signal/access-token.ts'
import { stampData } from './data-relay.ts'
import { Egress } from './egress.ts'
import { qualityOfLine } from './line-quality.ts'
import type { Participant, ParticipantEvents } from './participant.ts'
import type { PublishedTrack } from './published-track.ts'
import { newSid } from './publishing.ts'

const CONNECT_WITHIN_MS = 20_000
const NEED_LESS_AFTER_MS = 3_000
const QUALITY_EVERY_MS = 2_000

export interface RoomSettings {
  readonly name: string
  readonly emptyTimeoutSeconds: number
  readonly departureTimeoutSeconds: number
  readonly maxParticipants: number
  readonly audioStreams: number
  readonly resumeWithinSeconds: number
}

/** What happens in a room that others outside want to know. */
export interface RoomObserver {
  readonly onJoined: (room: Room, participant: ParticipantInfo) => void
  readonly onLeft: (room: Room, participant: ParticipantInfo) => void
  readonly onPublished: (room: Room, participant: ParticipantInfo, track: TrackInfo) => void
  readonly onUnpublished: (room: Room, participant: ParticipantInfo, track: TrackInfo) => void
}

/** People who see and hear each other. */
export class Room {
  readonly sid = newSid('RM')
  readonly settings: RoomSettings
  readonly createdAtMs: number
  metadata: string
  readonly #observer: RoomObserver
  readonly #metrics: Metrics
  readonly #participants = new Map<string, Participant>()
  readonly #owners = new Map<string, Participant>()
  readonly #needs = new Map<string, { largest: 0 | 1 | 2 | undefined; lessSinceMs: number | undefined }>()
  readonly #voices: Voices
  readonly #standing = new Map<string, { readonly permissions: Permissions; readonly sinceSeconds: number }>()
  #emptySinceMs: number
  #qualityToldMs = 0
  #everJoined = false

  constructor(
    settings: RoomSettings,
    metadata: string,
    nowMs: number,
    metrics: Metrics,
    observer: RoomObserver,
  ) {
    this.settings = settings
    this.metadata = metadata
    this.createdAtMs = nowMs
    this.#emptySinceMs = nowMs
    this.#metrics = metrics
    this.#observer = observer
    this.#voices = new Voices(settings.audioStreams)
  }

  get participants(): IterableIterator<Participant> {
    return this.#participants.values()
  }

  get size(): number {
    return this.#participants.size
  }

  participant(identity: string): Participant | undefined {
    return this.#participants.get(identity)
  }

  info(): RoomInfo {
    const seen = [...this.#participants.values()].filter((participant) => !participant.permissions.hidden)
    const createdAtMs = BigInt(this.createdAtMs)
    return new RoomInfo({
      sid: this.sid,
      name: this.settings.name,
      emptyTimeout: this.settings.emptyTimeoutSeconds,
      departureTimeout: this.settings.departureTimeoutSeconds,
      maxParticipants: this.settings.maxParticipants,
      creationTime: createdAtMs / 1000n,
      creationTimeMs: createdAtMs,
      metadata: this.metadata,
      numParticipants: seen.length,
      numPublishers: seen.filter((participant) => participant.publishing.hasTracks).length,
    })
  }

  /** What a participant's own doings mean for the room. */
  events(): ParticipantEvents {
    return {
      onChanged: (participant) => this.tellAbout(participant),
      onPublished: (participant, track) => {
        this.#owners.set(track.sid, participant)
        this.#observer.onPublished(this, participant.info(), track.info)
      },
      onUnpublished: (participant, track) => this.#trackGone(participant, track),
      onTracksChanged: (participant) => {
        this.tellAbout(participant)
        this.reconcileAll()
      },
      onPacket: (track, layer, packet, header, extended, nowMs, level) => {
        const decibels = track.info.source === TrackSource.MICROPHONE ? levelOfExtension(level) : undefined
        if (decibels !== undefined && !track.info.muted) this.#voices.note(track.sid, decibels, nowMs)
        if (!track.info.muted && this.#voices.isForwarded(track.sid)) {
          track.pass(packet, header, extended, layer, nowMs)
        } else for (const subscription of track.subscriptions) subscription.skip()
      },
      onData: (participant, channel, message) => this.#relay(participant, channel, message),
      onStartOver: (participant) =>
        this.remove(participant, DisconnectReason.STATE_MISMATCH, LeaveRequest_Action.RECONNECT),
    }
  }

  /**
   * What someone may do here who comes with a token of that time: what was decided in the room after the token was
   * made stands over what the token says, so nobody wins back a microphone by coming again.
   */
  permissionsFor(grants: Grants): Permissions {
    const standing = this.#standing.get(grants.identity)
    return standing !== undefined && grants.issuedAtSeconds <= standing.sinceSeconds
      ? standing.permissions
      : grants.permissions
  }

  /** Lets a participant in; an older connection under the same identity has to go. */
  admit(participant: Participant): void {
    const older = this.#participants.get(participant.identity)
    if (older !== undefined) {
      this.remove(older, DisconnectReason.DUPLICATE_IDENTITY, LeaveRequest_Action.DISCONNECT)
    }
    this.#participants.set(participant.identity, participant)
    this.#everJoined = true
    this.#observer.onJoined(this, participant.info())
  }

  /** Everyone this participant may see. */
  othersFor(participant: Participant): ParticipantInfo[] {
    return [...this.#participants.values()]
      .filter((other) => other !== participant && !other.permissions.hidden)
      .map((other) => other.info())
  }

  remove(participant: Participant, reason: DisconnectReason, action: LeaveRequest_Action): void {
    if (this.#participants.get(participant.identity) !== participant) return
    this.#participants.delete(participant.identity)
    const hidden = participant.permissions.hidden
    participant.dismiss(reason, action)
    const info = participant.info()
    if (!hidden) this.#tellAll(info, participant)
    this.reconcileAll()
    if (this.#participants.size === 0) this.#emptySinceMs = Date.now()
    this.#observer.onLeft(this, info)
  }

  /** Tells everyone, this participant included, how it stands. */
  tellAbout(participant: Participant): void {
    const info = participant.info()
    const update = { case: 'update', value: new ParticipantUpdate({ participants: [info] }) } as const
    if (participant.permissions.hidden) participant.signal(update)
    else for (const other of this.#participants.values()) other.signal(update)
  }

  tellRoom(): void {
    const value = new RoomUpdate({ room: this.info() })
    for (const participant of this.#participants.values()) participant.signal({ case: 'roomUpdate', value })
  }

  /** Applies other permissions at once: what they do not cover is unpublished and unsubscribed here and now. */
  permit(participant: Participant, permissions: Permissions): void {
    participant.permissions = permissions
    this.#standing.set(participant.identity, { permissions, sinceSeconds: Math.floor(Date.now() / 1000) })
    participant.publishing.withdraw(permissions)
    this.tellAbout(participant)
    this.reconcileAll()
  }

  mute(participant: Participant, trackSid: string, muted: boolean): boolean {
    const known = participant.publishing.track(trackSid)
    if (known === undefined) return false
    if (participant.publishing.mute(trackSid, muted) === undefined) return true
    if (!muted) known.wantPicture(Date.now())
    this.tellAbout(participant)
    return true
  }

  /** Mutes someone's track from outside; the packets it still sends are dropped. Nobody is unmuted this way. */
  muteFromOutside(participant: Participant, trackSid: string): boolean {
    const done = this.mute(participant, trackSid, true)
    if (done)
      participant.signal({ case: 'mute', value: new MuteTrackRequest({ sid: trackSid, muted: true }) })
    return done
  }

  /** Makes every subscription what wishes and permissions say it is. Doing it twice changes nothing. */
  reconcileAll(): void {
    for (const participant of this.#participants.values()) this.reconcile(participant)
  }

  reconcile(receiver: Participant): void {
    let changed = false
    const due = new Set<string>()
    for (const [sid, owner] of this.#owners) {
      const track = owner.publishing.track(sid)
      if (track === undefined || owner === receiver || !receiver.wishes.wants(sid)) continue
      if (!receiver.permissions.canSubscribe || owner.permissions.hidden) continue
      const admitted = owner.admission.admits(receiver, sid) || receiver.permissions.recorder
      this.#tellAdmission(receiver, owner, sid, admitted)
      if (!admitted) continue
      due.add(sid)
      if (receiver.egress.subscriptionTo(sid) !== undefined) continue
      receiver.egress.subscribe(track, owner.sid)
      changed = true
      if (!track.hasBeenSubscribed) {
        track.hasBeenSubscribed = true
        owner.signal({ case: 'trackSubscribed', value: new TrackSubscribed({ trackSid: sid }) })
      }
    }
    for (const { track } of receiver.egress.subscriptions) {
      if (due.has(track.sid)) continue
      receiver.egress.unsubscribe(track.sid)
      changed = true
    }
    if (changed) receiver.negotiation?.subscriptionsChanged()
  }

  sendData(
    message: { readonly bytes: Buffer; readonly channel: string },
    to: { readonly identities: ReadonlySet<string>; readonly sids: ReadonlySet<string> },
    from?: Participant,
  ): void {
    const toAll = to.identities.size === 0 && to.sids.size === 0
    for (const participant of this.#participants.values()) {
      if (participant === from) continue
      if (toAll || to.identities.has(participant.identity) || to.sids.has(participant.sid)) {
        participant.sendData(message.channel, message.bytes)
      }
    }
  }

  /** Does what is due by time: feedback, line sharing, speakers, and letting go of those who vanished. */
  tick(nowMs: number): void {
    for (const participant of this.#participants.values()) {
      participant.ingress.tick(nowMs)
      participant.egress.tick(nowMs)
      const unlinked = participant.unlinkedAtMs
      const vanished = unlinked !== undefined && nowMs - unlinked > this.settings.resumeWithinSeconds * 1000
      const neverCame =
        participant.state === ParticipantInfo_State.JOINED &&
        nowMs - participant.joinedAtMs > CONNECT_WITHIN_MS
      if (vanished) this.remove(participant, DisconnectReason.SIGNAL_CLOSE, LeaveRequest_Action.DISCONNECT)
      else if (neverCame)
        this.remove(participant, DisconnectReason.CONNECTION_TIMEOUT, LeaveRequest_Action.RECONNECT)
    }
    this.#tellNeeds(nowMs)
    if (nowMs - this.#qualityToldMs >= QUALITY_EVERY_MS) this.#tellQualities(nowMs)
    const speaking = this.#voices.tick(nowMs)
    if (speaking.length > 0) this.#tellSpeakers(speaking)
  }

  /** Whether the room has stood empty longer than its settings allow. */
  isOver(nowMs: number): boolean {
    if (this.#participants.size > 0) return false
    const seconds = this.#everJoined
      ? this.settings.departureTimeoutSeconds
      : this.settings.emptyTimeoutSeconds
    return nowMs - this.#emptySinceMs > seconds * 1000
  }

  closeAll(reason: DisconnectReason): void {
    for (const participant of this.#participants.values()) {
      this.remove(participant, reason, LeaveRequest_Action.DISCONNECT)
    }
  }

  #trackGone(participant: Participant, track: PublishedTrack): void {
    this.#owners.delete(track.sid)
    this.#needs.delete(track.sid)
    this.#voices.forget(track.sid)
    for (const receiver of this.#participants.values()) receiver.wishes.forget(track.sid)
    this.#observer.onUnpublished(this, participant.info(), track.info)
    if (participant.state === ParticipantInfo_State.DISCONNECTED) return
    this.tellAbout(participant)
    this.reconcileAll()
  }

  #tellAll(info: ParticipantInfo, except: Participant): void {
    const update = { case: 'update', value: new ParticipantUpdate({ participants: [info] }) } as const
    for (const other of this.#participants.values()) if (other !== except) other.signal(update)
  }

  readonly #admissions = new WeakMap<Participant, Map<string, boolean>>()

  #tellAdmission(receiver: Participant, owner: Participant, sid: string, allowed: boolean): void {
    const told = this.#admissions.get(receiver) ?? new Map<string, boolean>()
    this.#admissions.set(receiver, told)
    if ((told.get(sid) ?? true) === allowed) return
    told.set(sid, allowed)
    receiver.signal({
      case: 'subscriptionPermissionUpdate',
      value: new SubscriptionPermissionUpdate({ participantSid: owner.sid, trackSid: sid, allowed }),
    })
  }

  #tellNeeds(nowMs: number): void {
    for (const [sid, owner] of this.#owners) {
      const track = owner.publishing.track(sid)
      if (track === undefined || !track.isVideo) continue
      let largest: 0 | 1 | 2 | undefined
      for (const subscription of track.subscriptions) {
        const needed = Egress.needed(subscription)
        if (needed !== undefined && (largest === undefined || needed > largest)) largest = needed
      }
      const told = this.#needs.get(sid) ?? { largest: 2, lessSinceMs: undefined }
      this.#needs.set(sid, told)
      const isLess = (largest ?? -1) < (told.largest ?? -1)
      // Wanting more is told at once; wanting less only when it lasts, or every change of page would stop an encoder.
      told.lessSinceMs = isLess ? (told.lessSinceMs ?? nowMs) : undefined
      if (isLess && nowMs - (told.lessSinceMs ?? nowMs) < NEED_LESS_AFTER_MS) continue
      if (largest === told.largest) continue
      told.largest = largest
      told.lessSinceMs = undefined
      owner.tellNeeded(track, largest)
    }
  }

  #tellQualities(nowMs: number): void {
    this.#qualityToldMs = nowMs
    const updates: ConnectionQualityInfo[] = []
    // Someone new has been told of nobody yet.
    const isAnyoneNew = [...this.#participants.values()].some(({ quality }) => quality === undefined)
    for (const participant of this.#participants.values()) {
      const { egress, ingress, permissions, sid } = participant
      const isNarrow = egress.limitBitsPerSecond !== Number.POSITIVE_INFINITY
      const quality = qualityOfLine({ lossShare: ingress.lossShare(nowMs), isNarrow })
      if (quality === participant.quality && !isAnyoneNew) continue
      participant.quality = quality
      if (!permissions.hidden) updates.push(new ConnectionQualityInfo({ participantSid: sid, quality }))
    }
    if (updates.length === 0) return
    const value = new ConnectionQualityUpdate({ updates })
    for (const participant of this.#participants.values())
      participant.signal({ case: 'connectionQuality', value })
  }

  #tellSpeakers(speaking: ReturnType<Voices['tick']>): void {
    const speakers = speaking.flatMap(({ trackSid, level, active }) => {
      const owner = this.#owners.get(trackSid)
      return owner === undefined || owner.permissions.hidden
        ? []
        : [new SpeakerInfo({ sid: owner.sid, level, active })]
    })
    if (speakers.length === 0) return
    const value = new SpeakersChanged({ speakers })
    for (const participant of this.#participants.values())
      participant.signal({ case: 'speakersChanged', value })
  }

  #relay(participant: Participant, channel: string, message: Buffer): void {
    if (!participant.permissions.canPublishData || !participant.dataGate.allows(Date.now())) {
      this.#metrics.packetsDropped += 1
      return
    }
    const stamped = stampData(channel, message, participant)
    if (stamped === undefined) return
    if (stamped.sequence > participant.lastDataSequence) participant.lastDataSequence = stamped.sequence
    this.sendData(stamped, stamped, participant)
  }
}
