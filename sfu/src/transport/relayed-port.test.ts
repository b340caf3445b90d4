import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { RelayedPort } from './relayed-port.ts'
import { hasZeroTieBreaker, isIntact, readBinding, seal } from './stun-message.ts'
import { PortTaken } from './udp-port.ts'

const HOST = '127.0.0.1'
const HERE = { ufrag: 'here', password: 'a-password-of-22-chars' }
const DTLS = Buffer.from('16fefd0000', 'hex')

/** A STUN message of these attributes, sealed with the password. */
const sealed = (
  type: number,
  attributes: readonly (readonly [number, Buffer])[],
  password: string,
): Buffer => {
  const all = [...attributes, [0x0008, Buffer.alloc(20)] as const, [0x8028, Buffer.alloc(4)] as const]
  const body = Buffer.concat(
    all.map(([kind, value]) => {
      const bytes = Buffer.alloc(4 + Math.ceil(value.length / 4) * 4)
      bytes.writeUInt16BE(kind, 0)
      bytes.writeUInt16BE(value.length, 2)
      value.copy(bytes, 4)
      return bytes
    }),
  )
  const head = Buffer.alloc(20, 7)
  head.writeUInt16BE(type, 0)
  head.writeUInt16BE(body.length, 2)
  head.writeUInt32BE(0x2112a442, 4)
  const packet = Buffer.concat([head, body])
  const message = readBinding(packet)
  if (message === undefined) throw new Error('not a STUN message')
  seal(packet, message, password)
  return packet
}

const check = (tieBreaker: bigint, { ufrag, password } = HERE): Buffer => {
  const value = Buffer.alloc(8)
  value.writeBigUInt64BE(tieBreaker)
  return sealed(0x0001, [[0x0006, Buffer.from(`${ufrag}:them`)] as const, [0x802a, value] as const], password)
}

const sockets: Socket[] = []
const openSocket = async (): Promise<Socket> => {
  const socket = createSocket('udp4')
  sockets.push(socket)
  await new Promise<void>((done) => socket.bind(0, HOST, done))
  return socket
}

const next = async (socket: Socket): Promise<{ readonly packet: Buffer; readonly from: RemoteInfo }> => {
  const [packet, from] = await once(socket, 'message')
  return { packet, from }
}

let library: Socket
let client: Socket
let door: RelayedPort

beforeEach(async () => {
  library = await openSocket()
  client = await openSocket()
  door = await RelayedPort.open(HOST, 0, library.address().port)
  door.admit(HERE)
})
afterEach(() => {
  door.close()
  for (const socket of sockets.splice(0)) socket.close()
})

const send = (packet: Buffer, from = client): void => from.send(packet, door.port, HOST)

/** What the library gets of a packet. */
const passed = (packet: Buffer, from = client): ReturnType<typeof next> => {
  const came = next(library)
  send(packet, from)
  return came
}

