import {
  PeerConnection as NativeConnection,
  Video,
  type DataChannel,
  type PeerConnection,
  type Track,
} from 'node-datachannel'
import type { IceParameters } from '../sdp/session-description.ts'
import type { LocalEnd } from '../sdp/write-description.ts'
import type { RelayedPort } from './relayed-port.ts'

const MAX_MESSAGE_BYTES = 262_144
const GATHER_TIMEOUT_MS = 5_000
/** What may wait for channels to open. */
const EARLY_BYTES = 262_144
const MEDIA_TYPE = 96
/** Below that of every candidate the library makes of an address of the machine. */
const LAST_PRIORITY = 1_000_000

export interface TransportSettings {
  /** The one port shared by all connections; 0 for a connection of its own on any port. */
  readonly udpPort: number
  readonly address: string
  /** What clients are told instead of the bound address and port, where something stands between. */
  readonly announced: { readonly address: string; readonly port: number } | undefined
  /** Where clients behind a relay come in, if that is anywhere of its own. */
  readonly relayed?: RelayedPort | undefined
}

export interface TransportEvents {
  readonly onMedia: (packet: Buffer) => void
  readonly onData: (channel: string, message: Buffer) => void
  /** Media can go both ways; data channels open on their own, a little later. Comes once. */
  readonly onConnected: () => void
  /** The connection is gone for good. Comes at most once. */
  readonly onLost: (state: string) => void
}

export type ChannelSpec = { readonly label: string; readonly lossy: boolean }

/**
 * One ICE, DTLS, SRTP and SCTP connection. The library underneath is shown one media section only and then hands over
 * every RTP and RTCP packet whatever its SSRC; what the client agrees to stands in descriptions written elsewhere.
 */
export class PeerTransport {
  readonly #connection: PeerConnection
  readonly #settings: TransportSettings
  readonly #events: TransportEvents
  readonly #channels = new Map<string, DataChannel>()
  readonly #early = new Map<string, Buffer[]>()
  #earlyBytes = 0
  readonly #opened = new Set<string>()
  #track: Track | undefined
  #state: 'new' | 'connected' | 'lost' = 'new'
  #lastHeardMs = 0
  #ufrag = ''

