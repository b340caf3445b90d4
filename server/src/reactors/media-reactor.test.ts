import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { memoryEventStore } from '../adapters/memory/memory-event-store.ts'
import { memoryMediaEngine, type MemoryMediaEngine } from '../adapters/memory/memory-media-engine.ts'
import { LIMITS } from '../application/limits.ts'
import {
  field,
  type FictionalServer,
  fictionalServer,
  inSession,
  MEETING,
  OPERATOR,
  problemOf,
  type Seats,
  type Told,
} from '../fictional-server.ts'

let engine: MemoryMediaEngine
let server: FictionalServer
let seats: Seats
beforeEach(async () => {
  engine = memoryMediaEngine()
  server = await fictionalServer(memoryEventStore(), engine)
  seats = await inSession(server)
})
afterEach(() => server.close())

const PLENARY = { kind: 'plenary' }
const ask = (seat: string, room: object = PLENARY): Promise<Told> =>
  server.ask(seats[seat], 'POST', `${MEETING}/media`, { room })

/** Somebody in a room, as the engine knows them. */
type Joined = { readonly room: string; readonly identity: string }

const join = async (seat: string, room: object = PLENARY): Promise<Joined> => {
  const told = await ask(seat, room)
  expect(told.status).toBe(201)
  const token = String(field(told, 'token'))
  expect(engine.connect(token)).toBe(true)
  const { room: name, identity }: Joined = JSON.parse(token)
  return { room: name, identity }
}
const act = (seat: string, command: Parameters<FictionalServer['act']>[2]) =>
  server.act(seats[seat] ?? '', `${MEETING}/acts`, command)

const connectedIn = async ({ room, identity }: Joined) =>
  (await engine.connected(room)).find((one) => one.identity === identity)

/** Resolves when an order about this connection has been carried out. */
const ordered = async (order: 'permit' | 'remove', { identity }: Joined): Promise<void> => {
  const seen: string[] = []
  await engine.until(() => {
    seen.push(...engine.takeOrders())
    return seen.includes(`${order} ${identity}`)
  })
}

describe('passes', () => {
  it('are given to one seat so often only, which keeps nobody else out', async () => {
    for (let count = 0; count < LIMITS.pass.points; count += 1)
      expect((await ask('observer')).status).toBe(201)
    const refused = await ask('observer')
    expect([refused.status, problemOf(refused)]).toEqual([429, 'too-many'])
    expect((await ask('north-head')).status).toBe(201)
  })
})

describe('the microphone in the plenary', () => {
  it('opens for whoever is given the floor and closes when the turn ends, by act of the record alone', async () => {
    const north = await join('north-delegate')
    const south = await join('south-delegate')
    expect(engine.publish(north.room, north.identity, 'microphone')).toBe(false)
    await act('officer', { type: 'GiveFloor' })
    await ordered('permit', north)
    expect(engine.publish(north.room, north.identity, 'microphone')).toBe(true)
    expect(engine.publish(south.room, south.identity, 'microphone')).toBe(false)
    await act('officer', { type: 'EndTurn' })
    await ordered('permit', north)
    expect((await connectedIn(north))?.publishes).toEqual([])
    expect(engine.publish(north.room, north.identity, 'microphone')).toBe(false)
  })

  it('is the chair’s from the opening on, with the pass', async () => {
    const chair = await join('officer')
    expect(engine.publish(chair.room, chair.identity, 'microphone')).toBe(true)
  })

  it('stays closed while the same seat is heard in its chamber', async () => {
    const inPlenary = await join('north-delegate')
    const inChamber = await join('north-delegate', { kind: 'chamber', delegation: 'north' })
    expect(engine.publish(inChamber.room, inChamber.identity, 'microphone')).toBe(true)
    await act('officer', { type: 'GiveFloor' })
    // Somebody else's correction shows that the room has been looked at since.
    const chair = await join('officer')
    engine.stop(chair.room, chair.identity, 'microphone')
    await act('officer', { type: 'PauseFloor', cause: 'technical' })
    expect(engine.publish(inPlenary.room, inPlenary.identity, 'microphone')).toBe(false)
    engine.stop(inChamber.room, inChamber.identity, 'microphone')
    await act('officer', { type: 'ResumeFloor' })
    await ordered('permit', inPlenary)
    expect(engine.publish(inPlenary.room, inPlenary.identity, 'microphone')).toBe(true)
  })
})

