import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  convened,
  DIALOGUE,
  field,
  type FictionalServer,
  fictionalServer,
  foundingOf,
  inSession,
  MEETING,
  OPERATOR,
  problemOf,
  words,
} from '../fictional-server.ts'

let server: FictionalServer
beforeEach(async () => {
  server = await fictionalServer()
})
afterEach(() => server.close())

describe('an act', () => {
  it('is answered with where it stands in the log', async () => {
    const told = await server.ask(OPERATOR, 'POST', '/dialogues', {
      id: 'found-it',
      command: foundingOf('river'),
    })
    expect(told.json).toEqual({ log: 'dialogue/river', firstSeq: 0, count: 1, repeated: false })
  })

  it('that comes twice is done once and answered the same', async () => {
    const seats = await convened(server)
    const act = { id: 'note-one-1', command: { type: 'RewordTheme', theme: words('Rivers') } }
    const first = await server.ask(seats['north-desk'], 'POST', `${MEETING}/acts`, act)
    const again = await server.ask(seats['north-desk'], 'POST', `${MEETING}/acts`, act)
    expect(first.status).toBe(200)
    expect(again.json).toEqual({ ...Object(first.json), repeated: true })
    expect(await server.events.size('meeting/river/first')).toBe(Number(field(first, 'firstSeq')) + 1)
  })

  it('under an id used for another act is refused', async () => {
    const seats = await convened(server)
    const act = (theme: string) =>
      server.ask(seats['north-desk'], 'POST', `${MEETING}/acts`, {
        id: 'same-id-1',
        command: { type: 'RewordTheme', theme: words(theme) },
      })
    expect((await act('One')).status).toBe(200)
    const second = await act('Two')
    expect([second.status, problemOf(second)]).toEqual([409, 'act-id-reused'])
  })

  it('may use an id that another seat has used', async () => {
    const seats = await convened(server)
    const act = {
      id: 'same-id-1',
      command: { type: 'RewordTheme', theme: words('One'), delegation: 'north' },
    }
    const north = await server.ask(seats['north-desk'], 'POST', `${MEETING}/acts`, act)
    const south = await server.ask(seats['south-desk'], 'POST', `${MEETING}/acts`, {
      ...act,
      command: { ...act.command, delegation: 'south' },
    })
    expect([north.status, south.status]).toEqual([200, 200])
  })

  it('that expects another size is stale and told the size', async () => {
    const seats = await convened(server)
    const size = await server.events.size('meeting/river/first')
    const told = await server.ask(seats['north-desk'], 'POST', `${MEETING}/acts`, {
      id: 'expects-less',
      expectedSize: size - 1,
      command: { type: 'RewordTheme', theme: words('Rivers') },
    })
    expect([told.status, problemOf(told), field(told, 'size')]).toEqual([409, 'stale', size])
  })

  it('refused by the rules leaves the log as it was and says why in the reader’s language', async () => {
    const seats = await convened(server)
    const size = await server.events.size('meeting/river/first')
    const told = await server.inject({
      method: 'POST',
      url: `/api${MEETING}/acts`,
      headers: { authorization: `Bearer ${seats['officer']}`, 'accept-language': 'ru, en;q=0.5' },
      payload: { id: 'too-early-1', command: { type: 'OpenMeeting' } },
    })
    expect([told.status, problemOf(told)]).toEqual([403, 'not-entitled'])
    expect(told.headers['content-type']).toContain('application/problem+json')
    expect(told.headers['content-language']).toBe('ru')
    expect(field(told, 'title')).toMatch(/\p{Script=Cyrillic}/u)
    expect(await server.events.size('meeting/river/first')).toBe(size)
  })

  it('of many at once is recorded for each, in one order, without gaps', async () => {
    const seats = await convened(server)
    const before = await server.events.size('meeting/river/first')
    const told = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        server.ask(seats['north-desk'], 'POST', `${MEETING}/acts`, {
          id: `at-once-${index}`,
          command: { type: 'RewordTheme', theme: words(`Theme ${index}`) },
        }),
      ),
    )
    const places = told.map((one) => Number(field(one, 'firstSeq'))).toSorted((a, b) => a - b)
    expect(places).toEqual(Array.from({ length: 40 }, (_, index) => before + index))
  })
})