  constructor(name: string, settings: TransportSettings, events: TransportEvents) {
    this.#settings = settings
    this.#events = events
    this.#connection = new NativeConnection(name, {
      iceServers: [],
      bindAddress: settings.address,
      disableAutoNegotiation: true,
      ...(settings.udpPort === 0
        ? {}
        : { enableIceUdpMux: true, portRangeBegin: settings.udpPort, portRangeEnd: settings.udpPort }),
      maxMessageSize: MAX_MESSAGE_BYTES,
    })
    this.#connection.onStateChange((state) => this.#follow(state))
    this.#connection.onTrack((track) => this.#adopt(track))
    this.#connection.onDataChannel((channel) => this.#open(channel))
  }

  /** Answers a client that offers. */
  async answer(remote: IceParameters): Promise<LocalEnd> {
    this.#connection.setRemoteDescription(singleSection(remote, 'actpass'), 'offer')
    return this.#gathered('answer')
  }

  /** Offers to a client, with these data channels. */
  async offer(channels: readonly ChannelSpec[]): Promise<LocalEnd> {
    const video = new Video('0', 'SendRecv')
    video.addVP8Codec(MEDIA_TYPE)
    video.addSSRC(1, 'parley', 'stream', 'track')
    this.#adopt(this.#connection.addTrack(video))
    for (const { label, lossy } of channels) {
      this.#open(
        this.#connection.createDataChannel(label, lossy ? { unordered: true, maxRetransmits: 0 } : {}),
      )
    }
    return this.#gathered('offer')
  }

  /** Takes the client's answer to an offer. */
  accept(remote: IceParameters): void {
    this.#connection.setRemoteDescription(singleSection(remote, remote.setup), 'answer')
  }

  /** Where the other side can be reached, as an SDP `candidate:` line says it; only who goes to it needs this. */
  reach(candidate: string): void {
    this.#connection.addRemoteCandidate(candidate, '0')
  }

  /** Sends one RTP or RTCP packet. The bytes may be reused as soon as this returns. */
  send(packet: Buffer): boolean {
    if (this.#state !== 'connected' || this.#track === undefined) return false
    try {
      return this.#track.sendMessageBinary(packet)
    } catch {
      return false
    }
  }

  /** How many bytes wait in a data channel, or for it to open; undefined if neither is the case. */
  waitingBytes(label: string): number | undefined {
    if (this.#state !== 'connected') return undefined
    const channel = this.#channels.get(label)
    if (channel?.isOpen() === true) return channel.bufferedAmount()
    return this.#opened.has(label) ? undefined : this.#earlyBytes
  }

  sendData(label: string, message: Buffer): boolean {
    const channel = this.#channels.get(label)
    if (this.#state !== 'connected' || channel === undefined) return false
    try {
      return channel.isOpen() && channel.sendMessageBinary(message)
    } catch {
      return false
    }
  }

  /**
   * As `sendData`, and where the channel is still on its way, as soon as it opens: pictures flow before channels stand, and
   * what is said meanwhile must not be lost. A client that opens no channels makes no more wait than 256 KiB.
   */
  sendDataOnceOpen(label: string, message: Buffer): boolean {
    if (this.#state !== 'connected' || this.#opened.has(label)) return this.sendData(label, message)
    if (this.#earlyBytes + message.length > EARLY_BYTES) return false
    const early = this.#early.get(label)
    if (early === undefined) this.#early.set(label, [message])
    else early.push(message)
    this.#earlyBytes += message.length
    return true
  }

  get isConnected(): boolean {
    return this.#state === 'connected'
  }

  /** When the last packet came from the other side. */
  get lastHeardMs(): number {
    return this.#lastHeardMs
  }

  close(): void {
    this.#state = 'lost'
    this.#channels.clear()
    this.#early.clear()
    this.#track = undefined
    if (this.#ufrag !== '') this.#settings.relayed?.dismiss(this.#ufrag)
    this.#connection.close()
  }

  async #gathered(type: 'offer' | 'answer'): Promise<LocalEnd> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const timer = setTimeout(
      () => reject(new Error('candidates were not gathered in time')),
      GATHER_TIMEOUT_MS,
    )
    this.#connection.onGatheringStateChange((state) => {
      if (state === 'complete') resolve()
    })
    this.#connection.setLocalDescription(type)
    if (this.#connection.gatheringState() === 'complete') resolve()
    await promise.finally(() => clearTimeout(timer))
    const description = this.#connection.localDescription()
    if (description === null) throw new Error('the connection has no local description')
    return this.#endOf(description.sdp)
  }

  #endOf(sdp: string): LocalEnd {
    const value = (name: string): string => sdp.match(new RegExp(`a=${name}:(.*)`))?.[1]?.trim() ?? ''
    const { announced, relayed } = this.#settings
    const credentials = { ufrag: value('ice-ufrag'), password: value('ice-pwd') }
    const direct =
      announced === undefined
        ? [...sdp.matchAll(/a=candidate:.*/g)].map(([line]) => line.trim())
        : [`a=candidate:1 1 UDP 2122317823 ${announced.address} ${announced.port} typ host`]
    if (relayed !== undefined && this.#state !== 'lost') {
      this.#ufrag = credentials.ufrag
      relayed.admit(credentials)
    }
    return {
      ...credentials,
      fingerprint: value('fingerprint'),
      setup: value('setup'),
      candidates: relayed === undefined ? direct : [...direct, ...alsoAt(relayed.port, direct)],
    }
  }

  #follow(state: string): void {
    if (this.#state === 'lost') return
    if (state === 'connected') this.#connected()
    if (state === 'failed' || state === 'closed' || state === 'disconnected') {
      this.#state = 'lost'
      this.#events.onLost(state)
    }
  }

  #connected(): void {
    if (this.#state !== 'new') return
    this.#state = 'connected'
    this.#lastHeardMs = Date.now()
    this.#events.onConnected()
  }

  #adopt(track: Track): void {
    this.#track = track
    // The library calls a connection connected when its data channels stand too. Pictures need not wait for that: it takes
    // a second where their first message is lost, and for ever where the client has none.
    track.onOpen(() => this.#connected())
    track.onMessage((packet) => {
      this.#lastHeardMs = Date.now()
      if (this.#state !== 'lost') this.#events.onMedia(packet)
    })
  }

  #open(channel: DataChannel): void {
    const label = channel.getLabel()
    this.#channels.set(label, channel)
    channel.onOpen(() => this.#opens(label))
    if (channel.isOpen()) this.#opens(label)
    channel.onMessage((message) => {
      this.#lastHeardMs = Date.now()
      if (this.#state === 'lost' || typeof message === 'string') return
      this.#events.onData(label, Buffer.isBuffer(message) ? message : Buffer.from(message))
    })
  }

  #opens(label: string): void {
    this.#opened.add(label)
    const early = this.#early.get(label) ?? []
    this.#early.delete(label)
    for (const message of early) this.#earlyBytes -= message.length
    for (const message of early) this.sendData(label, message)
  }
}

/** The same addresses with another port, to be tried last. */
const alsoAt = (port: number, candidates: readonly string[]): readonly string[] => {
  const addresses = candidates.map((line) => line.match(/ UDP \d+ ([0-9.]+) \d+ typ host/i)?.[1])
  const known = new Set(addresses.filter((address) => address !== undefined))
  return [...known].map(
    (address, index) =>
      `a=candidate:r${index + 1} 1 UDP ${LAST_PRIORITY - index} ${address} ${port} typ host`,
  )
}

const singleSection = (remote: IceParameters, setup: string): string => {
  const end = [
    `a=ice-ufrag:${remote.ufrag}`,
    `a=ice-pwd:${remote.password}`,
    `a=fingerprint:${remote.fingerprint}`,
    `a=setup:${setup}`,
  ]
  const lines = [
    'v=0',
    'o=- 1 1 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    'a=group:BUNDLE 0 1',
    'a=msid-semantic: WMS *',
    `m=video 9 UDP/TLS/RTP/SAVPF ${MEDIA_TYPE}`,
    'c=IN IP4 0.0.0.0',
    'a=mid:0',
    'a=sendrecv',
    'a=rtcp-mux',
    `a=rtpmap:${MEDIA_TYPE} VP8/90000`,
    'a=ssrc:1 cname:client',
    ...end,
    'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
    'c=IN IP4 0.0.0.0',
    'a=mid:1',
    'a=sctp-port:5000',
    `a=max-message-size:${MAX_MESSAGE_BYTES}`,
    ...end,
  ]
  return `${lines.join('\r\n')}\r\n`
}
