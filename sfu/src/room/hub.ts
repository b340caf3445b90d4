import {
  ClientConfigSetting,
  ClientConfiguration,
  Codec,
  DisconnectReason,
  JoinResponse,
  LeaveRequest_Action,
  ParticipantInfo_State,
  ParticipantUpdate,
  ReconnectResponse,
  ServerInfo,
  ServerInfo_Edition,
} from '@livekit/protocol'
import type { Logger } from 'pino'
import { LIMITS } from '../limits.ts'
import type { Metrics } from '../metrics.ts'
import type { Grants } from '../signal/access-token.ts'
import type { JoinAsk } from '../signal/join-ask.ts'
import { PeerTransport, type TransportSettings } from '../transport/peer-transport.ts'
import { DualNegotiation } from './dual-negotiation.ts'
import { Participant, type SignalLink } from './participant.ts'
import { Revocations } from './revocations.ts'
import { Room, type RoomObserver } from './room.ts'
import { SingleNegotiation } from './single-negotiation.ts'

const TICK_MS = 50
const PING_INTERVAL_SECONDS = 5
const PING_TIMEOUT_SECONDS = 15

const serverInfo = new ServerInfo({
  edition: ServerInfo_Edition.Standard,
  version: '1.9.0',
  protocol: 16,
  nodeId: 'parley',
})

export interface HubSettings {
  readonly transport: TransportSettings
  readonly autoCreate: boolean
  readonly audioStreams: number
  readonly resumeWithinSeconds: number
  readonly emptyTimeoutSeconds: number
  readonly departureTimeoutSeconds: number
}

export interface HubObserver extends RoomObserver {
  readonly onRoomStarted: (room: Room) => void
  readonly onRoomFinished: (room: Room) => void
}

export type Refusal = 'no such room' | 'removed' | 'room full' | 'too many rooms' | 'may not join'

export type Welcome =
  | { readonly room: Room; readonly participant: Participant }
  | { readonly refused: Refusal }

/** All rooms of this process. */
export class Hub {
  readonly revocations = new Revocations()
  readonly #settings: HubSettings
  readonly #metrics: Metrics
  readonly #observer: HubObserver
  readonly #log: Logger
  readonly #rooms = new Map<string, Room>()
  readonly #timer: NodeJS.Timeout

  constructor(settings: HubSettings, metrics: Metrics, observer: HubObserver, log: Logger) {
    this.#settings = settings
    this.#metrics = metrics
    this.#observer = observer
    this.#log = log
    this.#timer = setInterval(() => this.#tick(Date.now()), TICK_MS)
  }

  get rooms(): IterableIterator<Room> {
    return this.#rooms.values()
  }

  room(name: string): Room | undefined {
    return this.#rooms.get(name)
  }

