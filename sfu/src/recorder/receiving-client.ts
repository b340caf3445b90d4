import {
  Ping,
  SessionDescription,
  SignalRequest,
  SignalResponse,
  SignalTarget,
  type TrickleRequest,
} from '@livekit/protocol'
import { WebSocket } from 'ws'
import { readSessionDescription, type SessionDescription as Read } from '../sdp/session-description.ts'
import { writeSessionDescription, type LocalEnd, type WrittenSection } from '../sdp/write-description.ts'
import { PeerTransport } from '../transport/peer-transport.ts'
import { RoomRecording, type RoomRecordingSettings } from './room-recording.ts'

export type ReceivingSettings = Omit<RoomRecordingSettings, 'send'> & {
  /** The media server, as `ws://…` or `wss://…`. */
  readonly url: string
  readonly token: string
  /** It has come in: whoever sends is recorded from now on. */
  readonly onIn: () => void
  /** It is over: the room is closed, the server gone, or the line. Comes once, unless it was closed from here. */
  readonly onOver: (why: string) => void
}

const TICK_MS = 50
const PING_MS = 5000

/**
 * Someone in a media room who only receives, and writes down what comes: the older signalling of LiveKit, in which the
 * server offers and this answers. It is seen in the room like everybody else.
 */
export class ReceivingClient {
  readonly #settings: ReceivingSettings
  readonly #socket: WebSocket
  readonly #recording: RoomRecording
  readonly #transport: PeerTransport
  readonly #timers: readonly NodeJS.Timeout[]
  #end: LocalEnd | undefined
  #early: string[] = []
  #version = 1
  #work: Promise<void> = Promise.resolve()
  #over = false

  constructor(settings: ReceivingSettings) {
    this.#settings = settings
    this.#transport = new PeerTransport(
      'recorder',
      { udpPort: 0, address: '0.0.0.0', announced: undefined },
      {
        onMedia: (packet) => this.#recording.take(packet, Date.now()),
        onData: () => {},
        onConnected: () => {},
        onLost: (state) => this.#lost(`the connection is ${state}`),
      },
    )
    this.#recording = new RoomRecording({ ...settings, send: (packet) => this.#transport.send(packet) })
    const query = new URLSearchParams({
      access_token: settings.token,
      auto_subscribe: '1',
      adaptive_stream: '0',
      sdk: 'js',
      version: '2.23.0',
      protocol: '16',
    })
    this.#socket = new WebSocket(`${settings.url.replace(/\/$/, '')}/rtc?${query.toString()}`)
    this.#socket.binaryType = 'nodebuffer'
    this.#socket.on('message', (data) => {
      if (Buffer.isBuffer(data)) this.#hear(SignalResponse.fromBinary(data).message)
    })
    this.#socket.on('error', (cause) => this.#lost(String(cause)))
    this.#socket.on('close', () => this.#lost('the signalling is closed'))
    this.#timers = [
      setInterval(() => this.#recording.tick(Date.now()), TICK_MS),
      setInterval(() => this.#ping(), PING_MS),
    ]
  }

  /** Leaves, and finishes every file. */
  close(): void {
    if (this.#over) return
    this.#over = true
    for (const timer of this.#timers) clearInterval(timer)
    this.#recording.close()
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.close()
    else this.#socket.terminate()
    this.#transport.close()
  }

  #lost(why: string): void {
    if (this.#over) return
    this.close()
    this.#settings.onOver(why)
  }

  /** What a server says beside this concerns those who show it to people. */
  #hear(message: SignalResponse['message']): void {
    if (message.case === 'join') {
      this.#recording.know(message.value.otherParticipants)
      this.#settings.onIn()
    }
    if (message.case === 'update') this.#recording.know(message.value.participants)
    if (message.case === 'leave') this.#lost('the server said to leave')
    if (message.case === 'trickle' && message.value.target === SignalTarget.SUBSCRIBER)
      this.#reach(candidateOf(message.value))
    if (message.case !== 'offer') return
    this.#work = this.#work
      .then(() => this.#answer(message.value))
      .catch((cause: unknown) => this.#lost(String(cause)))
  }

  async #answer(offer: SessionDescription): Promise<void> {
    const read = readSessionDescription(offer.sdp)
    if (read === undefined || this.#over) return
    this.#recording.expect(offer)
    if (this.#end === undefined) {
      this.#end = await this.#transport.answer(read.ice)
      const inside = [...offer.sdp.matchAll(/a=(candidate:.*)/g)].map(([, line]) => line?.trim() ?? '')
      for (const candidate of new Set([...inside, ...this.#early])) this.#transport.reach(candidate)
      this.#early = []
    }
    if (this.#over) return
    this.#version += 1
    const sdp = writeSessionDescription(this.#end, answered(read), this.#version)
    this.#send({
      case: 'answer',
      value: new SessionDescription({ type: 'answer', sdp, id: offer.id }),
    })
  }

  #reach(candidate: string): void {
    if (candidate === '') return
    if (this.#end === undefined) this.#early.push(candidate)
    else this.#transport.reach(candidate)
  }

  #ping(): void {
    this.#send({ case: 'ping', value: BigInt(Date.now()) })
    this.#send({ case: 'pingReq', value: new Ping({ timestamp: BigInt(Date.now()) }) })
  }

  #send(message: SignalRequest['message']): void {
    if (this.#socket.readyState === WebSocket.OPEN)
      this.#socket.send(new SignalRequest({ message }).toBinary())
  }
}

/** What is offered is received, in the codecs we can write. */
const answered = ({ sections }: Read): readonly WrittenSection[] =>
  sections.map((section): WrittenSection => {
    if (section.kind === 'application') return { section, direction: 'sendrecv' }
    const sends = section.direction === 'sendonly' || section.direction === 'sendrecv'
    return { section, direction: sends ? 'recvonly' : 'inactive' }
  })

const candidateOf = ({ candidateInit }: TrickleRequest): string => {
  const read: unknown = JSON.parse(candidateInit)
  const candidate = typeof read === 'object' && read !== null && 'candidate' in read ? read.candidate : ''
  return typeof candidate === 'string' ? candidate : ''
}