describe('a recording', () => {
  it('cannot be ordered where there is no media server to record at', async () => {
    const seats = await inSession(server)
    const told = await server.ask(seats['officer'], 'POST', `${MEETING}/acts`, {
      id: 'record-it-1',
      command: { type: 'OrderRecording' },
    })
    expect([told.status, problemOf(told)]).toEqual([422, 'nothing-to-record-with'])
  })
})

describe('convening', () => {
  it('opens the meeting’s log in the same step in which it is numbered', async () => {
    await convened(server)
    const meeting = await server.ask(OPERATOR, 'GET', `${MEETING}/events?limit=1`)
    expect(field(meeting, 'leaves')).toMatchObject([
      { seq: 0, type: 'MeetingConvened', data: { number: 1, host: 'north' } },
    ])
    const dialogue = await server.ask(OPERATOR, 'GET', `${DIALOGUE}/events?from=1`)
    expect(field(dialogue, 'leaves')).toMatchObject([{ seq: 1, type: 'MeetingNumbered' }])
  })

  it('tells running meetings of a new secretariat, and of one that left', async () => {
    const seats = await convened(server)
    const person = { name: words('new desk') }
    await server.act(seats['north-desk'] ?? '', `${DIALOGUE}/acts`, {
      type: 'SeatSecretariat',
      seat: 'north-second',
      party: 'north',
      person,
    })
    await server.act(seats['north-desk'] ?? '', `${DIALOGUE}/acts`, {
      type: 'UnseatSecretariat',
      seat: 'north-second',
    })
    const size = await server.events.size('meeting/river/first')
    const told = await server.ask(OPERATOR, 'GET', `${MEETING}/events?from=${size - 2}`)
    expect(field(told, 'leaves')).toMatchObject([
      { type: 'SecretariatJoined', data: { seat: 'north-second', party: 'north' } },
      { type: 'SecretariatLeft', data: { seat: 'north-second' } },
    ])
  })

  it('never lets a secretariat take a seat that stands for a person', async () => {
    const seats = await convened(server)
    const told = await server.ask(seats['north-desk'], 'POST', `${DIALOGUE}/acts`, {
      id: 'takes-seat-1',
      command: {
        type: 'SeatSecretariat',
        seat: 'south-head',
        party: 'north',
        person: { name: words('x') },
      },
    })
    expect(problemOf(told)).toBe('seat-taken')
  })
})

describe('the operator', () => {
  it('has no act inside a meeting and no way into a chamber', async () => {
    await inSession(server)
    const act = await server.ask(OPERATOR, 'POST', `${MEETING}/acts`, {
      id: 'operator-1',
      command: { type: 'CloseList' },
    })
    const chamber = await server.ask(OPERATOR, 'GET', `${MEETING}/chambers/north/events`)
    expect([problemOf(act), problemOf(chamber)]).toEqual(['not-entitled', 'chamber-closed-to-you'])
  })

  it('alone founds dialogues', async () => {
    const seats = await convened(server)
    const told = await server.ask(seats['north-desk'], 'POST', '/dialogues', {
      id: 'founding-2',
      command: foundingOf('lake'),
    })
    expect([told.status, problemOf(told)]).toEqual([403, 'not-entitled'])
  })
})

describe('what somebody has no seat for', () => {
  it('answers byte for byte like what does not exist', async () => {
    const seats = await convened(server)
    await server.act(OPERATOR, '/dialogues', foundingOf('lake'))
    for (const path of ['', '/events', '/checkpoint', '/meetings/first', '/meetings/first/events']) {
      const foreign = await server.ask(seats['north-head'], 'GET', `/dialogues/lake${path}`)
      const none = await server.ask(seats['north-head'], 'GET', `/dialogues/nowhere${path}`)
      expect([foreign.status, foreign.text]).toEqual([404, none.text])
    }
  })

  it('is another meeting of the same dialogue for a seat at one meeting', async () => {
    const seats = await convened(server)
    await server.act(seats['north-desk'] ?? '', `${DIALOGUE}/acts`, {
      type: 'ConveneMeeting',
      meeting: 'second',
      theme: words('Ice'),
      mode: 'video',
      startsAt: 1_900_000_000_000,
    })
    const told = await server.ask(seats['north-head'], 'GET', `${DIALOGUE}/meetings/second`)
    expect(told.status).toBe(404)
    const dialogue = await server.ask(seats['north-head'], 'GET', DIALOGUE)
    expect(field(dialogue, 'meetings')).toMatchObject([{ meeting: 'first' }])
  })
})
