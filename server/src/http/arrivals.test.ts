import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  convened,
  DIALOGUE,
  field,
  type FictionalServer,
  fictionalServer,
  MEETING,
  OPERATOR,
  type Seats,
} from '../fictional-server.ts'

let server: FictionalServer
let seats: Seats
beforeEach(async () => {
  server = await fictionalServer()
  seats = await convened(server)
  await server.ask(OPERATOR, 'POST', `${MEETING}/revocations`, { seat: 'north-head' })
})
afterEach(() => server.close())

const invitationTo = async (seat: string, by = OPERATOR, lobby = false): Promise<unknown> =>
  field(await server.ask(by, 'POST', `${MEETING}/invitations`, { seat, lobby }), 'token')
const enter = async (invitation: unknown): Promise<string> =>
  String(field(await server.ask(undefined, 'POST', '/sessions', { invitation }), 'token'))

const arrivalOf = async (seat: string, by: string | undefined = seats['north-desk']): Promise<unknown> => {
  const arrivals: unknown = field(await server.ask(by, 'GET', `${MEETING}/arrivals`), 'arrivals')
  return Array.isArray(arrivals) ? arrivals.find((one: unknown) => Object(one).seat === seat) : undefined
}

describe('arrivals', () => {
  it('follow a person from no invitation to their seat', async () => {
    expect(await arrivalOf('north-head')).toEqual({ seat: 'north-head', state: 'not-invited' })
    const invitation = await invitationTo('north-head', seats['north-desk'], true)
    const now = server.clock.now()
    expect(await arrivalOf('north-head')).toEqual({
      seat: 'north-head',
      state: 'invited',
      since: now,
      until: now + 72 * 3_600_000,
    })
    await enter(invitation)
    expect(await arrivalOf('north-head')).toMatchObject({ state: 'waiting', since: now, devices: 1 })
    await server.ask(seats['north-desk'], 'POST', `${MEETING}/admissions`, { seat: 'north-head' })
    await enter(await invitationTo('north-head'))
    expect(await arrivalOf('north-head')).toMatchObject({ state: 'arrived', since: now, devices: 2 })
  })

  it('count an invitation that has run out as none', async () => {
    await invitationTo('north-head')
    server.clock.advance(73 * 3_600_000)
    expect(await arrivalOf('north-head', await server.enter('north-desk'))).toMatchObject({
      state: 'not-invited',
    })
  })

  it('are those of one’s own side and of no delegation, and nobody’s for who does not invite', async () => {
    expect(await arrivalOf('south-head')).toBeUndefined()
    expect(await arrivalOf('interpreter')).toMatchObject({ state: 'arrived' })
    expect(await arrivalOf('north-head', seats['south-desk'])).toBeUndefined()
    expect(await arrivalOf('south-head', seats['south-desk'])).toMatchObject({ state: 'arrived' })
    const told = await server.ask(seats['north-delegate'], 'GET', `${MEETING}/arrivals`)
    expect(told.json).toEqual({ arrivals: [] })
    expect((await server.ask(undefined, 'GET', `${MEETING}/arrivals`)).status).toBe(401)
  })

  it('of the dialogue are those of one’s own secretariat', async () => {
    const told = await server.ask(OPERATOR, 'GET', `${DIALOGUE}/arrivals`)
    const south = await server.ask(seats['south-head'], 'GET', `${DIALOGUE}/arrivals`)
    expect(JSON.stringify(told.json)).toContain('north-desk')
    expect(JSON.stringify(south.json)).not.toContain('north-desk')
  })
})
