import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { memoryEventStore } from '../adapters/memory/memory-event-store.ts'
import {
  DIALOGUE,
  field,
  type FictionalServer,
  fictionalServer,
  foundingOf,
  inSession,
  MEETING,
  OPERATOR,
  problemOf,
  type Seats,
  type Told,
  words,
} from '../fictional-server.ts'
import type { EventStore } from '../ports/event-store.ts'

/** Which logs were asked for by name. */
const touched = new Set<string>()
const watched = (store: EventStore): EventStore => ({
  ...store,
  append: (portions, act) => {
    for (const { log } of portions) touched.add(log)
    return store.append(portions, act)
  },
  read: (log, from, limit) => {
    touched.add(log)
    return store.read(log, from, limit)
  },
  size: (log) => {
    touched.add(log)
    return store.size(log)
  },
})

let server: FictionalServer
let seats: Seats
beforeEach(async () => {
  server = await fictionalServer(watched(memoryEventStore()))
  seats = await inSession(server)
})
afterEach(() => server.close())

const tokenOf = (seat: string): string => seats[seat] ?? ''
const SOUTH = ['south-head', 'south-delegate', 'south-desk'] as const
const chamber = (delegation: string): string => `${MEETING}/chambers/${delegation}`
const word = (id: string) => ({ id, command: { type: 'PassWord', body: 'may I?' } })

/** Everything there is to ask of a log. */
const readsOf = (log: string): readonly string[] =>
  ['events', 'events?from=5', 'checkpoint', 'proof?seq=0', 'consistency?from=0&to=1'].map(
    (what) => `${log}/${what}`,
  )

const same = (told: Told): object => ({
  ...told,
  headers: { ...told.headers, date: '' },
  // The path stands in nothing that is answered.
  text: told.text.replaceAll(/north|nowhere/g, 'X'),
  json: undefined,
})

describe('the chamber of the other side', () => {
  it('answers byte for byte as if there were none, before and after its first act, and is never even read', async () => {
    const ask = async () => {
      const answers: object[] = []
      for (const seat of [...SOUTH, 'officer', 'interpreter', 'north-press']) {
        for (const delegation of ['north', 'nowhere']) {
          for (const url of readsOf(chamber(delegation)))
            answers.push(same(await server.ask(tokenOf(seat), 'GET', url)))
          answers.push(
            same(await server.ask(tokenOf(seat), 'POST', `${chamber(delegation)}/acts`, word('knock-knock'))),
          )
        }
      }
      return answers
    }
    const before = await ask()
    await server.act(tokenOf('north-head'), `${chamber('north')}/acts`, { type: 'PassWord', body: 'hush' })
    touched.clear()
    const after = await ask()
    expect(after).toEqual(before)
    for (let at = 0; at < after.length; at += 12) {
      expect(after.slice(at, at + 6)).toEqual(after.slice(at + 6, at + 12))
    }
    expect([...touched].filter((log) => log.startsWith('chamber/'))).toEqual([])
  })

  it('is closed to the operator, on every way', async () => {
    await server.act(tokenOf('north-head'), `${chamber('north')}/acts`, { type: 'PassWord', body: 'hush' })
    for (const url of readsOf(chamber('north')))
      expect(problemOf(await server.ask(OPERATOR, 'GET', url))).toBe('chamber-closed-to-you')
    const told = await server.ask(OPERATOR, 'POST', `${chamber('north')}/acts`, word('operator-1'))
    expect(problemOf(told)).toBe('chamber-closed-to-you')
  })
})

describe('a dialogue one has no seat in', () => {
  it('is not even read to say that it is not there', async () => {
    await server.act(OPERATOR, '/dialogues', foundingOf('lake'))
    touched.clear()
    for (const url of [
      '/dialogues/lake',
      ...readsOf('/dialogues/lake'),
      '/dialogues/lake/meetings/first',
      '/dialogues/lake/meetings/first/texts/one',
      '/dialogues/lake/meetings/first/releases',
      '/dialogues/lake/meetings/first/record',
      ...readsOf('/dialogues/lake/meetings/first'),
      ...readsOf('/dialogues/lake/meetings/first/chambers/south'),
    ]) {
      const told = await server.ask(tokenOf('south-desk'), 'GET', url)
      expect([told.status, problemOf(told)]).toEqual([404, 'not-found'])
    }
    expect([...touched].filter((log) => log.includes('lake'))).toEqual([])
  })

  it('has no acts, no invitations and no revocations', async () => {
    await server.act(OPERATOR, '/dialogues', foundingOf('lake'))
    const size = await server.events.size('dialogue/lake')
    for (const [url, body] of [
      [
        '/dialogues/lake/acts',
        { id: 'foreign-1', command: { type: 'ChooseRulePack', rulePack: 'bilateral/1' } },
      ],
      ['/dialogues/lake/invitations', { seat: 'south-desk' }],
      ['/dialogues/lake/revocations', { seat: 'south-desk' }],
      ['/dialogues/lake/meetings/first/acts', { id: 'foreign-2', command: { type: 'OpenMeeting' } }],
      ['/dialogues/lake/meetings/first/chambers/south/acts', word('foreign-3')],
    ] as const) {
      const told = await server.ask(tokenOf('south-desk'), 'POST', url, body)
      expect([url, told.status, problemOf(told)]).toEqual([url, 404, 'not-found'])
    }
    expect(await server.events.size('dialogue/lake')).toBe(size)
  })
})

