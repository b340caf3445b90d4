import { Slot } from '@parley/protocol/arrival'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  convened,
  DIALOGUE,
  field,
  type FictionalServer,
  fictionalServer,
  MEETING,
  OPERATOR,
  problemOf,
  type Seats,
  type Told,
} from '../fictional-server.ts'

let server: FictionalServer
let seats: Seats
beforeEach(async () => {
  server = await fictionalServer()
  seats = await convened(server)
})
afterEach(() => server.close())

const invitationTo = async (seat: string, by = OPERATOR, lobby = false): Promise<unknown> =>
  field(await server.ask(by, 'POST', `${MEETING}/invitations`, { seat, lobby }), 'token')
const look = (invitation: unknown) => server.ask(undefined, 'POST', '/invitations/look', { invitation })

/** A browser: it keeps its cookies, and a page of it may name the seat it speaks for. */
const browser = () => {
  const cookies = new Map<string, string>()
  return async (
    method: 'GET' | 'POST' | 'DELETE',
    url: string,
    { body, slot }: { readonly body?: object; readonly slot?: string } = {},
  ): Promise<Told> => {
    const told = await server.inject({
      method,
      url: `/api${url}`,
      headers: {
        origin: server.origin,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(slot === undefined ? {} : { 'parley-seat': slot }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    })
    for (const line of setCookies(told)) {
      const [, name = '', value = ''] = /^([\w-]+)=([\w-]*)/.exec(line) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return told
  }
}

const setCookies = ({ headers }: Told): readonly string[] => {
  const lines = headers['set-cookie']
  return Array.isArray(lines) ? lines.filter((line) => typeof line === 'string') : []
}
const slotOf = (told: Told): string => Slot.parse(field(told, 'slot'))
const seatOf = (told: Told): unknown => Object(field(told, 'principal')).seat

const deskActs = (command: Parameters<FictionalServer['act']>[2]) =>
  server.act(seats['north-desk'] ?? '', `${MEETING}/acts`, command)

describe('looking at an invitation', () => {
  it('shows who one is about to be, and leaves the invitation as it was', async () => {
    const invitation = await invitationTo('north-head')
    const told = await look(invitation)
    expect(told.json).toMatchObject({
      state: 'open',
      principal: { dialogue: 'river', meeting: 'first', seat: 'north-head' },
      lobby: false,
      card: {
        person: { name: { en: 'north-head' } },
        role: 'head',
        delegation: 'north',
        meeting: { theme: { en: 'Water' }, mode: 'video' },
      },
    })
    expect((await look(invitation)).status).toBe(200)
    expect((await server.ask(undefined, 'POST', '/sessions', { invitation })).status).toBe(201)
  })

  it('shows where the meeting names one: in the chair, under an item, in an exchange; to the lobby nothing of it', async () => {
    const title = { en: 'Regions' }
    await deskActs({ type: 'AppointChair', seats: ['north-head'] })
    await deskActs({
      type: 'PlaceItem',
      item: { id: 'rivers', kind: 'topic', title, speakers: ['north-head'] },
    })
    await deskActs({
      type: 'PlaceItem',
      item: { id: 'regions', kind: 'exchange', title, between: ['south-head', 'north-head'] },
    })
    expect((await look(await invitationTo('north-head'))).json).toMatchObject({
      card: {
        parts: [
          { kind: 'chair' },
          { kind: 'speaker', item: title },
          { kind: 'exchange', item: title, with: { en: 'south-head' } },
        ],
      },
    })
    expect((await look(await invitationTo('north-head', OPERATOR, true))).json).toMatchObject({
      lobby: true,
      card: { parts: [] },
    })
    expect((await look(await invitationTo('observer'))).json).toMatchObject({ card: { parts: [] } })
  })

  it('shows a secretariat its dialogue', async () => {
    const invited = await server.ask(OPERATOR, 'POST', `${DIALOGUE}/invitations`, { seat: 'south-desk' })
    const told = await look(field(invited, 'token'))
    expect(told.json).toMatchObject({
      card: { delegation: 'south', dialogueName: { en: 'The river forum' } },
    })
  })

  it('shows nobody anything of an invitation that is used, over or unknown', async () => {
    const invitation = await invitationTo('north-head')
    await server.ask(undefined, 'POST', '/sessions', { invitation })
    expect(problemOf(await look(invitation))).toBe('invitation-used')
    expect(problemOf(await look('x'.repeat(43)))).toBe('invitation-unknown')
    const late = await invitationTo('north-head')
    server.clock.advance(73 * 3_600_000)
    expect(problemOf(await look(late))).toBe('invitation-expired')
  })

  it('knows the browser that used it, and no other', async () => {
    const mine = browser()
    const invitation = await invitationTo('north-head')
    await mine('POST', '/sessions', { body: { invitation } })
    await mine('POST', '/sessions', { body: { invitation: await invitationTo('observer') } })
    const told = await mine('POST', '/invitations/look', { body: { invitation } })
    expect(told.json).toMatchObject({ state: 'entered', principal: { seat: 'north-head' } })
    const another = browser()
    await another('POST', '/sessions', { body: { invitation: await invitationTo('south-head') } })
    expect(problemOf(await another('POST', '/invitations/look', { body: { invitation } }))).toBe(
      'invitation-used',
    )
  })

  it('says nothing of a person whose accreditation was withdrawn since', async () => {
    const invitation = await invitationTo('north-head')
    await server.act(seats['north-desk'] ?? '', `${MEETING}/acts`, {
      type: 'WithdrawAccreditation',
      seat: 'north-head',
    })
    expect((await look(invitation)).status).toBe(401)
  })
})

const both = async () => {
  const ask = browser()
  const north = await ask('POST', '/sessions', { body: { invitation: await invitationTo('north-head') } })
  const south = await ask('POST', '/sessions', { body: { invitation: await invitationTo('south-head') } })
  return { ask, north: slotOf(north), south: slotOf(south) }
}

describe('two seats in one browser', () => {
  it('are told apart by what each page names, and the one entered last speaks where none is named', async () => {
    const { ask, north, south } = await both()
    expect(north).not.toBe(south)
    expect(seatOf(await ask('GET', '/session', { slot: north }))).toBe('north-head')
    expect(seatOf(await ask('GET', '/session', { slot: south }))).toBe('south-head')
    expect(seatOf(await ask('GET', '/session'))).toBe('south-head')
    expect(seatOf(await ask('GET', `/session?seat=${north}`))).toBe('north-head')
  })

  it('end one by one', async () => {
    const { ask, north, south } = await both()
    expect((await ask('DELETE', '/session', { slot: south })).status).toBe(204)
    expect((await ask('GET', '/session', { slot: south })).status).toBe(401)
    expect(seatOf(await ask('GET', '/session', { slot: north }))).toBe('north-head')
    expect(seatOf(await ask('GET', '/session'))).toBe('north-head')
  })

  it('never stand in for each other: a page whose seat is gone is signed out, whoever else is there', async () => {
    const { ask, north } = await both()
    await server.ask(OPERATOR, 'POST', `${MEETING}/revocations`, { seat: 'north-head' })
    expect((await ask('GET', '/session', { slot: north })).status).toBe(401)
    expect((await ask('GET', '/session', { slot: 'ffffffffffff' })).status).toBe(401)
  })

  it('are one seat when the same person enters again', async () => {
    const { ask, north } = await both()
    const again = await ask('POST', '/sessions', { body: { invitation: await invitationTo('north-head') } })
    expect(field(again, 'slot')).toBe(north)
  })

  it('keep a browser’s requests short, however many come: the longest kept go', async () => {
    const ask = browser()
    const slots: string[] = []
    for (let at = 0; at < 26; at += 1) {
      await server.act(seats['north-desk'] ?? '', `${MEETING}/acts`, {
        type: 'AccreditPerson',
        seat: `guest-${at}`,
        role: 'observer',
        person: { name: { en: `Guest ${at}` } },
      })
      const invitation = await invitationTo(`guest-${at}`)
      slots.push(slotOf(await ask('POST', '/sessions', { body: { invitation } })))
    }
    const statuses = await Promise.all(
      slots.map(async (slot) => (await ask('GET', '/session', { slot })).status),
    )
    expect(statuses.slice(0, 2)).toEqual([401, 401])
    expect(statuses.slice(2).every((status) => status === 200)).toBe(true)
  })
})

const enter = async (invitation: unknown): Promise<string> =>
  String(field(await server.ask(undefined, 'POST', '/sessions', { invitation }), 'token'))
const seatsIn = (told: Told): unknown => {
  const waiting: unknown = field(told, 'waiting')
  return Array.isArray(waiting) ? waiting.map((one: unknown) => Object(one).seat) : waiting
}
const lobbyOf = (token: string | undefined) => server.ask(token, 'GET', `${MEETING}/lobby`)
const admit = (token: string | undefined, seat: string) =>
  server.ask(token, 'POST', `${MEETING}/admissions`, { seat })

const newcomer = async (): Promise<string> => {
  await server.ask(OPERATOR, 'POST', `${MEETING}/revocations`, { seat: 'north-head' })
  return enter(await invitationTo('north-head', seats['north-desk'], true))
}

describe('the lobby', () => {
  it('shows whoever waits who they are, and nothing of the meeting beyond its name and time', async () => {
    const token = await newcomer()
    const own = await server.ask(token, 'GET', '/session')
    expect(own.json).toMatchObject({
      waits: true,
      card: { person: { name: { en: 'north-head' } }, parts: [] },
    })
  })

  it.each([
    ['GET', MEETING, undefined],
    ['GET', DIALOGUE, undefined],
    ['GET', '/dialogues', undefined],
    ['GET', `${MEETING}/events`, undefined],
    ['GET', `${MEETING}/record`, undefined],
    ['GET', `${MEETING}/lobby`, undefined],
    ['GET', `${MEETING}/arrivals`, undefined],
    ['GET', `${MEETING}/chambers/north/events`, undefined],
    ['GET', '/passkeys', undefined],
    ['GET', '/devices', undefined],
    ['POST', '/passkeys/enrolment', undefined],
    ['POST', `${MEETING}/admissions`, { seat: 'north-head' }],
    ['POST', `${MEETING}/invitations`, { seat: 'north-head' }],
    [
      'POST',
      `${MEETING}/acts`,
      { id: 'while-waiting', command: { type: 'RequestFloor', kind: 'statement' } },
    ],
    ['POST', `${MEETING}/chambers/north/acts`, { nonsense: true }],
  ] as const)('lets whoever waits do nothing: %s %s', async (method, url, body) => {
    const told = await server.ask(await newcomer(), method, url, body)
    expect([told.status, problemOf(told)]).toEqual([403, 'in-lobby'])
  })

  it('admits on the word of a person’s own secretariat, from that moment on', async () => {
    const token = await newcomer()
    expect(seatsIn(await lobbyOf(seats['north-desk']))).toEqual(['north-head'])
    expect((await admit(seats['north-desk'], 'north-head')).json).toEqual({ admitted: true })
    expect((await server.ask(token, 'GET', MEETING)).status).toBe(200)
    expect(seatsIn(await lobbyOf(seats['north-desk']))).toEqual([])
    expect((await admit(seats['north-desk'], 'north-head')).json).toEqual({ admitted: false })
  })

  it('is not seen and not opened by the other side, nor by the person who waits', async () => {
    const token = await newcomer()
    expect(seatsIn(await lobbyOf(seats['south-desk']))).toEqual([])
    expect(seatsIn(await lobbyOf(seats['north-delegate']))).toEqual([])
    expect(problemOf(await admit(seats['south-desk'], 'north-head'))).toBe('not-entitled')
    expect(problemOf(await admit(seats['north-delegate'], 'north-head'))).toBe('not-entitled')
    expect((await server.ask(token, 'GET', MEETING)).status).toBe(403)
  })

  it('shows a seat of no delegation to both secretariats', async () => {
    await server.ask(OPERATOR, 'POST', `${MEETING}/revocations`, { seat: 'interpreter' })
    await enter(await invitationTo('interpreter', seats['south-desk'], true))
    expect(seatsIn(await lobbyOf(seats['north-desk']))).toEqual(['interpreter'])
    expect(seatsIn(await lobbyOf(seats['south-desk']))).toEqual(['interpreter'])
  })

  it('says on how many devices a seat waits, so that a link that was passed on is seen before anybody is admitted', async () => {
    await newcomer()
    await enter(await invitationTo('north-head', seats['north-desk'], true))
    expect(field(await lobbyOf(seats['north-desk']), 'waiting')).toMatchObject([
      { seat: 'north-head', devices: 2 },
    ])
  })

  it('lets nobody slip in who waits while the right person comes by a link past it', async () => {
    const stranger = await newcomer()
    const token = await enter(await invitationTo('north-head'))
    expect((await server.ask(token, 'GET', MEETING)).status).toBe(200)
    expect((await server.ask(stranger, 'GET', MEETING)).status).toBe(401)
  })

  it('does not list who has long gone', async () => {
    await newcomer()
    server.clock.advance(13 * 3_600_000)
    expect(seatsIn(await lobbyOf(await server.enter('north-desk')))).toEqual([])
  })

  it('turns away whom the secretariat does not know', async () => {
    const token = await newcomer()
    await server.ask(seats['north-desk'], 'POST', `${MEETING}/revocations`, { seat: 'north-head' })
    expect((await server.ask(token, 'GET', '/session')).status).toBe(401)
    expect(seatsIn(await lobbyOf(seats['north-desk']))).toEqual([])
  })

  it('knows the same person on a second device and hours later', async () => {
    const phone = await newcomer()
    await admit(seats['north-desk'], 'north-head')
    const laptop = await enter(await invitationTo('north-head', seats['north-desk'], true))
    expect((await server.ask(laptop, 'GET', MEETING)).status).toBe(200)
    server.clock.advance(13 * 3_600_000)
    expect((await server.ask(phone, 'GET', MEETING)).status).toBe(401)
    const desk = await server.enter('north-desk')
    const later = await enter(await invitationTo('north-head', desk, true))
    expect((await server.ask(later, 'GET', MEETING)).status).toBe(200)
  })

  it('is no detour for whom the operator or a script invites without it', async () => {
    expect((await server.ask(await enter(await invitationTo('north-head')), 'GET', MEETING)).status).toBe(200)
  })
})

const devicesOf = async (token: string) =>
  Object(field(await server.ask(token, 'GET', '/devices'), 'devices'))

describe('one’s own devices', () => {
  it('are listed to oneself, and ended one by one or all but this', async () => {
    const [first, second, third] = [
      await enter(await invitationTo('south-head')),
      await enter(await invitationTo('south-head')),
      await enter(await invitationTo('south-head')),
    ]
    const listed = await devicesOf(first ?? '')
    expect(listed).toHaveLength(4)
    expect(listed.filter(({ own }: { own: boolean }) => own)).toHaveLength(1)
    const [own] = (await devicesOf(second ?? '')).filter((one: { own: boolean }) => one.own)
    await server.ask(first, 'POST', '/devices/endings', { which: 'one', id: own.id })
    expect((await server.ask(second, 'GET', '/session')).status).toBe(401)
    expect((await server.ask(third, 'GET', '/session')).status).toBe(200)
    await server.ask(first, 'POST', '/devices/endings', { which: 'others' })
    expect((await server.ask(third, 'GET', '/session')).status).toBe(401)
    expect(await devicesOf(first ?? '')).toHaveLength(1)
  })

  it('are no one else’s to end', async () => {
    const [own] = await devicesOf(seats['south-head'] ?? '')
    await server.ask(seats['north-head'], 'POST', '/devices/endings', { which: 'one', id: own.id })
    expect((await server.ask(seats['south-head'], 'GET', '/session')).status).toBe(200)
  })
})

describe('a seat come back to after hours', () => {
  it('is as it was left: its place on the list, its delegation’s chamber, its record', async () => {
    const seat = 'north-delegate'
    const chamber = `${MEETING}/chambers/north`
    await server.act(seats['north-desk'] ?? '', `${MEETING}/acts`, {
      type: 'AppointChair',
      seats: ['officer'],
    })
    await server.act(seats['north-desk'] ?? '', `${MEETING}/acts`, {
      type: 'PlaceItem',
      item: { id: 'topic', kind: 'topic', title: { en: 'Rivers' } },
    })
    await server.act(seats['officer'] ?? '', `${MEETING}/acts`, { type: 'OpenMeeting' })
    await server.act(seats['officer'] ?? '', `${MEETING}/acts`, { type: 'TakeUpItem', item: 'topic' })
    await server.act(seats[seat] ?? '', `${MEETING}/acts`, { type: 'RequestFloor', kind: 'statement' })
    await server.act(seats[seat] ?? '', `${chamber}/acts`, { type: 'PassWord', body: 'Remember this.' })
    const left = await server.ask(seats[seat], 'GET', `${MEETING}/events`)

    server.clock.advance(13 * 3_600_000)
    expect((await server.ask(seats[seat], 'GET', MEETING)).status).toBe(401)
    const again = await enter(await invitationTo(seat))
    expect((await server.ask(again, 'GET', `${MEETING}/events`)).json).toEqual(left.json)
    expect((await server.ask(again, 'GET', MEETING)).json).toMatchObject({ speakers: [{ seat }] })
    expect((await server.ask(again, 'GET', `${chamber}/events`)).text).toContain('Remember this.')
  })
})
