import { describe, expect, it } from 'vitest'
import { given } from '../../given.ts'
import type { MeetingCommand } from '../commands.ts'
import { act, chair, opened, START, under } from '../fictional-meeting.ts'
import { meetingDecider } from '../index.ts'

const sitting = under('open-topic')
const speaking = sitting.after(chair({ type: 'GiveFloor', seat: 'north-head', kind: 'statement' }, START))
const returned = (usedMs: number, overtimeMs: number, ended: 'by-speaker' | 'by-chair') =>
  ({ type: 'FloorReturned', turn: 't1', usedMs, overtimeMs, ended }) as const

describe('giving the floor back', () => {
  it('is the speaker’s act, or the chair’s', () => {
    speaking
      .when(act('north-head', { type: 'YieldFloor' }, START + 1000))
      .records(returned(1000, 0, 'by-speaker'))
    speaking.when(chair({ type: 'EndTurn' }, START + 1000)).records(returned(1000, 0, 'by-chair'))
    speaking.when(act('north-head', { type: 'EndTurn' })).refuses({ code: 'not-entitled', needs: 'chair' })
  })

  it('is not for those who do not hold it', () => {
    speaking
      .when(act('south-head', { type: 'YieldFloor' }))
      .refuses({ code: 'not-holding-the-floor', by: 'north-head' })
    speaking.when(act('ghost', { type: 'YieldFloor' })).refuses({ code: 'not-entitled', needs: 'seat' })
  })

  it('needs somebody to hold it', () => {
    sitting.when(act('north-head', { type: 'YieldFloor' })).refuses({ code: 'floor-not-held' })
    for (const command of [
      { type: 'EndTurn' },
      { type: 'ExtendTime', bySeconds: 60 },
      { type: 'PauseFloor', cause: 'technical' },
      { type: 'ResumeFloor' },
    ] as const) {
      sitting.when(chair(command)).refuses({ code: 'floor-not-held' })
    }
  })

  it('keeps the turn among those past', () => {
    const { state } = speaking.after(chair({ type: 'EndTurn' }, START + 700_000))
    expect(state.turn).toBeUndefined()
    expect([...state.turns]).toEqual([
      {
        turn: 't1',
        item: 'open-topic',
        seat: 'north-head',
        delegation: 'north',
        kind: 'statement',
        limitSeconds: 600,
        usedMs: 700_000,
        overtimeMs: 100_000,
        givenAt: START,
        endedAt: START + 700_000,
      },
    ])
  })

  it('states seven days at most, and never less than nothing', () => {
    speaking
      .when(chair({ type: 'EndTurn' }, START + 10 ** 12))
      .records(returned(604_800_000, 604_200_000, 'by-chair'))
    speaking.when(chair({ type: 'EndTurn' }, START - 50)).records(returned(0, 0, 'by-chair'))
  })
})

describe('time', () => {
  it('goes over the limit without ending the turn', () => {
    speaking
      .when(act('north-head', { type: 'YieldFloor' }, START + 600_001))
      .records(returned(600_001, 1, 'by-speaker'))
  })

  it('is extended by the chair, as often as needed', () => {
    speaking
      .when(chair({ type: 'ExtendTime', bySeconds: 30 }))
      .records({ type: 'TimeExtended', turn: 't1', bySeconds: 30 })
    const extended = speaking.after(
      chair({ type: 'ExtendTime', bySeconds: 30 }),
      chair({ type: 'ExtendTime', bySeconds: 20 }),
    )
    expect(extended.state.turn?.limitSeconds).toBe(650)
    extended
      .when(act('north-head', { type: 'YieldFloor' }, START + 660_000))
      .records(returned(660_000, 10_000, 'by-speaker'))
  })

  it('is limited under an item, for the turns to come', () => {
    const command = { type: 'SetTimeLimit', kind: 'statement', limitSeconds: 90 } as const
    speaking.when(chair(command)).records({ ...command, type: 'TimeLimitSet', item: 'open-topic' })
    expect(speaking.after(chair(command)).state.turn?.limitSeconds).toBe(600)
    given(meetingDecider, ...opened())
      .when(chair(command))
      .refuses({ code: 'no-item-taken-up' })
  })
})

const pause = (cause: 'interpretation' | 'technical' | 'question'): MeetingCommand => ({
  type: 'PauseFloor',
  cause,
})

describe('a pause', () => {
  const paused = speaking.after(act('north-head', pause('interpretation'), START + 1000))

  it('is the chair’s, and for interpretation the speaker’s', () => {
    speaking.when(chair(pause('technical'))).records({ type: 'FloorPaused', turn: 't1', cause: 'technical' })
    speaking
      .when(act('north-head', pause('interpretation')))
      .records({ type: 'FloorPaused', turn: 't1', cause: 'interpretation' })
    speaking.when(act('north-head', pause('question'))).refuses({ code: 'not-entitled', needs: 'chair' })
    speaking
      .when(act('south-head', pause('interpretation')))
      .refuses({ code: 'not-entitled', needs: 'chair' })
  })

  it('ends by the chair, and a pause for interpretation by the speaker', () => {
    paused.when(chair({ type: 'ResumeFloor' })).records({ type: 'FloorResumed', turn: 't1' })
    paused.when(act('north-head', { type: 'ResumeFloor' })).records({ type: 'FloorResumed', turn: 't1' })
    speaking
      .after(chair(pause('technical')))
      .when(act('north-head', { type: 'ResumeFloor' }))
      .refuses({ code: 'not-entitled', needs: 'chair' })
  })

  it('is one at a time', () => {
    paused.when(chair(pause('technical'))).refuses({ code: 'floor-paused' })
    speaking.when(chair({ type: 'ResumeFloor' })).refuses({ code: 'floor-not-paused' })
  })

  it('is charged to nobody', () => {
    paused
      .after(act('north-head', { type: 'ResumeFloor' }, START + 50_000))
      .when(act('north-head', { type: 'YieldFloor' }, START + 52_000))
      .records(returned(3000, 0, 'by-speaker'))
  })

  it('does not keep the floor from being given back', () => {
    paused
      .when(act('north-head', { type: 'YieldFloor' }, START + 90_000))
      .records(returned(1000, 0, 'by-speaker'))
  })
})
