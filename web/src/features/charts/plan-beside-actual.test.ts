import { chair, convened, placed, START, title } from '@parley/domain/meeting/fictional-meeting'
import { given } from '@parley/domain/given'
import { meetingDecider } from '@parley/domain/meeting'
import { accredited } from '@parley/domain/meeting/fictional-meeting'
import { describe, expect, it } from 'vitest'
import { planBesideActual } from './plan-beside-actual.ts'

const minutes = (count: number): number => START + count * 60_000
const sitting = given(
  meetingDecider,
  convened(),
  accredited('officer', 'officer'),
  { type: 'ChairAppointed', seats: ['officer'] },
  placed(0, { kind: 'topic', id: 'first', title, plannedMinutes: 10 }),
  placed(1, { kind: 'topic', id: 'second', title, plannedMinutes: 20 }),
  placed(2, { kind: 'topic', id: 'third', title }),
  { type: 'MeetingOpened' },
).after(
  chair({ type: 'TakeUpItem', item: 'first' }, minutes(0)),
  chair({ type: 'ConcludeItem' }, minutes(14)),
  chair({ type: 'TakeUpItem', item: 'second' }, minutes(14)),
)

describe('the plan beside what happened', () => {
  it('tells item by item what was planned, what it took and the difference', () => {
    const { rows } = planBesideActual(sitting.state, minutes(20))
    expect(rows).toMatchObject([
      { number: 1, plannedMinutes: 10, actualMinutes: 14, differenceMinutes: 4 },
      { number: 2, plannedMinutes: 20, actualMinutes: 6, differenceMinutes: -14 },
      { number: 3, plannedMinutes: undefined, actualMinutes: undefined, differenceMinutes: undefined },
    ])
  })

  it('sums both, and draws by the longest', () => {
    expect(planBesideActual(sitting.state, minutes(20))).toMatchObject({
      plannedMinutes: 30,
      actualMinutes: 20,
      longestMinutes: 20,
      driftMinutes: 4,
    })
    expect(planBesideActual(sitting.state, minutes(74)).longestMinutes).toBe(60)
  })

  it('has something to draw by where nothing is planned', () => {
    expect(planBesideActual(meetingDecider.initial, START)).toMatchObject({ rows: [], longestMinutes: 1 })
  })
})
