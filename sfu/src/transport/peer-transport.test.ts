import { PeerConnection, Video } from 'node-datachannel'
import { afterEach, expect, it } from 'vitest'
import { readSessionDescription } from '../sdp/session-description.ts'
import { writeSessionDescription, type LocalEnd } from '../sdp/write-description.ts'
import { PeerTransport } from './peer-transport.ts'
import { RelayedPort } from './relayed-port.ts'

const closing: (() => void)[] = []
afterEach(() => closing.splice(0).forEach((close) => close()))

/** A client's connection that sends pictures, with what it opens, and its offer. */
const offering = async (open: (client: PeerConnection) => void = () => {}) => {
  const client = new PeerConnection('client', {
    iceServers: [],
    bindAddress: '127.0.0.1',
    disableAutoNegotiation: true,
  })
  closing.push(() => client.close())
  const video = new Video('0', 'SendOnly')
  video.addVP8Codec(96)
  video.addSSRC(77, 'client', 'client', 'client')
  const track = client.addTrack(video)
  open(client)
  const gathered = Promise.withResolvers<void>()
  client.onGatheringStateChange((state) => {
    if (state === 'complete') gathered.resolve()
  })
  client.setLocalDescription('offer')
  if (client.gatheringState() === 'complete') gathered.resolve()
  await gathered.promise
  const offer = readSessionDescription(client.localDescription()?.sdp ?? '')
  if (offer === undefined) throw new Error('unreadable offer')
  const take = (end: LocalEnd): void => {
    const sections = offer.sections.map((section) => ({ section, direction: 'sendrecv' as const }))
    client.setRemoteDescription(writeSessionDescription(end, sections, 1), 'answer')
  }
  return { client, track, offer, take }
}

const LOCAL = { udpPort: 0, address: '127.0.0.1', announced: undefined }

it('media can go over a connection whose client opens no data channels', async () => {
  const { track, offer, take } = await offering()
  const connected = Promise.withResolvers<void>()
  const came = Promise.withResolvers<Buffer>()
  const server = new PeerTransport('server', LOCAL, {
    onMedia: came.resolve,
    onData: () => {},
    onConnected: connected.resolve,
    onLost: (state) => connected.reject(new Error(state)),
  })
  closing.push(() => server.close())
  take(await server.answer(offer.ice))
  await connected.promise
  expect(server.isConnected).toBe(true)
  const packet = Buffer.from([0x80, 96, 0, 1, 0, 0, 0, 0, 0, 0, 0, 77, 0x10, 0])
  const answered = Promise.withResolvers<Buffer>()
  track.onMessage(answered.resolve)
  expect(server.send(Buffer.from([0x81, 206, 0, 2, 0, 0, 0, 1, 0, 0, 0, 77]))).toBe(true)
  expect((await answered.promise).readUInt8(1)).toBe(206)
  track.sendMessageBinary(packet)
  expect((await came.promise).subarray(12)).toEqual(packet.subarray(12))
})

it('what is sent before a channel stands arrives in order when it does, and no more waits than may', async () => {
  const { client, offer, take } = await offering((opening) => opening.createDataChannel('another'))
  const connected = Promise.withResolvers<void>()
  const server = new PeerTransport('server', LOCAL, {
    onMedia: () => {},
    onData: () => {},
    onConnected: connected.resolve,
    onLost: (state) => connected.reject(new Error(state)),
  })
  closing.push(() => server.close())
  take(await server.answer(offer.ice))
  await connected.promise
  expect(server.waitingBytes('words')).toBe(0)
  for (const word of ['one', 'two']) expect(server.sendDataOnceOpen('words', Buffer.from(word))).toBe(true)
  expect(server.waitingBytes('words')).toBe(6)
  expect(server.sendData('words', Buffer.from('not kept'))).toBe(false)
  expect(server.sendDataOnceOpen('words', Buffer.alloc(300_000))).toBe(false)

  const got: string[] = []
  const third = Promise.withResolvers<void>()
  const channel = client.createDataChannel('words')
  channel.onMessage((message) => {
    if (typeof message !== 'string')
      got.push((Buffer.isBuffer(message) ? message : Buffer.from(message)).toString())
    if (got.length === 3) third.resolve()
  })
  channel.onOpen(() => server.sendDataOnceOpen('words', Buffer.from('three')))
  await third.promise
  expect(got).toEqual(['one', 'two', 'three'])
})

it.each([
  ['itself', undefined, '127.0.0.1'],
  ['what stands before it', { address: '203.0.113.7', port: 7000 }, '203.0.113.7'],
])('clients are told the port for relays last, at the address of %s', async (_whose, announced, address) => {
  const relayed = await RelayedPort.open('127.0.0.1', 0, 9)
  closing.push(() => relayed.close())
  const events = { onMedia: () => {}, onData: () => {}, onConnected: () => {}, onLost: () => {} }
  const server = new PeerTransport('server', { udpPort: 0, address: '127.0.0.1', announced, relayed }, events)
  closing.push(() => server.close())
  const { candidates } = await server.offer([])
  expect(candidates).toHaveLength(2)
  const priorities = candidates.map((line) => Number(line.split(' ')[3]))
  expect(priorities[1]).toBeLessThan(priorities[0] ?? 0)
  expect(candidates[1]).toContain(` ${address} ${relayed.port} typ host`)
})