describe('the port for clients behind a relay', () => {
  it('makes a tie-breaker of zero one that the library sees, rightly sealed', async () => {
    const { packet } = await passed(check(0n))
    const message = readBinding(packet)
    if (message === undefined) throw new Error('unreadable')
    expect(hasZeroTieBreaker(packet, message)).toBe(false)
    expect(isIntact(packet, message, HERE.password)).toBe(true)
  })

  it('passes everything else of such a client as it is, both ways', async () => {
    const { from } = await passed(check(0n))
    expect((await passed(DTLS)).packet).toEqual(DTLS)
    expect((await passed(check(5n))).packet).toEqual(check(5n))
    const back = next(client)
    library.send(DTLS, from.port, from.address)
    const got = await back
    expect(got.packet).toEqual(DTLS)
    expect(got.from.port).toBe(door.port)
  })

  it('tells a client its own address, not that of the socket standing for it', async () => {
    const { from } = await passed(check(0n))
    const back = next(client)
    library.send(sealed(0x0101, [[0x0020, Buffer.alloc(8)]], HERE.password), from.port, from.address)
    const { packet } = await back
    const message = readBinding(packet)
    expect(message !== undefined && isIntact(packet, message, HERE.password)).toBe(true)
    expect(packet.readUInt16BE(26) ^ 0x2112).toBe(client.address().port)
    expect((packet.readUInt32BE(28) ^ 0x2112a442) >>> 0).toBe(0x7f000001)
  })

  it('keeps clients apart', async () => {
    const other = await openSocket()
    const one = await passed(check(0n))
    const two = await passed(check(0n), other)
    expect(one.from.port).not.toBe(two.from.port)
    const back = next(other)
    library.send(DTLS, two.from.port, HOST)
    expect((await back).packet).toEqual(DTLS)
  })

  it('gives an address that another client has got from the relay to that one', async () => {
    const there = { ufrag: 'there', password: 'another-password-of-it' }
    door.admit(there)
    const before = await passed(check(0n))
    const after = await passed(check(0n, there))
    expect(after.from.port).not.toBe(before.from.port)
    expect(door.links).toBe(1)
  })

  it('lets go of whoever is silent, and of a connection that is over', async () => {
    await passed(check(0n))
    door.sweep(Date.now())
    expect(door.links).toBe(1)
    door.sweep(Date.now() + 60_000)
    expect(door.links).toBe(0)
    await passed(check(0n))
    expect(door.links).toBe(1)
    door.dismiss(HERE.ufrag)
    expect(door.links).toBe(0)
  })

  it('says when it is taken', async () => {
    await expect(RelayedPort.open(HOST, door.port, 9)).rejects.toThrow(PortTaken)
  })
})

describe('whoever has no business there', () => {
  it.each([
    ['who sends no check', DTLS],
    ['who sends nothing', Buffer.alloc(0)],
    ['whose check is not sealed with the password', check(0n, { ...HERE, password: 'guessed' })],
    ['who names a connection that is not there', check(0n, { ...HERE, ufrag: 'gone' })],
    ['who can use the first port', check(5n)],
    ['who sends an answer', sealed(0x0101, [], HERE.password)],
    ['who sends half a check', check(0n).subarray(0, 50)],
  ])('is not heard: one %s', async (_who, packet) => {
    const stranger = await openSocket()
    send(packet, stranger)
    await passed(check(0n))
    expect(door.links).toBe(1)
  })

  it('gets nothing signed: a forged check from a known address goes nowhere', async () => {
    await passed(check(0n))
    send(check(0n, { ...HERE, password: 'guessed' }))
    expect((await passed(DTLS)).packet).toEqual(DTLS)
  })

  it('is not heard by the client in the library’s place', async () => {
    const { from } = await passed(check(0n))
    const stranger = await openSocket()
    stranger.send(Buffer.from('not from the library'), from.port, HOST)
    const back = next(client)
    await new Promise((done) => library.send(DTLS, from.port, HOST, done))
    expect((await back).packet).toEqual(DTLS)
  })

  it('cannot fill it: a connection has eight addresses, and others still come in', async () => {
    const crowd = await Promise.all(Array.from({ length: 20 }, openSocket))
    for (const one of crowd) send(check(0n), one)
    const there = { ufrag: 'there', password: 'another-password-of-it' }
    door.admit(there)
    const heard = new Promise<void>((done) => {
      library.on('message', (packet: Buffer) => {
        if (readBinding(packet)?.username.startsWith('there')) done()
      })
    })
    send(check(0n, there))
    await heard
    expect(door.links).toBe(9)
  })

  it('does not end it by sending nonsense without end', async () => {
    const stranger = await openSocket()
    for (let size = 0; size < 1_000; size += 1)
      await new Promise((done) => stranger.send(Buffer.alloc(size, size), door.port, HOST, done))
    await passed(check(0n))
    expect(door.links).toBe(1)
  })
})
