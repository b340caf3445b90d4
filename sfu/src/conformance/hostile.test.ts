import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { connect } from 'node:net'
import { LeaveRequest_Action, SessionDescription } from '@livekit/protocol'
import { DisconnectReason, dispose } from '@livekit/rtc-node'
import { RoomServiceClient } from 'livekit-server-sdk'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startEmbedded, type EmbeddedEngine } from './engine.ts'
import { Person, tokenFor } from './person.ts'
import { SignalClient } from './signal-client.ts'

describe('trouble', { timeout: 40_000 }, () => {
  let engine: EmbeddedEngine
  let service: RoomServiceClient
  const people: Person[] = []

  beforeAll(async () => {
    engine = await startEmbedded({ PARLEY_MEDIA_RESUME_WITHIN: '2', PARLEY_MEDIA_LOG: 'silent' })
    service = new RoomServiceClient(engine.url.replace('ws', 'http'), engine.key, engine.secret)
  })

  afterEach(async () => {
    await Promise.all(people.splice(0).map((person) => person.leave()))
  })

  afterAll(async () => {
    await engine.stop()
    await dispose()
  })

  const join = async (identity: string, room: string): Promise<Person> => {
    const person = await Person.join(engine, identity, { room })
    people.push(person)
    return person
  }
  const open = async (identity: string, room: string) =>
    SignalClient.open(engine, await tokenFor(engine, identity, { room }))

  it.each([
    ['bytes that are no message', Buffer.from('\u0007\u00ffnonsense')],
    ['a message far too long', Buffer.alloc(400_000)],
  ])('%s: the client is dropped, the others hear on', async (_, bytes) => {
    const room = `signal-${bytes.length}`
    const [alba, boro] = [await join('alba', room), await join('boro', room)]
    await alba.speak()
    await boro.until((h) => h.what === 'sound')
    const rogue = await open('rogue', room)
    rogue.sendBytes(bytes)
    await rogue.untilClosed()
    boro.forget()
    expect(await boro.until((h) => h.what === 'sound')).toMatchObject({ from: 'alba' })
  })

  it('a client that floods is dropped', async () => {
    const rogue = await open('rogue', 'flood')
    for (let count = 0; count < 500; count += 1) rogue.send({ case: 'ping', value: 1n })
    await rogue.untilClosed()
    expect(await service.listParticipants('flood')).toEqual([])
  })

  it('an offer nobody can read makes its client start over', async () => {
    const rogue = await open('rogue', 'offer')
    rogue.send({ case: 'offer', value: new SessionDescription({ type: 'offer', sdp: 'v=0\r\nm=nonsense' }) })
    const { value: leave } = await rogue.got('leave')
    expect(leave.action).toBe(LeaveRequest_Action.RECONNECT)
  })

  it('an offer with impossible parts does not end the process', async () => {
    const rogue = await open('rogue', 'offer')
    const sdp = [
      'v=0',
      'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
      'a=mid:0',
      'a=ice-ufrag:\u0000',
      'a=ice-pwd:x',
      'a=fingerprint:sha-256 zz',
      'a=setup:nonsense',
      '',
    ].join('\r\n')
    rogue.send({ case: 'offer', value: new SessionDescription({ type: 'offer', sdp }) })
    const first = await Promise.race([rogue.got('leave'), rogue.got('answer')])
    expect(['leave', 'answer']).toContain(first.case)
    rogue.close()
    expect(engine.child.exitCode).toBeNull()
  })

  it('an upgrade to nowhere, and one that is broken off while it is refused, do not end the process', async () => {
    const { hostname, port } = new URL(engine.url)
    for (const path of ['//', '/elsewhere', '/rtc']) {
      for (let times = 0; times < 10; times += 1) {
        const socket = connect(Number(port), hostname)
        await once(socket, 'connect')
        const head = `GET ${path} HTTP/1.1\r\nHost: media\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`
        await new Promise((done) => socket.write(head, done))
        socket.resetAndDestroy()
      }
    }
    expect((await fetch(engine.url.replace('ws', 'http'))).status).toBe(200)
    expect(engine.child.exitCode).toBeNull()
  })

  it('nonsense on the media port harms nobody', async () => {
    const [alba, boro] = [await join('alba', 'udp'), await join('boro', 'udp')]
    await alba.speak()
    const socket = createSocket('udp4')
    for (let count = 0; count < 500; count += 1) {
      const bytes = Buffer.alloc(count % 200, count % 256)
      await new Promise((done) => socket.send(bytes, engine.udpPort, '127.0.0.1', done))
    }
    socket.close()
    boro.forget()
    expect(await boro.until((h) => h.what === 'sound')).toMatchObject({ from: 'alba' })
  })

  it('someone put out cannot come back with the token they have, and can with a newer one', async () => {
    const room = 'out'
    const old = await tokenFor(engine, 'alba', { room })
    const alba = await join('alba', room)
    await service.removeParticipant(room, 'alba')
    await alba.until((h) => h.what === 'disconnected')
    const validate = async (token: string) =>
      (await fetch(`${engine.url.replace('ws', 'http')}/rtc/validate?access_token=${token}`)).status
    expect(await validate(old)).toBe(401)
    await expect
      .poll(async () => validate(await tokenFor(engine, 'alba', { room })), { timeout: 5_000 })
      .toBe(200)
    expect(await validate(old)).toBe(401)
  })

  it('a token kept from before does not bring back a microphone that was taken away', async () => {
    const room = 'floor'
    const kept = await tokenFor(engine, 'alba', { room })
    await join('alba', room)
    await service.updateParticipant(room, 'alba', {
      permission: { canSubscribe: true, canPublish: false, canPublishData: false },
    })
    const again = await SignalClient.open(engine, kept)
    const { permission } = await service.getParticipant(room, 'alba')
    expect(permission?.canPublish).toBe(false)
    again.close()
  })

  it('a client that vanishes without a word is missed in the end', async () => {
    const alba = await join('alba', 'vanish')
    const ghost = await open('ghost', 'vanish')
    await alba.until((h) => h.what === 'came' && h.from === 'ghost')
    ghost.close()
    await alba.until((h) => h.what === 'left' && h.from === 'ghost')
    expect((await service.listParticipants('vanish')).map(({ identity }) => identity)).toEqual(['alba'])
  })

  it('the server going down says so to everyone', async () => {
    const other = await startEmbedded()
    const alba = await Person.join(other, 'alba', { room: 'end' })
    const out = alba.until((h) => h.what === 'disconnected')
    await other.stop()
    expect(await out).toEqual({ what: 'disconnected', reason: DisconnectReason.SERVER_SHUTDOWN })
    expect(other.child.exitCode).toBe(0)
    await alba.leave()
  })
})
