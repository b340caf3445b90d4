import { describe, expect, it } from 'vitest'
import { given } from '../../given.ts'
import { chair, opened, placed, START, title } from '../fictional-meeting.ts'
import { meetingDecider } from '../index.ts'
import { agendaProgress } from './agenda-progress.ts'

const minute = 60_000
const planned = given(
  meetingDecider,
  ...opened(),
  placed(9, { kind: 'topic', id: 'first', title, plannedMinutes: 20 }),
  placed(10, { kind: 'topic', id: 'second', title, plannedMinutes: 10 }),
)
const during = (item: string, from: number, to: number) => [
  chair({ type: 'TakeUpItem', item }, START + from * minute),
  chair({ type: 'ConcludeItem' }, START + to * minute),
]

describe('the progress of the agenda', () => {
  it('sets what was planned beside what it took', () => {
    const progress = agendaProgress(planned.after(...during('first', 0, 26)).state, START + 30 * minute)
    expect(progress.plannedMinutes).toBe(30)
    expect(progress.driftMinutes).toBe(6)
    expect(progress.items.slice(-2)).toEqual([
      { item: 'first', status: 'concluded', plannedMinutes: 20, actualMinutes: 26 },
      { item: 'second', status: 'ahead', plannedMinutes: 10, actualMinutes: undefined },
    ])
  })

  it('runs ahead when an item took less', () => {
    const { state } = planned.after(...during('first', 0, 15))
    expect(agendaProgress(state, START + 15 * minute).driftMinutes).toBe(-5)
  })

  it('counts an item under way only once it has overrun', () => {
    const { state } = planned.after(chair({ type: 'TakeUpItem', item: 'second' }, START))
    expect(agendaProgress(state, START + 4 * minute).driftMinutes).toBe(0)
    expect(agendaProgress(state, START + 13 * minute).driftMinutes).toBe(3)
    expect(agendaProgress(state, START + 13 * minute).items.at(-1)).toMatchObject({
      status: 'taken-up',
      actualMinutes: 13,
    })
  })

  it('counts nothing for an item without a plan', () => {
    const { state } = planned.after(...during('open-topic', 0, 90))
    expect(agendaProgress(state, START + 90 * minute).driftMinutes).toBe(0)
  })

  it('knows no durations in a record entered afterwards', () => {
    const { state } = planned.after(...during('first', 0, 26))
    const retrospective = { sources: [{ title: 'A published report' }] }
    const progress = agendaProgress({ ...state, retrospective }, START)
    expect(progress.driftMinutes).toBe(0)
    expect(progress.items.every((item) => item.actualMinutes === undefined)).toBe(true)
  })
})