const act = (seat: string, command: object, id = 'other-side-1') =>
  server.ask(tokenOf(seat), 'POST', `${MEETING}/acts`, { id, command })
const person = { name: words('somebody') }

describe('what is for one side to do', () => {
  it.each<[string, object, string]>([
    [
      'south-desk',
      { type: 'AccreditPerson', seat: 'mole', role: 'adviser', delegation: 'north', person },
      'not-entitled',
    ],
    ['south-desk', { type: 'WithdrawAccreditation', seat: 'north-head' }, 'not-entitled'],
    [
      'south-desk',
      { type: 'AccreditPerson', seat: 'north-desk', role: 'adviser', delegation: 'south', person },
      'seat-taken',
    ],
    [
      'south-desk',
      { type: 'AccreditPerson', seat: 'north-head', role: 'adviser', delegation: 'south', person },
      'seat-taken',
    ],
    [
      'south-head',
      { type: 'AccreditPerson', seat: 'friend', role: 'adviser', delegation: 'south', person },
      'not-entitled',
    ],
    ['south-head', { type: 'GiveFloor' }, 'not-entitled'],
    ['observer', { type: 'RequestFloor', kind: 'statement' }, 'not-entitled'],
    ['interpreter', { type: 'RequestFloor', kind: 'statement' }, 'not-entitled'],
  ])('is refused to %s: %j', async (seat, command, code) => {
    const told = await act(seat, command)
    expect(problemOf(told)).toBe(code)
  })

  it('is nothing the operator does', async () => {
    const told = await server.ask(OPERATOR, 'POST', `${MEETING}/acts`, {
      id: 'operator-1',
      command: { type: 'AccreditPerson', seat: 'mole', role: 'adviser', delegation: 'north', person },
    })
    expect([told.status, problemOf(told)]).toEqual([403, 'not-entitled'])
  })
})

const accredit = () =>
  server.act(tokenOf('south-desk'), `${MEETING}/acts`, {
    type: 'AccreditPerson',
    seat: 'south-delegate',
    role: 'delegate',
    delegation: 'south',
    person,
  })

describe('a seat withdrawn and accredited again', () => {
  const withdrawal = { type: 'WithdrawAccreditation', seat: 'south-delegate' } as const
  it('is not entered with a session or an invitation of before', async () => {
    const at = `${MEETING}/invitations`
    const invited = await server.ask(tokenOf('south-desk'), 'POST', at, { seat: 'south-delegate' })
    await server.act(tokenOf('south-desk'), `${MEETING}/acts`, withdrawal)
    await accredit()
    expect((await server.ask(tokenOf('south-delegate'), 'GET', '/session')).status).toBe(401)
    const opened = await server.ask(undefined, 'POST', '/sessions', { invitation: field(invited, 'token') })
    expect(problemOf(opened)).toBe('invitation-unknown')
  })

  it('keeps its new session when the old withdrawal is sent once more', async () => {
    await server.act(tokenOf('south-desk'), `${MEETING}/acts`, withdrawal, 'withdrawal-1')
    await accredit()
    const token = await server.enter('south-delegate', 'first')
    const again = await act('south-desk', withdrawal, 'withdrawal-1')
    expect(field(again, 'repeated')).toBe(true)
    expect((await server.ask(token, 'GET', '/session')).status).toBe(200)
  })
})

describe('who sees part of a log', () => {
  it.each(['observer', 'north-press'])(
    'as %s does gets no head of it and no proof, from which what is hidden could be guessed',
    async (seat) => {
      for (const what of ['checkpoint', 'proof?seq=0', 'consistency?from=0&to=1']) {
        const told = await server.ask(tokenOf(seat), 'GET', `${MEETING}/${what}`)
        expect([what, told.status, problemOf(told)]).toEqual([what, 404, 'not-found'])
        expect((await server.ask(tokenOf(seat), 'GET', `${DIALOGUE}/${what}`)).status).toBe(200)
        expect((await server.ask(tokenOf('interpreter'), 'GET', `${MEETING}/${what}`)).status).toBe(200)
      }
    },
  )
})
