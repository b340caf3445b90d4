import {
  AddTrackRequest,
  SessionDescription,
  SignalRequest,
  SignalResponse,
  SignalTarget,
  TrackSource,
  TrackType,
  type TrickleRequest,
} from '@livekit/protocol'
import { AccessToken } from 'livekit-server-sdk'
import { PeerConnection, type Track, Video } from 'node-datachannel'
import { WebSocket } from 'ws'

/*
 * A participant without codecs: it speaks the signalling with a connection each way and sends or takes bare RTP packets,
 * so that a generator of load costs less than what it loads.
 */

const VP8 = 96
const WITHIN_MS = 15_000

type Pass = { readonly url: string; readonly key: string; readonly secret: string; readonly room: string }
type Message = SignalResponse['message']

const within = async <Value>(promise: Promise<Value>, what: string): Promise<Value> => {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`not in time: ${what}`)), WITHIN_MS)
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

const openSignal = async (
  { url, key, secret, room }: Pass,
  identity: string,
  subscribes: boolean,
  onMessage: (message: Message, send: (message: SignalRequest['message']) => void) => void,
): Promise<(message: SignalRequest['message']) => void> => {
  const token = new AccessToken(key, secret, { identity, ttl: '1h' })
  token.addGrant({ roomJoin: true, room, canPublish: true, canSubscribe: true })
  const query = new URLSearchParams({
    access_token: await token.toJwt(),
    auto_subscribe: subscribes ? '1' : '0',
    protocol: '15',
    sdk: 'js',
    version: '2.5.0',
  })
  const socket = new WebSocket(`${url}/rtc?${query.toString()}`)
  const send = (message: SignalRequest['message']): void =>
    socket.send(new SignalRequest({ message }).toBinary())
  const { promise: joined, resolve, reject } = Promise.withResolvers<void>()
  socket.on('error', reject)
  socket.on('close', (code) => {
    throw new Error(`${identity} lost its signalling: ${code}`)
  })
  socket.on('message', (data) => {
    if (!Buffer.isBuffer(data)) return
    const { message } = SignalResponse.fromBinary(data)
    if (message.case === 'join') {
      resolve()
      const everySeconds = message.value.pingInterval > 0 ? message.value.pingInterval : 5
      setInterval(() => send({ case: 'ping', value: BigInt(Date.now()) }), everySeconds * 1000).unref()
    }
    if (message.case === 'leave') throw new Error(`${identity} was sent away: ${message.value.reason}`)
    onMessage(message, send)
  })
  await within(joined, 'joining')
  return send
}

const connection = (name: string): PeerConnection =>
  new PeerConnection(name, {
    iceServers: [],
    bindAddress: '127.0.0.1',
    disableAutoNegotiation: true,
    mtu: 1400,
  })

/** The description this side gives, once its candidates are in it. */
const described = async (peer: PeerConnection, type: 'offer' | 'answer'): Promise<string> => {
  const { promise, resolve } = Promise.withResolvers<void>()
  peer.onGatheringStateChange((state) => {
    if (state === 'complete') resolve()
  })
  peer.setLocalDescription(type)
  if (peer.gatheringState() === 'complete') resolve()
  await within(promise, 'gathering')
  return peer.localDescription()?.sdp ?? ''
}

/** What a candidate in the signalling's JSON says. */
const candidateIn = ({ candidateInit }: TrickleRequest): string => {
  const { candidate }: { readonly candidate?: string } = JSON.parse(candidateInit)
  return candidate ?? ''
}

const field = (sdp: string, name: string): string =>
  new RegExp(`^a=${name}:(.*)$`, 'm').exec(sdp)?.[1]?.trim() ?? ''

/** An offer as the library underneath is shown it: it hands over every packet only where it sees one media section. */
const oneSection = (offer: string): string => {
  const end = ['ice-ufrag', 'ice-pwd', 'fingerprint'].map((name) => `a=${name}:${field(offer, name)}`)
  const lines = [
    'v=0',
    'o=- 1 1 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    'a=group:BUNDLE 0 1',
    `m=video 9 UDP/TLS/RTP/SAVPF ${VP8}`,
    'c=IN IP4 0.0.0.0',
    'a=mid:0',
    'a=sendrecv',
    'a=rtcp-mux',
    `a=rtpmap:${VP8} VP8/90000`,
    'a=ssrc:1 cname:server',
    'a=setup:actpass',
    ...end,
    'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
    'c=IN IP4 0.0.0.0',
    'a=mid:1',
    'a=sctp-port:5000',
    'a=setup:actpass',
    ...end,
  ]
  return `${lines.join('\r\n')}\r\n`
}

/**
 * The answer to the offer itself: every picture is taken, as bare VP8. Nothing is agreed that would have this side report
 * on its line, so that neither engine guesses at bandwidth.
 */
