import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Recorded } from '../decider.ts'
import { MeetingEvent } from './events.ts'
import { START } from './fictional-meeting.ts'
import { activeAt, decideMeeting, evolveMeeting, initialMeeting } from './index.ts'
import { plausibleAct, play } from './random-sitting.ts'
import type { Played } from './random-sitting.ts'
import { nextSpeakers } from './speakers.ts'
import { timeUsed } from './views/time-used.ts'

const steps = fc.array(
  fc.tuple(
    fc.nat({ max: 99 }),
    fc.nat({ max: 1008 }),
    fc.nat({ max: 99 }),
    fc.oneof(fc.nat({ max: 90_000 }), fc.constant(0)),
  ),
  { minLength: 20, maxLength: 160, size: 'max' },
)
const packs = fc.constantFrom('bilateral/1', 'un-family/1')

const always = (holds: (played: Played) => void): void => {
  fc.assert(
    fc.property(packs, steps, (pack, taken) => {
      holds(play(pack, taken))
    }),
    { numRuns: 150 },
  )
}

/** Turns given while another was held, and ends that are not the end of the turn held. */
const irregularTurns = (log: readonly Recorded<MeetingEvent>[]): readonly string[] => {
  const irregular: string[] = []
  let held: string | undefined
  for (const { event } of log) {
    if (event.type === 'FloorGiven') {
      if (held !== undefined) irregular.push(event.turn)
      held = event.turn
    }
    if (event.type === 'FloorReturned') {
      if (held !== event.turn) irregular.push(event.turn)
      held = undefined
    }
  }
  return irregular
}

/** How long the clock ran in all, measured from the log alone, and the turns whose stated time is not what was measured. */
const measured = (log: readonly Recorded<MeetingEvent>[]) => {
  const wrong: string[] = []
  let ranMs = 0
  let ofTurnMs = 0
  let since: number | undefined
  for (const { event, at } of log) {
    if (event.type === 'FloorGiven') ofTurnMs = 0
    if (event.type === 'FloorPaused' || event.type === 'FloorReturned') {
      ofTurnMs += since === undefined ? 0 : at - since
      ranMs += since === undefined ? 0 : at - since
      since = undefined
    }
    if (event.type === 'FloorGiven' || event.type === 'FloorResumed') since = at
    if (event.type === 'FloorReturned' && event.usedMs !== ofTurnMs) wrong.push(event.turn)
  }
  const now = log.at(-1)?.at ?? START
  return { ranMs: ranMs + (since === undefined ? 0 : now - since), wrong }
}