describe('a media room', () => {
  it('has no place for the other side, and says so as of a room that is not there', async () => {
    const closed = await ask('south-delegate', { kind: 'chamber', delegation: 'north' })
    const nowhere = await ask('south-delegate', { kind: 'chamber', delegation: 'nowhere' })
    expect(closed.status).toBe(404)
    expect(closed.text).toBe(nowhere.text)
    expect((await ask('observer', { kind: 'booth' })).status).toBe(404)
    expect((await ask('interpreter', { kind: 'booth' })).status).toBe(201)
  })

  it('is not the operator’s, nor a stranger’s', async () => {
    const operator = await server.ask(OPERATOR, 'POST', `${MEETING}/media`, { room: PLENARY })
    expect(operator.status).toBe(404)
    const stranger = await server.ask(undefined, 'POST', `${MEETING}/media`, { room: PLENARY })
    expect(stranger.status).toBe(401)
  })

  it('loses whoever the record withdraws, and their old pass opens a room nobody is in', async () => {
    const told = await ask('north-delegate', { kind: 'chamber', delegation: 'north' })
    const kept = String(field(told, 'token'))
    const gone = await join('north-delegate', { kind: 'chamber', delegation: 'north' })
    await act('north-desk', { type: 'WithdrawAccreditation', seat: 'north-delegate' })
    await engine.until(() => engine.takeOrders().includes(`close ${gone.room}`))
    expect(engine.connect(kept)).toBe(false)
    const head = await join('north-head', { kind: 'chamber', delegation: 'north' })
    expect(head.room).not.toBe(gone.room)
  })

  it('loses a seat whose session was taken back, on every device', async () => {
    const one = await join('north-head')
    const other = await join('north-head')
    const kept = await join('south-head')
    const revoked = await server.ask(seats['north-desk'], 'POST', `${MEETING}/revocations`, {
      seat: 'north-head',
    })
    expect(revoked.status).toBe(200)
    await ordered('remove', one)
    expect(await connectedIn(other)).toBeUndefined()
    expect(await connectedIn(kept)).toBeDefined()
  })

  it('loses a connection that none of our passes named', async () => {
    const { room } = await join('south-head')
    const grant = { publish: [], receive: true }
    engine.connect(JSON.stringify({ room, identity: 'EG_hidden-recorder', grant, seconds: 60 }))
    await act('officer', { type: 'GiveFloor' })
    await ordered('remove', { room, identity: 'EG_hidden-recorder' })
    expect(await connectedIn({ room, identity: 'EG_hidden-recorder' })).toBeUndefined()
  })

  it('is closed when the meeting is adjourned', async () => {
    const { room } = await join('officer')
    await act('officer', { type: 'AdjournMeeting' })
    await engine.until(() => engine.takeOrders().includes(`close ${room}`))
    expect((await ask('officer')).status).toBe(404)
  })
})

describe('when the media server is away', () => {
  it('the floor goes on, a pass is refused for now, and afterwards all is as the record says', async () => {
    const before = await join('north-delegate')
    engine.setDown(true)
    await act('officer', { type: 'GiveFloor' })
    const refused = await ask('north-delegate')
    expect([refused.status, problemOf(refused)]).toEqual([503, 'media-down'])
    engine.setDown(false)
    expect(await connectedIn(before)).toBeUndefined()
    const after = await join('north-delegate')
    expect(engine.publish(after.room, after.identity, 'microphone')).toBe(true)
  })

  it('a server that runs without one has no rooms to go into', async () => {
    const without = await fictionalServer()
    const people = await inSession(without)
    const told = await without.ask(people['officer'], 'POST', `${MEETING}/media`, { room: PLENARY })
    expect([told.status, problemOf(told)]).toEqual([404, 'not-found'])
    await without.close()
  })
})

const hear = (body: string, authorization: string) =>
  server.inject({
    method: 'POST',
    url: '/media/webhook',
    headers: { 'content-type': 'application/webhook+json', authorization },
    payload: body,
  })

describe('a message of the media server', () => {
  it('is a reason to look at once, when it is genuine', async () => {
    const { room } = await join('south-head')
    const stranger = { room, identity: 'stranger' }
    engine.connect(JSON.stringify({ ...stranger, grant: { publish: [], receive: true }, seconds: 60 }))
    expect((await hear(room, 'genuine')).status).toBe(200)
    await ordered('remove', stranger)
    expect(await connectedIn(stranger)).toBeUndefined()
  })

  it('tells nothing to whoever forges one', async () => {
    const { room } = await join('south-head')
    const [forged, genuine] = [await hear(room, 'forged'), await hear(room, 'genuine')]
    expect([forged.status, forged.text]).toEqual([genuine.status, genuine.text])
  })
})
