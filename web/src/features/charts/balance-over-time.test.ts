import { act, chair, START, under } from '@parley/domain/meeting/fictional-meeting'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balanceOverTime } from './balance-over-time.ts'

const sitting = under('open-topic')
const minutes = (count: number): number => START + count * 60_000
const spoken = sitting.after(
  chair({ type: 'GiveFloor', seat: 'north-head', kind: 'statement' }, minutes(1)),
  act('north-head', { type: 'YieldFloor' }, minutes(4)),
  chair({ type: 'GiveFloor', seat: 'south-head', kind: 'statement' }, minutes(5)),
)

describe('speaking time over the meeting', () => {
  it('grows while a delegation speaks and stands still while another does', () => {
    const { openedAt } = spoken.state
    expect(openedAt).toBeDefined()
    const balance = balanceOverTime(spoken.state, minutes(7))
    expect(balance?.lines).toEqual([
      {
        delegation: 'north',
        points: [
          { at: openedAt, usedMs: 0 },
          { at: minutes(1), usedMs: 0 },
          { at: minutes(4), usedMs: 180_000 },
          { at: minutes(7), usedMs: 180_000 },
        ],
      },
      {
        delegation: 'south',
        points: [
          { at: openedAt, usedMs: 0 },
          { at: minutes(5), usedMs: 0 },
          { at: minutes(7), usedMs: 120_000 },
          { at: minutes(7), usedMs: 120_000 },
        ],
      },
    ])
    expect(balance?.mostMs).toBe(180_000)
  })

  it('charges what the interpreter takes to nobody', () => {
    const { state } = spoken.after(
      act('south-head', { type: 'PauseFloor', cause: 'interpretation' }, minutes(6)),
      act('south-head', { type: 'ResumeFloor' }, minutes(9)),
      act('south-head', { type: 'YieldFloor' }, minutes(10)),
    )
    expect(balanceOverTime(state, minutes(20))?.lines[1]?.points.at(-1)?.usedMs).toBe(120_000)
  })

  it('ends with the adjournment, however long ago that was', () => {
    const { state } = spoken.after(chair({ type: 'AdjournMeeting' }, minutes(8)))
    expect(balanceOverTime(state, minutes(600))?.to).toBe(minutes(8))
  })

  it('never falls and never leaves the meeting’s time, whatever the clock says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: minutes(100) }), (now) => {
        const balance = balanceOverTime(spoken.state, now)
        for (const { points } of balance?.lines ?? []) {
          expect(points.map(({ usedMs }) => usedMs)).toEqual(
            points.map(({ usedMs }) => usedMs).toSorted((one, other) => one - other),
          )
          expect(points.every(({ at }) => at >= (balance?.from ?? 0) && at <= (balance?.to ?? 0))).toBe(true)
        }
      }),
    )
  })

  it('is not known before the opening', () => {
    expect(balanceOverTime({ ...spoken.state, openedAt: undefined }, minutes(7))).toBeUndefined()
    expect(balanceOverTime({ ...spoken.state, retrospective: { sources: [] } }, minutes(7))).toBeUndefined()
  })
})
