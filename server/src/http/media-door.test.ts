import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { memoryEventStore } from '../adapters/memory/memory-event-store.ts'
import { memoryMediaEngine } from '../adapters/memory/memory-media-engine.ts'
import { memoryPadStore } from '../adapters/memory/memory-pad-store.ts'
import { type FictionalServer, fictionalServer } from '../fictional-server.ts'

/** Stands where the media server would; what it does with who comes is each test's own. */
let behind: Server
let server: FictionalServer
let reached: string[]
beforeEach(async () => {
  reached = []
  behind = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.on('data', (bytes) => reached.push(bytes.toString('latin1')))
  })
  behind.listen(0, '127.0.0.1')
  await once(behind, 'listening')
  const { port } = addressOf(behind)
  server = await fictionalServer(memoryEventStore(), memoryMediaEngine(), memoryPadStore(), () => ({
    host: '127.0.0.1',
    port,
  }))
})
afterEach(async () => {
  await server.close()
  behind.close()
})

const addressOf = (listening: Server): AddressInfo => {
  const address = listening.address()
  if (typeof address !== 'object' || address === null) throw new Error('not listening')
  return address
}

const upgradeTo = async (path: string): Promise<Socket> => {
  const { port, host } = new URL(server.origin)
  const socket = connect(Number(port), '127.0.0.1')
  socket.on('error', () => socket.destroy())
  await once(socket, 'connect')
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n',
  )
  return socket
}

describe('the way to the media server', () => {
  it('says 503 and nothing else to a question while the media server cannot be reached', async () => {
    behind.close()
    await once(behind, 'close')
    for (const url of ['/media/rtc/validate', '/media/rtc/v1/validate?access_token=x']) {
      const told = await server.inject({ method: 'GET', url })
      expect([told.status, told.text]).toEqual([503, ''])
    }
  })

  it('ends an upgrade at once when the media server breaks off, and the house goes on', async () => {
    behind.on('connection', (socket: Socket) => socket.resetAndDestroy())
    const socket = await upgradeTo('/media/rtc?access_token=x')
    await once(socket, 'close')
    expect((await server.ask(undefined, 'GET', '/health')).status).toBe(200)
  })

  it('lets go of the media server when the browser goes away', async () => {
    const coming = once(behind, 'connection')
    const socket = await upgradeTo('/media/rtc')
    const [inner]: Socket[] = await coming
    const gone = once(inner ?? socket, 'close')
    socket.resetAndDestroy()
    await gone
    expect(inner?.destroyed).toBe(true)
  })

  it.each([
    '/media/rtc/../twirp/livekit.RoomService/ListRooms',
    '/media/rtc/%2e%2e/twirp/livekit.RoomService/ListRooms',
    '/media//rtc',
    '/media/rtc/validate',
    '/media/twirp/livekit.RoomService/ListRooms',
    'http://media/media/rtc',
    '/media',
  ])('leads an upgrade to %s nowhere', async (path) => {
    const socket = await upgradeTo(path)
    const [answer] = await once(socket, 'data')
    expect(String(answer)).toContain('HTTP/1.1 404')
    expect(reached).toEqual([])
  })

  it('hears nothing from who is not the engine, and tells them no more than the engine', async () => {
    for (const [payload, authorization] of [
      ['', undefined],
      ['{"event":"room_finished","room":{"name":"river.first.plenary"}}', 'Bearer x'],
      ['not json', 'eyJhbGciOiJub25lIn0.eyJzaGEyNTYiOiJ4In0.'],
    ] as const) {
      const headers = {
        'content-type': 'application/webhook+json',
        ...(authorization === undefined ? {} : { authorization }),
      }
      const told = await server.inject({ method: 'POST', url: '/media/webhook', headers, payload })
      expect([told.status, told.text]).toEqual([200, ''])
    }
  })
})
