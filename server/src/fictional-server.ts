import assert from 'node:assert/strict'
import type { DialogueCommand } from '@parley/domain/dialogue/commands'
import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import type { Role } from '@parley/domain/meeting/things'
import type { ChamberCommand } from '@parley/domain/chamber/commands'
import fastify from 'fastify'
import type { InjectOptions } from 'fastify'
import { memoryAccessStore } from './adapters/memory/memory-access-store.ts'
import { memoryDocumentStore } from './adapters/memory/memory-document-store.ts'
import { memoryEventStore } from './adapters/memory/memory-event-store.ts'
import { memoryKeyStore } from './adapters/memory/memory-key-store.ts'
import { memoryPadStore } from './adapters/memory/memory-pad-store.ts'
import { memoryPasskeyStore } from './adapters/memory/memory-passkey-store.ts'
import { memoryTakedownStore } from './adapters/memory/memory-takedown-store.ts'
import { seededTokens } from './adapters/memory/seeded-tokens.ts'
import { type SettableClock, settableClock } from './adapters/memory/settable-clock.ts'
import type { MediaDoorDeps } from './http/media-door.ts'
import { listenOn } from './listening.ts'
import { serveParley, type Served } from './serve-parley.ts'
import type { EventStore } from './ports/event-store.ts'
import type { PadStore } from './ports/pad-store.ts'
import type { Recorder } from './ports/recorder.ts'
import type { MediaEngine } from './ports/media-engine.ts'

/*
 * A whole server over memory, for tests, and a dialogue between two fictional delegations on it. Seats are called after
 * party and role: `north-head`, `south-press`; `north-desk` and `south-desk` are the secretariats, `officer` presides.
 */

export const words = (text: string) => ({ zh: text, ru: text, en: text })
export const party = (id: string) => ({
  id,
  name: words(`The ${id} party`),
  city: words(`${id} city`),
  timeZone: 'Asia/Shanghai',
  language: 'zh',
})

export const START_MS = 1_900_000_000_000
export const OPERATOR = 'o'.repeat(43)
export const DIALOGUE = '/dialogues/river'
export const MEETING = '/dialogues/river/meetings/first'
export const MEETING_LOG = 'meeting/river/first'

export const foundingOf = (dialogue: string): DialogueCommand => ({
  type: 'FoundDialogue',
  dialogue,
  name: words('The river forum'),
  parties: [party('north'), party('south')],
  languages: ['zh', 'ru', 'en'],
  rulePack: 'bilateral/1',
  secretariats: [
    { seat: 'north-desk', party: 'north', person: { name: words('north desk') } },
    { seat: 'south-desk', party: 'south', person: { name: words('south desk') } },
  ],
})

export const convening: DialogueCommand = {
  type: 'ConveneMeeting',
  meeting: 'first',
  theme: words('Water'),
  mode: 'video',
  startsAt: START_MS,
}

/** The people of the meeting: seat, role, delegation. */
export const PEOPLE: readonly (readonly [string, Role, ('north' | 'south')?])[] = [
  ['north-head', 'head', 'north'],
  ['south-head', 'head', 'south'],
  ['north-delegate', 'delegate', 'north'],
  ['south-delegate', 'delegate', 'south'],
  ['north-press', 'press', 'north'],
  ['officer', 'officer'],
  ['observer', 'observer'],
  ['interpreter', 'interpreter'],
]

export type Told = {
  readonly status: number
  readonly text: string
  readonly json: unknown
  readonly headers: Readonly<Record<string, unknown>>
}

export type FictionalServer = {
  readonly origin: string
  readonly clock: SettableClock
  readonly events: EventStore
  /** The router itself, to compare it with what is said of it. */
  readonly routes: () => string
  readonly inject: (options: InjectOptions) => Promise<Told>
  /** A request to the API with a token. */
  readonly ask: (
    token: string | undefined,
    method: 'GET' | 'POST' | 'DELETE',
    url: string,
    body?: unknown,
  ) => Promise<Told>
  /** An act that must be done, with an id of its own. */
  readonly act: (
    token: string,
    url: string,
    command: DialogueCommand | ProceedingsCommand | ChamberCommand,
    id?: string,
  ) => Promise<Told>
  /** A session for a seat of the dialogue, or of the meeting when `meeting` is given. */
  readonly enter: (seat: string, meeting?: 'first') => Promise<string>
  readonly close: () => Promise<void>
}

