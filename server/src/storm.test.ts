import { ChamberCommand } from '@parley/domain/chamber/commands'
import { ChamberEvent } from '@parley/domain/chamber/events'
import { DialogueCommand } from '@parley/domain/dialogue/commands'
import { DialogueEvent } from '@parley/domain/dialogue/events'
import { ProceedingsCommand, ProceedingsEvent } from '@parley/domain/proceedings/events'
import { DialogueView, MeetingView, ReleasesView, TextView } from '@parley/protocol/views'
import { decodeLeaf } from '@parley/record/envelope'
import { parseVerifierKey } from '@parley/record/note-keys'
import { formatPolicy, parsePolicy } from '@parley/record/policy'
import { verifyBundle } from '@parley/record/verify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  DIALOGUE,
  field,
  type FictionalServer,
  fictionalServer,
  inSession,
  MEETING,
  MEETING_LOG,
  OPERATOR,
  type Seats,
  type Told,
  words,
} from './fictional-server.ts'
import { connect } from './live/fictional-client.ts'
import { chooser, type Names, randomCommands, seededRandom } from './random-command.ts'

const ACTS = 700

let server: FictionalServer
let seats: Record<string, string>
beforeEach(async () => {
  server = await fictionalServer()
  const entered: Seats = await inSession(server)
  seats = { ...entered }
  await server.act(entered['north-desk'] ?? '', `${MEETING}/acts`, {
    type: 'OpenText',
    text: 'consensus',
    title: words('Consensus'),
  })
})
afterEach(() => server.close())

const BY_FIELD: Names['byField'] = {
  seat: [
    'north-head',
    'south-head',
    'north-delegate',
    'south-delegate',
    'officer',
    'constructor',
    'late-comer',
  ],
  reader: ['north-head', 'south-head', 'officer'],
  speaker: ['north-head', 'south-delegate', 'constructor'],
  delegation: ['north', 'south', 'south', 'constructor'],
  item: ['topic', 'adoption', 'constructor'],
  id: ['topic', 'adoption', 'letter', 'constructor'],
  text: ['consensus', 'consensus', 'constructor'],
  block: ['one', 'two', 'constructor'],
  after: ['one', 'two'],
  order: ['one', 'two', 'constructor'],
  release: ['main', 'main', 'constructor'],
  rulePack: ['bilateral/1', 'un-family/1', 'constructor'],
  meeting: ['first', 'second', 'constructor'],
  timeZone: ['Asia/Shanghai', 'Nowhere/Land'],
  url: ['https://example.org/', 'javascript:alert(1)', 'https://example.org/e\u0301'],
  '': ['one', 'two', 'three', 'constructor', 'x'.repeat(64)],
}

/** Commands that end much; drawn again more often than not. */
const RARE = /^(Withdraw|Unseat|Adjourn|Suspend|RemoveItem|TakeTextBack|ChooseRulePack)/

const SITTING = [
  'RulePointOfOrder',
  'ResumeMeeting',
  'DecideMotion',
  'DecideAppeal',
  'TakeUpItem',
  'PlaceItem',
  'AccreditPerson',
  'GiveFloor',
  'RequestFloor',
  'EndTurn',
  'ResumeFloor',
  'OpenText',
  'TableProposal',
  'TakeStance',
  'TakeStance',
  'CertifyConcordance',
  'PutText',
  'DeclareAdopted',
  'OpenSilence',
  'CloseSilence',
]
const AFTERWARDS = [
  'ResumeMeeting',
  'ConcludeItem',
  'RulePointOfOrder',
  'AdjournMeeting',
  'DraftRelease',
  'EditRelease',
  'ClearRelease',
  'ClearRelease',
  'PublishRelease',
  'SignText',
]

const hashesIn = (told: Told): readonly string[] => [...new Set(told.text.match(/\b[0-9a-f]{64}\b/g))]

const ask = (seat: string, url: string) => server.ask(seats[seat], 'GET', url)

const hashesNow = async (): Promise<readonly string[]> => [
  ...hashesIn(await ask('north-desk', `${MEETING}/texts/consensus`)),
  ...hashesIn(await ask('north-desk', `${MEETING}/releases`)),
]

/** Where a command of a kind goes, and as whom: now and then by the wrong one. */
const placeOf = (kind: 'meeting' | 'dialogue' | 'chamber'): string => {
  switch (kind) {
    case 'meeting':
      return `${MEETING}/acts`
    case 'dialogue':
      return `${DIALOGUE}/acts`
    case 'chamber':
      return `${MEETING}/chambers/north/acts`
  }
}

