import { MeetingView } from '@parley/protocol/views'
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
  problemOf,
  type Seats,
  type Told,
  words,
} from '../fictional-server.ts'
import { connect } from '../live/fictional-client.ts'

let server: FictionalServer
let seats: Seats
beforeEach(async () => {
  server = await fictionalServer()
  seats = await inSession(server)
})
afterEach(() => server.close())

const tokenOf = (seat: string): string => seats[seat] ?? ''
const act = (seat: string, id: string, command: object, expectedSize?: number): Promise<Told> =>
  server.ask(tokenOf(seat), 'POST', `${MEETING}/acts`, {
    id,
    command,
    ...(expectedSize === undefined ? {} : { expectedSize }),
  })
const note = (text: string) => ({ type: 'EnterNote', body: words(text) })
const size = () => server.events.size(MEETING_LOG)

/** How many answers had each outcome: done, repeated, or the code of a problem. */
const tally = (answers: readonly Told[]): Record<string, number> =>
  Object.fromEntries(
    Map.groupBy(answers, (told) =>
      told.status === 200
        ? field(told, 'repeated') === true
          ? 'repeated'
          : 'done'
        : String(problemOf(told)),
    )
      .entries()
      .map(([outcome, told]) => [outcome, told.length]),
  )

describe('one act', () => {
  it('sent a hundred times at once is done once, and every answer names the same place', async () => {
    const before = await size()
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => act('officer', 'hundred-1', note('once'))),
    )
    expect(tally(answers)).toEqual({ done: 1, repeated: 99 })
    expect(new Set(answers.map((told) => field(told, 'firstSeq')))).toEqual(new Set([before]))
    expect(await size()).toBe(before + 1)
  })

  it('whose id carries a hundred different commands at once is one of them', async () => {
    const before = await size()
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) => act('officer', 'hundred-2', note(`no. ${index}`))),
    )
    expect(tally(answers)).toEqual({ done: 1, 'act-id-reused': 99 })
    expect(await size()).toBe(before + 1)
  })

  it('sent over HTTP and on a socket at once is done once', async () => {
    const client = await connect(server.origin, tokenOf('officer'))
    const before = await size()
    const command = { type: 'EnterNote', body: words('both ways') } as const
    for (let count = 0; count < 20; count += 1)
      client.send({ type: 'act', log: MEETING_LOG, id: 'mixed-mixed', command })
    client.send({ type: 'ping', n: 1 })
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => act('officer', 'mixed-mixed', command)),
    )
    await client.heard('pong')
    const told = client.texts.filter((text) => text.startsWith('{"type":"done"'))
    expect(told).toHaveLength(20)
    const anew =
      told.filter((text) => text.includes('"repeated":false')).length + (tally(answers)['done'] ?? 0)
    expect(anew).toBe(1)
    expect(await size()).toBe(before + 1)
    await client.drop()
  })

  it('may have the id of another seat’s act, at the same moment', async () => {
    const answers = await Promise.all(
      ['north-desk', 'south-desk'].map((seat) =>
        act(seat, 'same-id-1', { type: 'RewordTheme', theme: words(seat) }),
      ),
    )
    expect(tally(answers)).toEqual({ done: 2 })
  })

  it('with the id of an act on another log is another act, and refused', async () => {
    const [one, other] = await Promise.all([
      act('north-desk', 'two-logs-1', { type: 'RewordTheme', theme: words('x') }),
      server.ask(tokenOf('north-desk'), 'POST', `${DIALOGUE}/acts`, {
        id: 'two-logs-1',
        command: { type: 'ChooseRulePack', rulePack: 'un-family/1' },
      }),
    ])
    expect(tally([one, other].filter((told) => told !== undefined))).toEqual({ done: 1, 'act-id-reused': 1 })
  })

  it('whose keys come in another order is the same act', async () => {
    await act('officer', 'order-1-1', { type: 'EnterNote', body: { en: 'a', ru: 'b', zh: 'c' } })
    const again = await act('officer', 'order-1-1', {
      body: { zh: 'c', ru: 'b', en: 'a' },
      type: 'EnterNote',
    })
    expect(field(again, 'repeated')).toBe(true)
  })

  it('that was stale is done when sent again with the size it was told', async () => {
    const stale = await act('officer', 'stale-1-1', note('later'), 2)
    expect([stale.status, problemOf(stale)]).toEqual([409, 'stale'])
    const done = await act('officer', 'stale-1-1', note('later'), Number(field(stale, 'size')))
    expect(field(done, 'repeated')).toBe(false)
  })

  it('that was refused may be done later under its id', async () => {
    const end = { type: 'EndTurn' }
    expect((await act('officer', 'refused-1', end)).status).toBe(422)
    await act('officer', 'giving-1-1', { type: 'GiveFloor' })
    expect(field(await act('officer', 'refused-1', end), 'repeated')).toBe(false)
  })
})

