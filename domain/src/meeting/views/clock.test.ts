import { describe, expect, it } from 'vitest'
import { rulePack } from '../../rules/index.ts'
import { act, chair, START, under } from '../fictional-meeting.ts'
import type { Meeting } from '../state.ts'
import { clock } from './clock.ts'

const speaking = under('open-topic').after(
  chair({ type: 'GiveFloor', seat: 'north-head', kind: 'statement' }, START),
)

const shows = ({ turn }: Meeting, now: number) => {
  const pack = rulePack('bilateral/1')
  if (turn === undefined || pack === undefined) throw new Error('nobody speaks')
  return clock(turn, pack, now)
}

describe('the clock', () => {
  it('runs, warns in the last minute, and goes on into overtime', () => {
    expect(shows(speaking.state, START)).toEqual({ usedMs: 0, remainingMs: 600_000, state: 'running' })
    expect(shows(speaking.state, START + 539_999).state).toBe('running')
    expect(shows(speaking.state, START + 540_000).state).toBe('warning')
    expect(shows(speaking.state, START + 600_000)).toEqual({
      usedMs: 600_000,
      remainingMs: 0,
      state: 'warning',
    })
    expect(shows(speaking.state, START + 600_001)).toEqual({
      usedMs: 600_001,
      remainingMs: -1,
      state: 'overtime',
    })
  })

  it('stands still while paused and goes on from there', () => {
    const paused = speaking.after(chair({ type: 'PauseFloor', cause: 'question' }, START + 2000))
    const still = { usedMs: 2000, remainingMs: 598_000, state: 'paused' }
    expect(shows(paused.state, START + 2000)).toEqual(still)
    expect(shows(paused.state, START + 900_000)).toEqual(still)
    const resumed = paused.after(chair({ type: 'ResumeFloor' }, START + 900_000))
    expect(shows(resumed.state, START + 901_000).usedMs).toBe(3000)
  })

  it('counts with the time extended', () => {
    const extended = speaking.after(chair({ type: 'ExtendTime', bySeconds: 60 }))
    expect(shows(extended.state, START + 600_000)).toMatchObject({ remainingMs: 60_000, state: 'warning' })
  })

  it('never counts a clock that went backwards', () => {
    expect(shows(speaking.state, START - 5000).usedMs).toBe(0)
    const paused = speaking.after(
      act('north-head', { type: 'PauseFloor', cause: 'interpretation' }, START - 1),
    )
    expect(shows(paused.state, START).usedMs).toBe(0)
  })
})