  /** Opens a room, or answers the one that stands open already. Undefined when there are too many. */
  openRoom(
    name: string,
    asked: {
      readonly emptyTimeoutSeconds?: number
      readonly departureTimeoutSeconds?: number
      readonly maxParticipants?: number
      readonly metadata?: string
    } = {},
  ): Room | undefined {
    const open = this.#rooms.get(name)
    if (open !== undefined) return open
    if (this.#rooms.size >= LIMITS.rooms) return undefined
    const room = new Room(
      {
        name,
        emptyTimeoutSeconds: asked.emptyTimeoutSeconds ?? this.#settings.emptyTimeoutSeconds,
        departureTimeoutSeconds: asked.departureTimeoutSeconds ?? this.#settings.departureTimeoutSeconds,
        maxParticipants: asked.maxParticipants ?? 0,
        audioStreams: this.#settings.audioStreams,
        resumeWithinSeconds: this.#settings.resumeWithinSeconds,
      },
      asked.metadata ?? '',
      Date.now(),
      this.#metrics,
      this.#observer,
    )
    this.#rooms.set(name, room)
    this.#observer.onRoomStarted(room)
    return room
  }

  closeRoom(room: Room, reason: DisconnectReason): void {
    if (this.#rooms.get(room.settings.name) !== room) return
    this.#rooms.delete(room.settings.name)
    room.closeAll(reason)
    this.#observer.onRoomFinished(room)
  }

  /** Whether someone with these grants would be let in now. Asked before the connection is opened. */
  mayJoin(grants: Grants): Refusal | undefined {
    if (!grants.roomJoin || grants.room === '' || grants.identity === '') return 'may not join'
    if (this.revocations.covers(grants.room, grants.identity, grants.issuedAtSeconds)) return 'removed'
    const room = this.#rooms.get(grants.room)
    if (room === undefined) {
      if (!this.#settings.autoCreate && !grants.roomCreate) return 'no such room'
      return this.#rooms.size >= LIMITS.rooms ? 'too many rooms' : undefined
    }
    const most =
      room.settings.maxParticipants > 0 ? room.settings.maxParticipants : LIMITS.participantsPerRoom
    return room.size >= most && room.participant(grants.identity) === undefined ? 'room full' : undefined
  }

  /** Lets someone in, or takes up again with a client that resumes. */
  welcome(grants: Grants, ask: JoinAsk, link: SignalLink): Welcome {
    const refused = this.mayJoin(grants)
    if (refused !== undefined) return { refused }
    const room = this.openRoom(grants.room)
    if (room === undefined) return { refused: 'too many rooms' }
    if (ask.resumes !== undefined) return this.#resume(room, grants, ask.resumes, link)
    const participant = new Participant(
      { ...grants, permissions: room.permissionsFor(grants) },
      { autoSubscribe: ask.autoSubscribe, adaptiveStream: ask.adaptiveStream, nowMs: Date.now() },
      this.#metrics,
      room.events(),
    )
    room.admit(participant)
    participant.link(link)
    const start = this.#connect(room, participant, ask)
    participant.signal({ case: 'join', value: this.#joinResponse(room, participant, ask) })
    room.reconcile(participant)
    room.tellAbout(participant)
    start()
    return { room, participant }
  }

  close(): void {
    clearInterval(this.#timer)
    for (const room of this.#rooms.values()) this.closeRoom(room, DisconnectReason.SERVER_SHUTDOWN)
  }

  #resume(room: Room, grants: Grants, sid: string, link: SignalLink): Welcome {
    const participant = room.participant(grants.identity)
    const known = participant !== undefined && (sid === '' || participant.sid === sid)
    if (!known || participant.negotiation === undefined) return { refused: 'no such room' }
    participant.link(link)
    participant.signal({
      case: 'reconnect',
      value: new ReconnectResponse({ serverInfo, lastMessageSeq: participant.lastDataSequence }),
    })
    const participants = [participant.info(), ...room.othersFor(participant)]
    participant.signal({ case: 'update', value: new ParticipantUpdate({ participants }) })
    participant.negotiation.resumed()
    return { room, participant }
  }

  /** Makes the connections; what is answered begins the negotiation once the client has been let in. */
  #connect(room: Room, participant: Participant, ask: JoinAsk): () => void {
    const transport = (role: string, carries: boolean, matters = () => true): PeerTransport =>
      new PeerTransport(`${participant.sid}-${role}`, this.#settings.transport, {
        onMedia: (packet) => participant.takeMedia(packet),
        onData: (channel, message) => participant.takeData(channel, message),
        onConnected: () => participant.nowConnected(carries),
        onLost: (state) => {
          if (matters()) this.#lost(room, participant, state)
        },
      })
    const signal = participant.signal.bind(participant)
    if (ask.version === 1) {
      const negotiation = new SingleNegotiation(
        participant.host(),
        participant.egress,
        transport('only', true),
        signal,
      )
      participant.connect(negotiation)
      return () => {
        for (const request of ask.tracks) participant.publishing.announce(request, participant.permissions)
        if (ask.offer !== undefined) void negotiation.takeOffer(ask.offer)
      }
    }
    // Who only sends may leave the connection for receiving unanswered: it is given up without a word.
    const isAnswered = (): boolean => negotiation.isAnswered
    const transports = { publisher: transport('up', false), subscriber: transport('down', true, isAnswered) }
    const negotiation = new DualNegotiation(participant.host(), participant.egress, transports, signal)
    participant.connect(negotiation)
    return () => negotiation.start()
  }

  #lost(room: Room, participant: Participant, state: string): void {
    if (participant.state === ParticipantInfo_State.DISCONNECTED) return
    this.#log.info(
      { room: room.settings.name, identity: participant.identity, state },
      'media connection lost',
    )
    // After a client's own leave its connections close first now and then; with the signalling there it starts over.
    room.remove(participant, DisconnectReason.MEDIA_FAILURE, LeaveRequest_Action.RECONNECT)
  }

  #joinResponse(room: Room, participant: Participant, ask: JoinAsk): JoinResponse {
    return new JoinResponse({
      room: room.info(),
      participant: participant.info(),
      otherParticipants: room.othersFor(participant),
      serverVersion: serverInfo.version,
      serverInfo,
      iceServers: [],
      subscriberPrimary: ask.version === 0,
      clientConfiguration: new ClientConfiguration({ resumeConnection: ClientConfigSetting.ENABLED }),
      pingInterval: PING_INTERVAL_SECONDS,
      pingTimeout: PING_TIMEOUT_SECONDS,
      enabledPublishCodecs: [new Codec({ mime: 'video/VP8' }), new Codec({ mime: 'audio/opus' })],
      fastPublish: participant.permissions.canPublish,
    })
  }

  #tick(nowMs: number): void {
    for (const room of this.#rooms.values()) {
      room.tick(nowMs)
      if (room.isOver(nowMs)) this.closeRoom(room, DisconnectReason.ROOM_CLOSED)
    }
    this.revocations.forgetOld(nowMs)
  }
}