describe('whatever is done in a sitting', () => {
  it('no sequence of commands gives the floor to two at once, and every turn ends once', () => {
    always(({ log }) => {
      expect(irregularTurns(log)).toEqual([])
    })
  })

  it('a message is read out at most once and by its reader', () => {
    always(({ log }) => {
      const readers = new Map([
        ['north-letter', 'north-head'],
        ['south-letter', 'south-head'],
      ])
      const read = log.flatMap(({ event }) => (event.type === 'MessageReadOut' ? [event] : []))
      expect(new Set(read.map((event) => event.message)).size).toBe(read.length)
      for (const event of read) expect(readers.get(event.message)).toBe(event.seat)
    })
  })

  it('time used is the time the clock ran, never the pauses', () => {
    always(({ log, meeting }) => {
      const { ranMs, wrong } = measured(log)
      expect(wrong).toEqual([])
      const items = Object.values(timeUsed(meeting, log.at(-1)?.at ?? START)?.byItem ?? {})
      expect(items.reduce((sum, used) => sum + used.usedMs, 0)).toBe(ranMs)
    })
  })

  it('replaying the events, written and read again, gives the same state', () => {
    always(({ log, meeting }) => {
      let replayed = initialMeeting
      for (const one of log) {
        const event = MeetingEvent.parse(JSON.parse(JSON.stringify(one.event)))
        replayed = evolveMeeting(replayed, { ...one, event })
      }
      expect(replayed).toEqual(meeting)
    })
  })

  it('earlier states stay as they were while the log grows', () => {
    always(({ log, states }) => {
      const middle = Math.floor(log.length / 2)
      let replayed = initialMeeting
      for (const one of log.slice(0, middle)) replayed = evolveMeeting(replayed, one)
      expect(JSON.stringify(states[middle - 1])).toBe(JSON.stringify(replayed))
    })
  })

  it('a refused command records nothing, and deciding changes nothing', () => {
    always(({ meeting }) => {
      const before = JSON.stringify(meeting)
      for (let index = 0; index < 30; index += 1) {
        const { by, command } = plausibleAct(meeting, [index * 3, index * 13, index])
        const decision = decideMeeting(meeting, { by, command, at: START })
        expect(decision.ok || !('events' in decision)).toBe(true)
      }
      expect(JSON.stringify(meeting)).toBe(before)
    })
  })

  it('the floor, the list, the chair and the agenda are always in order', () => {
    always(({ states }) => {
      for (const meeting of states) {
        const active = (seat: string) => activeAt(meeting, seat) !== undefined
        const item = meeting.agenda.find((one) => one.item.id === meeting.current)
        const taken = meeting.agenda.filter((one) => one.status === 'taken-up')
        expect(taken.length).toBe(meeting.current === undefined ? 0 : 1)
        expect(item?.status ?? 'taken-up').toBe('taken-up')
        expect(meeting.turn === undefined || active(meeting.turn.seat)).toBe(true)
        expect(meeting.chair.every(active)).toBe(true)
        const requests = item?.requests ?? []
        expect(
          nextSpeakers(meeting)
            .map((one) => one.request)
            .toSorted(),
        ).toEqual(requests.map((one) => one.request).toSorted())
        expect(meeting.pointOfOrder !== undefined && meeting.appeal !== undefined).toBe(false)
        for (const used of Object.values(item?.rightsOfReply ?? {})) expect(used).toBeLessThanOrEqual(2)
      }
    })
  })

  it('no identifier is given out twice', () => {
    always(({ log }) => {
      const ids = log.flatMap(({ event }) => {
        if (event.type === 'FloorRequested') return [event.request]
        if (event.type === 'FloorGiven') return [event.turn]
        if (event.type === 'PointOfOrderRaised') return [event.point]
        return event.type === 'MotionMoved' ? [event.motion] : []
      })
      expect(new Set(ids).size).toBe(ids.length)
    })
  })

  it('after adjournment nothing of the sitting changes', () => {
    always(({ meeting, log }) => {
      const at = (log.at(-1)?.at ?? START) + 1
      const adjourned: MeetingEvent = { type: 'MeetingAdjourned' }
      const over = evolveMeeting(meeting, { seq: log.length, at, by: { seat: 'officer' }, event: adjourned })
      for (let index = 0; index < 40; index += 1) {
        const { by, command } = plausibleAct(over, [index * 3, index * 13, index])
        expect(decideMeeting(over, { by, command, at }).ok).toBe(false)
      }
    })
  })

  it('the sittings played are worth it: every kind of event of a sitting occurs, and refusals do', () => {
    const played = fc
      .sample(fc.tuple(packs, steps), { seed: 8, numRuns: 200 })
      .map(([pack, taken]) => play(pack, taken))
    const seen = new Set(played.flatMap(({ log }) => log.map(({ event }) => event.type)))
    for (const type of [
      'MessageReadOut',
      'FloorPaused',
      'FloorResumed',
      'TimeExtended',
      'TimeLimitSet',
      'RequestWithdrawn',
      'ListOpened',
      'ListClosed',
      'ItemConcluded',
      'AccreditationWithdrawn',
      'MeetingSuspended',
      'MeetingResumed',
      'PointOfOrderRuled',
      'RulingAppealed',
      'AppealVoteCast',
      'AppealDecided',
      'MotionOpposed',
      'MotionDecided',
    ] as const) {
      expect(seen).toContain(type)
    }
    expect(played.some(({ refusals }) => refusals > 10)).toBe(true)
  })
})
