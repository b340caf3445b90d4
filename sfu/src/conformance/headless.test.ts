import { createServer } from 'node:http'
import { AddTrackRequest, RequestResponse_Reason, TrackSource, TrackType } from '@livekit/protocol'
import { DisconnectReason, dispose } from '@livekit/rtc-node'
import { RoomServiceClient, WebhookReceiver, type WebhookEvent } from 'livekit-server-sdk'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { hasLiveKit, startEmbedded, startLiveKit, type Engine } from './engine.ts'
import { Person, tokenFor } from './person.ts'
import { SignalClient } from './signal-client.ts'

const engines = [
  {
    name: 'the embedded engine',
    start: (webhook: string) => startEmbedded({ PARLEY_MEDIA_WEBHOOKS: webhook }),
  },
  ...(hasLiveKit()
    ? [{ name: 'the real LiveKit server', start: (webhook: string) => startLiveKit([webhook]) }]
    : []),
]
if (!hasLiveKit())
  process.stderr.write(
    '\nMEDIA: NO REAL LIVEKIT SERVER HERE. THE SUITE RUNS ON THE EMBEDDED ENGINE ONLY.\n\n',
  )

/** Waits until one hears nothing while another goes on hearing; what was under way may still arrive at first. */
const untilDeaf = async (deaf: Person, hearing: Person): Promise<void> => {
  const hears = async (): Promise<void> => {
    hearing.forget()
    await hearing.until(() => hearing.happened.filter((h) => h.what === 'sound').length >= 30)
  }
  await hears()
  deaf.forget()
  await hears()
  expect(deaf.happened.some((h) => h.what === 'sound')).toBe(false)
}

afterAll(() => dispose())

it('the real LiveKit server is there where it is required', () => {
  expect(hasLiveKit() || process.env['PARLEY_REQUIRE_LIVEKIT'] !== '1').toBe(true)
})

