import { given } from '@parley/domain/given'
import { evolveMeeting, initialMeeting, meetingDecider } from '@parley/domain/meeting'
import { act, chair, convened, opened, START } from '@parley/domain/meeting/fictional-meeting'
import { describe, expect, it } from 'vitest'
import { shares } from './shares.ts'

const MINUTE = 60_000
const at = (minute: number): number => START + minute * MINUTE

describe('the balance of time', () => {
  it('starts even, at nothing', () => {
    const { state } = given(meetingDecider, ...opened())
    expect(shares(state, at(0))).toMatchObject([
      { delegation: 'north', usedMs: 0, percent: 0, bar: 0, turns: 0 },
      { delegation: 'south', usedMs: 0, percent: 0, bar: 0, turns: 0 },
    ])
  })

  it('counts the turn under way, and gives the longest bar to who used most', () => {
    const { state } = given(meetingDecider, ...opened()).after(
      chair({ type: 'TakeUpItem', item: 'topic' }, at(0)),
      chair({ type: 'GiveFloor' }, at(0)),
      act('north-delegate', { type: 'YieldFloor' }, at(6)),
      chair({ type: 'GiveFloor' }, at(6)),
    )
    expect(shares(state, at(8))).toMatchObject([
      { delegation: 'north', usedMs: 6 * MINUTE, percent: 75, bar: 0.9, turns: 1, itemMs: 6 * MINUTE },
      { delegation: 'south', usedMs: 2 * MINUTE, percent: 25, bar: 0.3, turns: 1, itemBar: 0.3 },
    ])
  })

  it('begins anew under each item, while the sum goes on', () => {
    const { state } = given(meetingDecider, ...opened()).after(
      chair({ type: 'TakeUpItem', item: 'topic' }, at(0)),
      chair({ type: 'GiveFloor' }, at(0)),
      act('north-delegate', { type: 'YieldFloor' }, at(6)),
      chair({ type: 'ConcludeItem' }, at(7)),
      chair({ type: 'TakeUpItem', item: 'open-topic' }, at(7)),
    )
    expect(shares(state, at(9))?.[0]).toMatchObject({ usedMs: 6 * MINUTE, itemMs: 0, itemBar: 0 })
  })

  it('says nothing of a record entered afterwards, whose speaking times are not known', () => {
    const event = { ...convened(), retrospective: { sources: [{ title: 'A report' }] } }
    const meeting = evolveMeeting(initialMeeting, { seq: 0, at: 0, by: { operator: true }, event })
    expect(shares(meeting, 0)).toBeUndefined()
  })
})
