import { SessionDescription, SignalTarget, type SignalResponse } from '@livekit/protocol'
import { PeerConnection } from 'node-datachannel'
import { afterEach, expect, it } from 'vitest'
import { Metrics } from '../metrics.ts'
import { PeerTransport } from '../transport/peer-transport.ts'
import { DualNegotiation } from './dual-negotiation.ts'
import { Egress } from './egress.ts'
import type { NegotiationHost } from './negotiation.ts'

const SETTINGS = { udpPort: 0, address: '127.0.0.1', announced: undefined }
type Message = SignalResponse['message']

const closing: (() => void)[] = []
afterEach(() => closing.splice(0).forEach((close) => close()))

const host = (onStartOver: (why: string) => void): NegotiationHost => ({
  name: 'alba',
  openIncoming: () => undefined,
  closeIncoming: () => {},
  tracksChanged: () => {},
  learnExtensions: () => {},
  startOver: onStartOver,
})

/** The server's half of a participant with a connection each way, and what it says to its client. */
const serverSide = () => {
  const heard: Message[] = []
  const waiting = new Set<() => void>()
  const connected = Promise.withResolvers<void>()
  const failed: string[] = []
  const transport = (name: string): PeerTransport =>
    new PeerTransport(name, SETTINGS, {
      onMedia: () => {},
      onData: () => {},
      onConnected: connected.resolve,
      onLost: (state) => failed.push(state),
    })
  const metrics = new Metrics()
  const egress = new Egress(metrics, { send: () => true, onStreamState: () => {} })
  const transports = { publisher: transport('up'), subscriber: transport('down') }
  const negotiation = new DualNegotiation(
    host((why) => failed.push(why)),
    egress,
    transports,
    (message) => {
      heard.push(message)
      for (const wake of waiting) wake()
    },
  )
  closing.push(() => negotiation.close())
  const told = async (wanted: Message['case']): Promise<Message> => {
    for (;;) {
      const message = heard.find((one) => one.case === wanted)
      if (message !== undefined) return message
      const { promise, resolve } = Promise.withResolvers<void>()
      waiting.add(resolve)
      await promise
    }
  }
  const toldOffer = async (): Promise<SessionDescription> => {
    const message = await told('offer')
    if (message.case !== 'offer') throw new Error('no offer')
    return message.value
  }
  return { negotiation, heard, told, toldOffer, connected: connected.promise, failed }
}

/** A client's answer to an offer. */
const answerTo = async (offer: SessionDescription) => {
  const peer = new PeerConnection('client', {
    iceServers: [],
    bindAddress: '127.0.0.1',
    disableAutoNegotiation: true,
  })
  closing.push(() => peer.close())
  const gathered = Promise.withResolvers<void>()
  peer.onGatheringStateChange((state) => {
    if (state === 'complete') gathered.resolve()
  })
  peer.setRemoteDescription(offer.sdp, 'offer')
  peer.setLocalDescription('answer')
  if (peer.gatheringState() === 'complete') gathered.resolve()
  await gathered.promise
  const sdp = peer.localDescription()?.sdp ?? ''
  return { peer, answer: new SessionDescription({ type: 'answer', sdp, id: offer.id }) }
}

it('a client is told where to come only when its answer is here, and gets through then', async () => {
  const { negotiation, heard, told, toldOffer, connected, failed } = serverSide()
  negotiation.start()
  const offer = await toldOffer()
  expect(offer.sdp).not.toMatch(/a=candidate|a=end-of-candidates/)
  const { peer, answer } = await answerTo(offer)
  expect(negotiation.isAnswered).toBe(false)
  expect(heard.some((message) => message.case === 'trickle')).toBe(false)
  await negotiation.takeAnswer(answer)
  expect(negotiation.isAnswered).toBe(true)
  const trickle = await told('trickle')
  if (trickle.case !== 'trickle') throw new Error('no candidate')
  expect(trickle.value.target).toBe(SignalTarget.SUBSCRIBER)
  const { candidate, sdpMid }: { candidate: string; sdpMid: string } = JSON.parse(trickle.value.candidateInit)
  peer.addRemoteCandidate(candidate, sdpMid)
  await connected
  expect(failed).toEqual([])
})

it('a later offer says it itself, for a client whose signalling was lost in between', async () => {
  const { negotiation, heard, toldOffer, told } = serverSide()
  negotiation.start()
  const { answer } = await answerTo(await toldOffer())
  await negotiation.takeAnswer(answer)
  heard.length = 0
  negotiation.resumed()
  await told('offer')
  const again = await toldOffer()
  expect(again.sdp).toMatch(/a=candidate/)
})
