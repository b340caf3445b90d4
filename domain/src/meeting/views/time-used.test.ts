import { describe, expect, it } from 'vitest'
import { act, chair, START, under } from '../fictional-meeting.ts'
import { timeUsed } from './time-used.ts'

const sitting = under('open-topic')
const turn = (seat: string, from: number, to: number) => [
  chair({ type: 'GiveFloor', seat, kind: 'statement' }, START + from),
  chair({ type: 'EndTurn' }, START + to),
]

describe('time used', () => {
  it('is nothing for every delegation before anybody spoke', () => {
    const nothing = { usedMs: 0, overtimeMs: 0, turns: 0 }
    expect(timeUsed(sitting.state, START)).toEqual({
      byDelegation: { north: nothing, south: nothing },
      byItem: {},
      bySeat: {},
    })
  })

  it('adds up by delegation, item and seat, the turn under way included', () => {
    const { state } = sitting
      .after(...turn('north-head', 0, 1000), ...turn('south-head', 2000, 604_000))
      .after(...turn('north-adviser', 700_000, 703_000))
      .after(chair({ type: 'GiveFloor', seat: 'north-head', kind: 'reply' }, START + 800_000))
    expect(timeUsed(state, START + 800_500)).toEqual({
      byDelegation: {
        north: { usedMs: 4500, overtimeMs: 0, turns: 3 },
        south: { usedMs: 602_000, overtimeMs: 2000, turns: 1 },
      },
      byItem: { 'open-topic': { usedMs: 606_500, overtimeMs: 2000, turns: 4 } },
      bySeat: {
        'north-head': { usedMs: 1500, overtimeMs: 0, turns: 2 },
        'north-adviser': { usedMs: 3000, overtimeMs: 0, turns: 1 },
        'south-head': { usedMs: 602_000, overtimeMs: 2000, turns: 1 },
      },
    })
  })

  it('counts overtime while it grows', () => {
    const { state } = sitting.after(chair({ type: 'GiveFloor', seat: 'north-head', kind: 'reply' }, START))
    expect(timeUsed(state, START + 301_000)?.byDelegation['north']?.overtimeMs).toBe(1000)
  })

  it('charges interpretation to nobody', () => {
    const { state } = sitting.after(
      chair({ type: 'GiveFloor', seat: 'north-head', kind: 'statement' }, START),
      act('north-head', { type: 'PauseFloor', cause: 'interpretation' }, START + 1000),
    )
    expect(timeUsed(state, START + 60_000)?.byDelegation['north']?.usedMs).toBe(1000)
  })

  it('counts an invited officer for no delegation', () => {
    const used = timeUsed(sitting.after(...turn('observer', 0, 1000)).state, START)
    expect(used?.bySeat['observer']?.usedMs).toBe(1000)
    expect(used?.byDelegation['north']?.turns).toBe(0)
  })

  it('is not known of a record entered afterwards', () => {
    const retrospective = { sources: [{ title: 'A published report' }] }
    expect(timeUsed({ ...sitting.state, retrospective }, START)).toBeUndefined()
  })
})