const answerTo = (offer: string, own: string): string => {
  const sections = offer.split(/^(?=m=)/m).slice(1)
  const mids = sections.map((section) => field(section, 'mid'))
  const end = ['ice-ufrag', 'ice-pwd', 'fingerprint'].map((name) => `a=${name}:${field(own, name)}`)
  const candidates = own.match(/^a=candidate:.*$/gm) ?? []
  const lines = sections.flatMap((section, index) => [
    ...(section.startsWith('m=application')
      ? ['m=application 9 UDP/DTLS/SCTP webrtc-datachannel', 'a=sctp-port:5000']
      : [
          `m=video 9 UDP/TLS/RTP/SAVPF ${VP8}`,
          'a=recvonly',
          'a=rtcp-mux',
          `a=rtpmap:${VP8} VP8/90000`,
          `a=rtcp-fb:${VP8} nack pli`,
        ]),
    'c=IN IP4 0.0.0.0',
    `a=mid:${mids[index]}`,
    'a=setup:active',
    ...end,
    ...candidates.map((candidate) => candidate.trim()),
  ])
  const head = ['v=0', 'o=- 1 1 IN IP4 127.0.0.1', 's=-', 't=0 0', `a=group:BUNDLE ${mids.join(' ')}`]
  return `${[...head, ...lines].join('\r\n')}\r\n`
}

type Taking = {
  readonly connected: Promise<void>
  readonly follow: (message: Message, send: (message: SignalRequest['message']) => void) => void
}

/** The receiving connection of a participant: answers every offer, and hands over each packet as it comes. */
const taking = (identity: string, onPacket: (packet: Buffer) => void): Taking => {
  const peer = connection(identity)
  const kept: Track[] = []
  const early: string[] = []
  let own = ''
  let approached = false
  const connected = Promise.withResolvers<void>()
  peer.onStateChange((state) => {
    if (state === 'connected') connected.resolve()
  })
  peer.onTrack((track) => {
    kept.push(track)
    track.onMessage(onPacket)
  })
  const approach = (offer: string): void => {
    const offered = [...offer.matchAll(/^a=(candidate:.*)$/gm)].map(([, text]) => text?.trim() ?? '')
    approached = true
    for (const candidate of [...offered, ...early.splice(0)]) peer.addRemoteCandidate(candidate, '0')
  }
  let turn = Promise.resolve()
  const follow: Taking['follow'] = (message, send) => {
    if (message.case === 'trickle' && message.value.target === SignalTarget.SUBSCRIBER) {
      const candidate = candidateIn(message.value)
      if (candidate !== '' && approached) peer.addRemoteCandidate(candidate, '0')
      else if (candidate !== '') early.push(candidate)
    }
    if (message.case !== 'offer') return
    const { sdp: offer, id } = message.value
    turn = turn.then(async () => {
      const first = own === ''
      if (first) {
        peer.setRemoteDescription(oneSection(offer), 'offer')
        own = await described(peer, 'answer')
      }
      const value = new SessionDescription({ type: 'answer', sdp: answerTo(offer, own), id })
      send({ case: 'answer', value })
      if (first) approach(offer)
    })
  }
  return { connected: connected.promise, follow }
}

/** Takes every camera there is in the room; each packet is handed over as it comes. */
export const takeAll = async (
  pass: Pass,
  identity: string,
  onPacket: (packet: Buffer) => void,
): Promise<void> => {
  const { connected, follow } = taking(identity, onPacket)
  await openSignal(pass, identity, true, follow)
  await within(connected, 'the connection up')
}

/** Publishes one camera; resolves with the way to send its packets when the connection stands. */
export const publishCamera = async (pass: Pass, identity: string, ssrc: number): Promise<Track> => {
  const peer = connection(identity)
  const early: string[] = []
  let answered = false
  const addCandidate = (candidate: string): void => {
    if (candidate === '') return
    if (answered) peer.addRemoteCandidate(candidate, '0')
    else early.push(candidate)
  }
  const published = Promise.withResolvers<void>()
  const back = taking(identity, () => {})
  const send = await openSignal(pass, identity, false, (message, reply) => {
    back.follow(message, reply)
    if (message.case === 'trackPublished') published.resolve()
    if (message.case === 'trickle' && message.value.target === SignalTarget.PUBLISHER)
      addCandidate(candidateIn(message.value))
    if (message.case === 'answer') {
      peer.setRemoteDescription(message.value.sdp, 'answer')
      answered = true
      for (const candidate of early) addCandidate(candidate)
    }
  })
  const source = TrackSource.CAMERA
  const type = TrackType.VIDEO
  const value = new AddTrackRequest({ cid: identity, name: 'camera', type, source, width: 640, height: 360 })
  send({ case: 'addTrack', value })
  await within(published.promise, 'publishing')
  const video = new Video('0', 'SendOnly')
  video.addVP8Codec(VP8)
  video.addSSRC(ssrc, identity, identity, identity)
  const track = peer.addTrack(video)
  const opened = Promise.withResolvers<void>()
  track.onOpen(() => opened.resolve())
  const sdp = await described(peer, 'offer')
  send({ case: 'offer', value: new SessionDescription({ type: 'offer', sdp, id: 1 }) })
  await within(opened.promise, 'the connection up')
  return track
}
