import { describe, expect, it } from 'vitest'
import { given } from '../../given.ts'
import { act, chair, prepared, under } from '../fictional-meeting.ts'
import { meetingDecider } from '../index.ts'
import type { Meeting } from '../state.ts'
import { whoMaySpeak } from './who-may-speak.ts'

const sitting = under('open-topic')
const speaking = sitting.after(chair({ type: 'GiveFloor', seat: 'north-head', kind: 'statement' }))
const raise = act('south-adviser', { type: 'RaisePointOfOrder' })
const rights = (meeting: Meeting) => whoMaySpeak(meeting).map((one) => `${one.seat}: ${one.right}`)

describe('who may open a microphone', () => {
  it('is the chair, and the holder of the floor', () => {
    expect(rights(sitting.state)).toEqual(['officer: chair'])
    expect(rights(speaking.state)).toEqual(['officer: chair', 'north-head: floor'])
    expect(rights(speaking.after(chair({ type: 'EndTurn' })).state)).toEqual(['officer: chair'])
  })

  it('is not the speaker while the interpreter speaks', () => {
    const paused = speaking.after(chair({ type: 'PauseFloor', cause: 'interpretation' }))
    expect(rights(paused.state)).toEqual(['officer: chair'])
    expect(rights(paused.after(chair({ type: 'ResumeFloor' })).state)).toContain('north-head: floor')
  })

  it('is the speaker during a question or a technical pause', () => {
    for (const cause of ['question', 'technical'] as const) {
      expect(rights(speaking.after(chair({ type: 'PauseFloor', cause })).state)).toContain(
        'north-head: floor',
      )
    }
  })

  it('is whoever raised the pending point of order, instead of the speaker', () => {
    const pending = speaking.after(raise)
    expect(rights(pending.state)).toEqual(['officer: chair', 'south-adviser: point-of-order'])
    const ruled = pending.after(chair({ type: 'RulePointOfOrder', ruling: 'noted' }))
    expect(rights(ruled.state)).toEqual(['officer: chair', 'north-head: floor'])
    const left = pending.after(act('south-desk', { type: 'WithdrawAccreditation', seat: 'south-adviser' }))
    expect(rights(left.state)).toEqual(['officer: chair'])
  })

  it('is nobody before opening, during suspension and after adjournment', () => {
    expect(rights(given(meetingDecider, ...prepared()).state)).toEqual([])
    const failed = speaking.after(chair({ type: 'SuspendMeeting', cause: 'technical' }))
    expect(rights(failed.state)).toEqual([])
    expect(rights(speaking.after(chair({ type: 'AdjournMeeting' })).state)).toEqual([])
  })
})
