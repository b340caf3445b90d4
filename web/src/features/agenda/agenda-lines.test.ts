import { evolveMeeting, initialMeeting } from '@parley/domain/meeting'
import type { MeetingEvent } from '@parley/domain/meeting/events'
import { convened, placed } from '@parley/domain/meeting/fictional-meeting'
import type { Meeting } from '@parley/domain/meeting/state'
import { describe, expect, it } from 'vitest'
import { agendaPlan } from './agenda-lines.ts'

const MINUTE = 60_000
const title = { en: 'Item' }

/** A meeting told by what happened in which minute. */
const told = (...events: readonly (readonly [number, MeetingEvent])[]): Meeting =>
  events.reduce(
    (meeting, [minute, event], seq) =>
      evolveMeeting(meeting, { seq, at: minute * MINUTE, by: { seat: 'officer' }, event }),
    initialMeeting,
  )

const AGENDA: readonly (readonly [number, MeetingEvent])[] = [
  [0, convened()],
  [0, placed(0, { kind: 'topic', id: 'first', title, plannedMinutes: 10 })],
  [0, placed(1, { kind: 'topic', id: 'second', title, plannedMinutes: 20 })],
  [0, placed(2, { kind: 'remarks', id: 'third', title, plannedMinutes: 5 })],
]
const OPENED: readonly (readonly [number, MeetingEvent])[] = [
  ...AGENDA,
  [0, { type: 'MeetingOpened' }],
  [0, { type: 'ItemTakenUp', item: 'first' }],
]

describe('the agenda in session', () => {
  it('expects what is ahead after what is left of the item under way', () => {
    const plan = agendaPlan(told(...OPENED), 4 * MINUTE)
    expect(plan.lines.map(({ expectedAt }) => expectedAt)).toEqual([undefined, 10 * MINUTE, 30 * MINUTE])
    expect(plan.endsAt).toBe(35 * MINUTE)
    expect(plan.driftMinutes).toBe(0)
  })

  it('moves everything ahead by what an item has overrun', () => {
    const plan = agendaPlan(told(...OPENED), 14 * MINUTE)
    expect(plan.lines[1]?.expectedAt).toBe(14 * MINUTE)
    expect(plan).toMatchObject({ driftMinutes: 4, endsAt: 39 * MINUTE })
  })

  it('knows no end once an item without a plan stands before it', () => {
    const unplanned: MeetingEvent = placed(1, { kind: 'break', id: 'pause', title })
    const plan = agendaPlan(told(...AGENDA, [0, unplanned], [0, { type: 'MeetingOpened' }]), 0)
    expect(plan.lines.map(({ item, expectedAt }) => [item.id, expectedAt])).toEqual([
      ['first', 0],
      ['pause', 10 * MINUTE],
      ['second', undefined],
      ['third', undefined],
    ])
    expect(plan.endsAt).toBeUndefined()
  })
})

describe('the agenda out of session', () => {
  it('expects nothing at any time', () => {
    const plan = agendaPlan(told(...AGENDA), 100 * MINUTE)
    expect(plan.lines.every(({ expectedAt }) => expectedAt === undefined)).toBe(true)
    expect(plan.endsAt).toBeUndefined()
  })

  it('still numbers its items from one', () => {
    expect(agendaPlan(told(...AGENDA), 0).lines.map(({ number }) => number)).toEqual([1, 2, 3])
  })
})