describe('many at the same moment', () => {
  it('who expect the same size: one is done, the others are stale', async () => {
    const expected = await size()
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        act('officer', `race-race-${index}`, note(`no. ${index}`), expected),
      ),
    )
    expect(tally(answers)).toEqual({ done: 1, stale: 49 })
  })

  it('two chairs giving the floor: one is done, the other refused', async () => {
    await server.act(tokenOf('north-desk'), `${MEETING}/acts`, {
      type: 'AppointChair',
      seats: ['north-head', 'south-head'],
    })
    const answers = await Promise.all(
      ['north-head', 'south-head'].map((seat) => act(seat, 'pressing-1', { type: 'GiveFloor' })),
    )
    expect(tally(answers)).toEqual({ done: 1, 'floor-taken': 1 })
  })

  it('two secretariats convening the same meeting: one is done, and one meeting is numbered', async () => {
    const convene = (seat: string) =>
      server.ask(tokenOf(seat), 'POST', `${DIALOGUE}/acts`, {
        id: 'convening-2',
        command: {
          type: 'ConveneMeeting',
          meeting: 'second',
          theme: words('x'),
          mode: 'video',
          startsAt: 1_900_000_000_000,
        },
      })
    const answers = await Promise.all([convene('north-desk'), convene('south-desk')])
    expect(tally(answers)).toEqual({ done: 1, 'meeting-exists': 1 })
    expect(await server.events.size('meeting/river/second')).toBeGreaterThan(0)
  })
})

describe('a clock that runs backwards', () => {
  it('never lets time in a log go back, and shows no time that has not been', async () => {
    const hour = 3_600_000
    await act('officer', 'clock-1-1', { type: 'GiveFloor' })
    for (const byMs of [-hour, 5, -24 * hour, 0, 3 * hour, -2 * hour]) {
      server.clock.advance(byMs)
      await server.act(tokenOf('officer'), `${MEETING}/acts`, { type: 'EnterNote', body: words('tick') })
      await server.act(tokenOf('north-head'), `${MEETING}/chambers/north/acts`, {
        type: 'PassWord',
        body: 'tick',
      })
      const view = await server.ask(tokenOf('officer'), 'GET', MEETING)
      expect(MeetingView.safeParse(view.json).error).toBe(undefined)
      expect(Number(field(view, 'now'))).toBeGreaterThanOrEqual(Number(field(view, 'openedAt')))
    }
    for (const log of [MEETING_LOG, 'chamber/river/first/north']) {
      const leaves = await server.events.read(log, 0, 1000)
      const times = leaves.map((leaf) => decodeLeaf(leaf).at)
      expect(times.length).toBeGreaterThan(5)
      expect(times).toEqual(times.toSorted((one, other) => one - other))
    }
    const bundle = await fetch(`${server.origin}/api${MEETING}/record`, {
      headers: { authorization: `Bearer ${tokenOf('officer')}` },
    })
    const key = String(field(await server.ask(undefined, 'GET', '/key'), 'key'))
    const policy = parsePolicy(formatPolicy([parseVerifierKey(key)]))
    const report = verifyBundle(new Uint8Array(await bundle.arrayBuffer()), { policy })
    expect([report.outcome, report.findings]).toEqual(['sound', []])
  })
})