describe.each(engines)('$name', { timeout: 40_000 }, ({ start }) => {
  let engine: Engine
  let service: RoomServiceClient
  let room: string
  let roomNumber = 0
  const bodies: { readonly body: string; readonly authorization: string }[] = []
  const people: Person[] = []
  const hooks = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      bodies.push({ body, authorization: request.headers.authorization ?? '' })
      response.end()
    })
  })

  beforeAll(async () => {
    await new Promise<void>((done) => hooks.listen(0, '127.0.0.1', done))
    const address = hooks.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    engine = await start(`http://127.0.0.1:${port}/`)
    service = new RoomServiceClient(engine.url.replace('ws', 'http'), engine.key, engine.secret)
  }, 40_000)

  afterEach(async () => {
    await Promise.all(people.splice(0).map((person) => person.leave()))
  })

  afterAll(async () => {
    await engine.stop()
    hooks.close()
  })

  const newRoom = (): string => (room = `room-${(roomNumber += 1)}`)
  const join = async (identity: string, grant = {}, options = {}): Promise<Person> => {
    const person = await Person.join(engine, identity, { room, ...grant }, options)
    people.push(person)
    return person
  }

  it('lets two people see and hear each other', async () => {
    newRoom()
    const [alba, boro] = [await join('alba'), await join('boro')]
    await Promise.all([alba.speak(), boro.show()])
    expect(await boro.until((h) => h.what === 'sound' && h.from === 'alba')).toBeDefined()
    expect(await alba.until((h) => h.what === 'video frame' && h.from === 'boro')).toBeDefined()
    await Promise.all([alba.show(), boro.speak()])
    expect(await boro.until((h) => h.what === 'video frame' && h.from === 'alba')).toBeDefined()
    expect(await alba.until((h) => h.what === 'sound' && h.from === 'boro')).toBeDefined()
  })

  it('shows someone who comes later what is there already', async () => {
    newRoom()
    const alba = await join('alba')
    await Promise.all([alba.speak(), alba.show()])
    const boro = await join('boro')
    expect(await boro.until((h) => h.what === 'sound' && h.from === 'alba')).toBeDefined()
    expect(await boro.until((h) => h.what === 'video frame' && h.from === 'alba')).toBeDefined()
  })

  it('says who is speaking', async () => {
    newRoom()
    const [alba, boro] = [await join('alba'), await join('boro')]
    await alba.speak()
    expect(await boro.until((h) => h.what === 'speaking' && h.who.includes('alba'))).toBeDefined()
  })

  it('passes data on with the name of who sent it, reliable or not', async () => {
    newRoom()
    const [alba, boro] = [await join('alba'), await join('boro')]
    await alba.say('in order')
    const got = await boro.until((h) => h.what === 'data')
    expect(got).toEqual({ what: 'data', from: 'alba', text: 'in order', topic: 'test' })
    await alba.until((h) => h.what === 'came' && h.from === 'boro')
    await boro.say('at once', { reliable: false })
    await alba.until((h) => h.what === 'data' && h.from === 'boro' && h.text === 'at once')
  })

  it('passes data meant for one only to that one', async () => {
    newRoom()
    const [alba, boro, ceda] = [await join('alba'), await join('boro'), await join('ceda')]
    await alba.say('for ceda', { to: ['ceda'] })
    await alba.say('for all')
    await ceda.until((h) => h.what === 'data' && h.text === 'for ceda')
    await boro.until((h) => h.what === 'data' && h.text === 'for all')
    expect(boro.happened.filter((h) => h.what === 'data')).toHaveLength(1)
  })

  it('keeps rooms apart', async () => {
    const first = newRoom()
    const alba = await join('alba')
    await alba.speak()
    const boro = await join('boro')
    newRoom()
    const outside = await join('outside')
    await boro.until((h) => h.what === 'subscribed')
    expect(outside.room.remoteParticipants.size).toBe(0)
    const list = await service.listParticipants(first)
    expect(list.map(({ identity }) => identity).toSorted()).toEqual(['alba', 'boro'])
  })

  it.each([
    ['forged', async () => tokenFor({ key: engine.key, secret: 'x'.repeat(40) }, 'alba', { room })],
    ['another issuer’s', async () => tokenFor({ key: 'someone', secret: engine.secret }, 'alba', { room })],
    ['expired', async () => tokenFor(engine, 'alba', { room }, -3_600)],
    ['empty', async () => ''],
    ['unpermitting', async () => tokenFor(engine, 'alba', { room, roomJoin: false })],
  ])('refuses a token that is %s', async (_, make) => {
    newRoom()
    const url = engine.url.replace('ws', 'http')
    const response = await fetch(`${url}/rtc/validate?access_token=${await make()}`)
    expect(response.status).toBe(401)
  })

  it('takes a microphone away at once when the permission goes, and gives it back when it comes', async () => {
    newRoom()
    const [alba, boro] = [await join('alba'), await join('boro')]
    await Promise.all([alba.speak(), alba.show()])
    await boro.until((h) => h.what === 'sound')
    await boro.until((h) => h.what === 'video frame')
    const permission = { canSubscribe: true, canPublish: true, canPublishData: true }
    await service.updateParticipant(room, 'alba', {
      permission: { ...permission, canPublishSources: [TrackSource.CAMERA] },
    })
    await boro.until((h) => h.what === 'unsubscribed' && h.kind === 'audio')
    const { tracks } = await service.getParticipant(room, 'alba')
    expect(tracks.map(({ source }) => source)).toEqual([TrackSource.CAMERA])
    boro.forget()
    await boro.until((h) => h.what === 'video frame')
    expect(boro.happened.some((h) => h.what === 'sound')).toBe(false)
    await service.updateParticipant(room, 'alba', {
      permission: { ...permission, canPublishSources: [TrackSource.CAMERA, TrackSource.MICROPHONE] },
    })
    await alba.speak()
    await boro.until((h) => h.what === 'sound')
  })

  it('refuses a track that may not be published', async () => {
    newRoom()
    const client = await SignalClient.open(
      engine,
      await tokenFor(engine, 'alba', { room, canPublishSources: [TrackSource.CAMERA] }),
    )
    const ask = (source: TrackSource, type: TrackType) =>
      client.send({
        case: 'addTrack',
        value: new AddTrackRequest({ cid: `cid-${source}`, name: 'x', source, type }),
      })
    ask(TrackSource.MICROPHONE, TrackType.AUDIO)
    ask(TrackSource.CAMERA, TrackType.VIDEO)
    const { value: refused } = await client.got('requestResponse')
    expect(refused.reason).toBe(RequestResponse_Reason.NOT_ALLOWED)
    const { value: published } = await client.got('trackPublished')
    expect(published.cid).toBe(`cid-${TrackSource.CAMERA}`)
    client.close()
  })

  it('sends nothing to someone who may not receive', async () => {
    newRoom()
    const alba = await join('alba')
    await alba.speak()
    const deaf = await join('deaf', { canSubscribe: false })
    const [boro, ceda] = [await join('boro'), await join('ceda')]
    await boro.until((h) => h.what === 'sound')
    expect(deaf.happened.some((h) => h.what === 'subscribed')).toBe(false)
    await service.updateParticipant(room, 'boro', {
      permission: { canSubscribe: false, canPublish: true, canPublishData: true },
    })
    await untilDeaf(boro, ceda)
  })

  it('drops data of someone who may not send any', async () => {
    newRoom()
    const alba = await join('alba', { canPublishData: false })
    const boro = await join('boro')
    // The client library itself holds data back that the permission forbids; either way none may arrive.
    await alba.say('forbidden').catch(() => undefined)
    await alba.speak()
    await boro.until(() => boro.happened.filter((h) => h.what === 'sound').length >= 10)
    expect(boro.happened.filter((h) => h.what === 'data')).toEqual([])
    await service.updateParticipant(room, 'alba', {
      permission: { canSubscribe: true, canPublish: true, canPublishData: true },
    })
    await alba.say('allowed')
    await boro.until((h) => h.what === 'data' && h.text === 'allowed')
  })

  it('mutes from outside, and lets nobody unmute from outside', async () => {
    newRoom()
    const [alba, boro] = [await join('alba'), await join('boro')]
    const publication = await alba.speak()
    await boro.until((h) => h.what === 'sound')
    const sid = publication.sid ?? ''
    await service.mutePublishedTrack(room, 'alba', sid, true)
    await boro.until((h) => h.what === 'muted' && h.from === 'alba')
    await expect(service.mutePublishedTrack(room, 'alba', sid, false)).rejects.toThrow(/unmute/)
    const { tracks } = await service.getParticipant(room, 'alba')
    expect(tracks[0]?.muted).toBe(true)
  })

  it('subscribes and unsubscribes from outside', async () => {
    newRoom()
    const alba = await join('alba')
    const publication = await alba.speak()
    const ceda = await join('ceda')
    const boro = await join('boro', {}, { autoSubscribe: false })
    const sid = publication.sid ?? ''
    await service.updateSubscriptions(room, 'boro', [sid], true)
    await boro.until((h) => h.what === 'sound')
    await service.updateSubscriptions(room, 'boro', [sid], false)
    await untilDeaf(boro, ceda)
    expect((await service.listParticipants(room)).map(({ identity }) => identity)).toContain('boro')
  })

  it('puts someone out, and tells them and the others', async () => {
    newRoom()
    const [alba, boro] = [await join('alba'), await join('boro')]
    await service.removeParticipant(room, 'alba')
    const out = await alba.until((h) => h.what === 'disconnected')
    expect(out).toEqual({ what: 'disconnected', reason: DisconnectReason.PARTICIPANT_REMOVED })
    await boro.until((h) => h.what === 'left' && h.from === 'alba')
  })

  it('lets the newer of two connections under one identity stay', async () => {
    newRoom()
    const older = await join('alba')
    const boro = await join('boro')
    const newer = await join('alba')
    const out = await older.until((h) => h.what === 'disconnected')
    expect(out).toEqual({ what: 'disconnected', reason: DisconnectReason.DUPLICATE_IDENTITY })
    await newer.say('still here')
    await boro.until((h) => h.what === 'data' && h.text === 'still here')
  })

  it('makes, lists, describes and deletes rooms', async () => {
    newRoom()
    const made = await service.createRoom({ name: room, emptyTimeout: 60, metadata: 'first' })
    expect(made).toMatchObject({ name: room, metadata: 'first', emptyTimeout: 60 })
    const alba = await join('alba')
    expect((await service.listRooms([room])).map(({ name }) => name)).toEqual([room])
    await service.updateRoomMetadata(room, 'second')
    await alba.until((h) => h.what === 'room metadata' && h.text === 'second')
    await service.deleteRoom(room)
    const out = await alba.until((h) => h.what === 'disconnected')
    expect(out).toEqual({ what: 'disconnected', reason: DisconnectReason.ROOM_DELETED })
    expect(await service.listRooms([room])).toEqual([])
  })

  it('sends the server’s own data to whom it names', async () => {
    newRoom()
    const [alba, boro] = [await join('alba'), await join('boro')]
    await service.sendData(room, Buffer.from('for boro'), 0, {
      topic: 'test',
      destinationIdentities: ['boro'],
    })
    await service.sendData(room, Buffer.from('for both'), 0, { topic: 'test', destinationIdentities: [] })
    await boro.until((h) => h.what === 'data' && h.text === 'for boro')
    await alba.until((h) => h.what === 'data' && h.text === 'for both')
    expect(alba.happened.filter((h) => h.what === 'data')).toHaveLength(1)
  })

  it('refuses its API without the right to it', async () => {
    newRoom()
    const url = `${engine.url.replace('ws', 'http')}/twirp/livekit.RoomService/ListRooms`
    const call = async (token: string) =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: '{}',
      })
    expect((await call('')).status).toBe(401)
    expect((await call(await tokenFor(engine, 'alba', { room }))).status).not.toBe(200)
    expect((await call(await tokenFor(engine, 'alba', { roomList: true }))).status).toBe(200)
  })

  it('tells what happens, in order and signed', async () => {
    newRoom()
    const alba = await join('alba')
    const publication = await alba.speak()
    const boro = await join('boro')
    await boro.until((h) => h.what === 'sound')
    await alba.leave()
    await boro.until((h) => h.what === 'left')
    await service.deleteRoom(room)
    const receiver = new WebhookReceiver(engine.key, engine.secret)
    const events = async (): Promise<WebhookEvent[]> => {
      const all = await Promise.all(
        bodies.map(({ body, authorization }) => receiver.receive(body, authorization)),
      )
      return all.filter((event) => event.room?.name === room)
    }
    await expect
      .poll(async () => (await events()).map(({ event }) => event), { timeout: 10_000 })
      .toContain('room_finished')
    const told = await events()
    const ofAlba = told
      .filter(({ participant }) => participant?.identity === 'alba')
      .map(({ event }) => event)
    expect(ofAlba).toEqual(['participant_joined', 'track_published', 'track_unpublished', 'participant_left'])
    expect(told[0]?.event).toBe('room_started')
    expect(told.find(({ event }) => event === 'track_published')?.track?.sid).toBe(publication.sid)
  })
})