const VIEWS = [
  [MEETING, MeetingView],
  [`${MEETING}/texts/consensus`, TextView],
  [`${MEETING}/releases`, ReleasesView],
  [DIALOGUE, DialogueView],
] as const

const parsed = async (): Promise<void> => {
  for (const [url, schema] of VIEWS) {
    const told = await ask('north-desk', url)
    if (told.status === 200) expect([url, schema.safeParse(told.json).error]).toEqual([url, undefined])
    else expect([url, told.status]).toEqual([url, 422])
  }
}

/** All seats do everything at random, mostly what their seat may do. Answers with the outcomes counted. */
const storm = async (seed: number): Promise<ReadonlyMap<string, number>> => {
  const random = seededRandom(seed)
  const choose = chooser(random)
  const make = {
    meeting: randomCommands(ProceedingsCommand, random),
    dialogue: randomCommands(DialogueCommand, random),
    chamber: randomCommands(ChamberCommand, random),
  }
  const outcomes = new Map<string, number>()
  let hashes = await hashesNow()
  for (let count = 0; count < ACTS; count += 1) {
    if (count % 5 === 0) hashes = await hashesNow()
    const kind = choose([
      'meeting',
      'meeting',
      'meeting',
      'meeting',
      'meeting',
      'meeting',
      'dialogue',
      'chamber',
    ] as const)
    const names = { byField: BY_FIELD, hashes }
    let command = make[kind](names)
    if (RARE.test(typeOf(command)) && random() < 0.97) command = make[kind](names)
    // Left to chance alone a meeting stands still: half of the acts are such as move it on, and near the end it is adjourned.
    if (kind === 'meeting' && random() < 0.5)
      command = make.meeting(names, choose(count < ACTS * 0.7 ? SITTING : AFTERWARDS))
    const body = { id: `storm-${seed}-${count}`, command }
    // Whoever may do it: the seats are asked one after the other until one is not told that it may not.
    for (const seat of Object.keys(seats).toSorted(() => random() - 0.5)) {
      const told = await server.ask(seats[seat], 'POST', placeOf(kind), body)
      expect([command, seat, told.status < 500 || told.text]).toEqual([command, seat, true])
      const outcome = told.status === 200 ? `done ${typeOf(command)}` : String(field(told, 'code'))
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      if (told.status === 401) delete seats[seat]
      if (told.status !== 401 && told.status !== 403) break
    }
    server.clock.advance(Math.floor(random() * 20_000) - 2000)
    if (count % 50 === 0) await parsed()
  }
  return outcomes
}

const typeOf = (command: object): string => ('type' in command ? String(command.type) : '')

const eventsOf = (log: string) => {
  if (log.startsWith('dialogue/')) return DialogueEvent
  return log.startsWith('chamber/') ? ChamberEvent : ProceedingsEvent
}

describe.each([1, 7, 20_200_723])('whatever all seats do, seed %i', (seed) => {
  it('every answer is an answer, every leaf is what its schema says, every follower has it, every head holds', async () => {
    const [one, other] = await Promise.all(
      ['interpreter', 'interpreter'].map((seat) => connect(server.origin, seats[seat] ?? '')),
    )
    one?.send({ type: 'follow', log: MEETING_LOG, from: 0 })
    const outcomes = await storm(seed)
    expect([...outcomes.keys()].filter((outcome) => outcome.startsWith('done ')).length).toBeGreaterThan(10)
    expect(outcomes.has('bug')).toBe(false)
    await parsed()

    for (const log of await server.events.logs('')) {
      for (const leaf of await server.events.read(log, 0, 10_000)) {
        const { type, data, seq } = decodeLeaf(leaf)
        const { error } = eventsOf(log).safeParse({ type, ...data })
        expect([log, seq, type, error]).toEqual([log, seq, type, undefined])
      }
    }

    const size = await server.events.size(MEETING_LOG)
    other?.send({ type: 'follow', log: MEETING_LOG, from: 0 })
    const last = `"seq":${size - 1},`
    await Promise.all([one?.heard(last), other?.heard(last)])
    expect(one?.leaves()).toHaveLength(size)
    expect(other?.leaves()).toEqual(one?.leaves())
    await Promise.all([one?.drop(), other?.drop()])

    const key = String(field(await server.ask(undefined, 'GET', '/key'), 'key'))
    const response = await fetch(`${server.origin}/api${MEETING}/record`, {
      headers: { authorization: `Bearer ${OPERATOR}` },
    })
    const policy = parsePolicy(formatPolicy([parseVerifierKey(key)]))
    const report = verifyBundle(new Uint8Array(await response.arrayBuffer()), { policy })
    expect([report.outcome, report.findings]).toEqual(['sound', []])
  }, 60_000)
})