export const fictionalServer = async (
  events: EventStore = memoryEventStore(),
  engine?: MediaEngine,
  pads: PadStore = memoryPadStore(),
  mediaBehind?: MediaDoorDeps['behind'],
  recorder?: Recorder,
): Promise<FictionalServer> => {
  const clock = settableClock(START_MS)
  const listening = await listenOn('127.0.0.1', 0)
  const served = await serveParley({
    events,
    access: memoryAccessStore(),
    passkeys: memoryPasskeyStore(),
    documents: memoryDocumentStore(),
    takedowns: memoryTakedownStore(),
    pads,
    keys: memoryKeyStore(),
    clock,
    sessionClock: clock,
    tokens: seededTokens('fictional'),
    listening,
    log: fastify({ logger: false }).log,
    name: 'parley.example',
    operatorToken: OPERATOR,
    origin: listening.url,
    engine,
    mediaBehind,
    recorder,
  })
  let acts = 0

  const inject = injectInto(served)

  const ask: FictionalServer['ask'] = (token, method, url, body) =>
    inject({
      method,
      url: `/api${url}`,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    })

  const act: FictionalServer['act'] = async (token, url, command, id) => {
    acts += 1
    const told = await ask(token, 'POST', url, { id: id ?? `fictional-${acts}`, command })
    assert.equal(told.status, 200, told.text)
    return told
  }

  return {
    origin: listening.url,
    clock,
    events,
    routes: () => served.app.printRoutes({ commonPrefix: false }),
    inject,
    ask,
    act,
    enter: async (seat, meeting) => {
      const at = meeting === undefined ? DIALOGUE : MEETING
      const invited = await ask(OPERATOR, 'POST', `${at}/invitations`, { seat })
      assert.equal(invited.status, 201, invited.text)
      const opened = await ask(undefined, 'POST', '/sessions', { invitation: field(invited, 'token') })
      assert.equal(opened.status, 201, opened.text)
      return String(field(opened, 'token'))
    },
    close: async () => {
      await served.close()
      await events.close()
    },
  }
}

/** One field of a JSON answer. */
export const field = (told: Told, name: string): unknown => {
  const { json } = told
  assert(typeof json === 'object' && json !== null, told.text)
  return Object.entries(json).find(([key]) => key === name)?.[1]
}

/** The code of a problem document. */
export const problemOf = (told: Told): unknown => field(told, 'code')

export type Seats = Readonly<Record<string, string>>

/** Founds the dialogue, convenes the meeting and accredits its people; a token for every seat. */
export const convened = async (server: FictionalServer): Promise<Seats> => {
  await server.act(OPERATOR, '/dialogues', foundingOf('river'))
  const north = await server.enter('north-desk')
  const south = await server.enter('south-desk')
  await server.act(north, `${DIALOGUE}/acts`, convening)
  const seats: Record<string, string> = { 'north-desk': north, 'south-desk': south }
  for (const [seat, role, delegation] of PEOPLE) {
    const desk = delegation === 'south' ? south : north
    await server.act(desk, `${MEETING}/acts`, {
      type: 'AccreditPerson',
      seat,
      role,
      person: { name: words(seat) },
      ...(delegation === undefined ? {} : { delegation }),
    })
    seats[seat] = await server.enter(seat, 'first')
  }
  return seats
}

/** The meeting in session, its one topic taken up, both delegates on the list. */
export const inSession = async (server: FictionalServer): Promise<Seats> => {
  const seats = await convened(server)
  const step = (seat: string, command: ProceedingsCommand): Promise<Told> =>
    server.act(seats[seat] ?? '', `${MEETING}/acts`, command)
  await step('north-desk', { type: 'AppointChair', seats: ['officer'] })
  await step('north-desk', {
    type: 'PlaceItem',
    item: { id: 'topic', kind: 'topic', title: words('Rivers') },
  })
  await step('officer', { type: 'OpenMeeting' })
  await step('officer', { type: 'TakeUpItem', item: 'topic' })
  await step('north-delegate', { type: 'RequestFloor', kind: 'statement' })
  await step('south-delegate', { type: 'RequestFloor', kind: 'statement' })
  return seats
}

/** A request to the router, as its answer. */
const injectInto =
  ({ app }: Served) =>
  async (options: InjectOptions): Promise<Told> => {
    const response = await app.inject(options)
    const isJson = String(response.headers['content-type']).includes('json')
    return {
      status: response.statusCode,
      text: response.body,
      json: isJson && response.body !== '' ? JSON.parse(response.body) : undefined,
      headers: response.headers,
    }
  }
