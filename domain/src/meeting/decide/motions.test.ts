import { describe, expect, it } from 'vitest'
import { given } from '../../given.ts'
import { act, chair, opened, START, under } from '../fictional-meeting.ts'
import { meetingDecider } from '../index.ts'
import type { MotionKind } from '../things.ts'

const bilateral = under('open-topic')
const un = under('open-topic', 'un-family/1', ['north', 'south', 'east'])
const move = (seat: string, kind: MotionKind) => act(seat, { type: 'MoveMotion', kind })
const oppose = (seat: string, motion?: string) =>
  act(seat, motion === undefined ? { type: 'OpposeMotion' } : { type: 'OpposeMotion', motion })
const decide = chair({ type: 'DecideMotion' }, START)
const ask = (seat: string, kind: 'statement' | 'right-of-reply') => act(seat, { type: 'RequestFloor', kind })

describe('moving a motion', () => {
  it('is a head’s, alternate’s or delegate’s', () => {
    for (const role of ['head', 'alternate', 'delegate']) {
      un.when(move(`south-${role}`, 'close-debate')).records({
        type: 'MotionMoved',
        motion: 'm1',
        kind: 'close-debate',
        delegation: 'south',
      })
    }
    for (const seat of ['south-adviser', 'south-regional', 'officer']) {
      un.when(move(seat, 'close-debate')).refuses({ code: 'not-entitled', needs: 'delegation' })
    }
  })

  it('is for the motions the rules provide for', () => {
    bilateral
      .when(move('south-head', 'adjourn-debate'))
      .refuses({ code: 'motion-not-provided', kind: 'adjourn-debate' })
  })

  it('waits for the speaker', () => {
    un.after(chair({ type: 'GiveFloor', seat: 'north-head', kind: 'statement' }))
      .when(move('south-head', 'close-debate'))
      .refuses({ code: 'floor-taken', by: 'north-head' })
  })

  it('happens once for each kind pending', () => {
    un.after(move('south-head', 'close-debate'))
      .when(move('north-head', 'close-debate'))
      .refuses({ code: 'motion-pending', kind: 'close-debate' })
  })

  it('on a debate needs a debate', () => {
    const between = given(meetingDecider, ...opened('un-family/1'))
    between.when(move('south-head', 'close-debate')).refuses({ code: 'no-item-taken-up' })
    between.when(move('south-head', 'adjourn-debate')).refuses({ code: 'no-item-taken-up' })
    expect(between.when(move('south-head', 'suspend-meeting')).decision.ok).toBe(true)
  })
})

describe('opposing a motion', () => {
  const moved = un.after(move('south-head', 'close-debate'), move('north-head', 'suspend-meeting'))

  it('opposes the one of highest precedence unless another is named', () => {
    moved.when(oppose('east-head')).records({ type: 'MotionOpposed', motion: 'm2', delegation: 'east' })
    moved
      .when(oppose('east-alternate', 'm1'))
      .records({ type: 'MotionOpposed', motion: 'm1', delegation: 'east' })
  })

  it('is another delegation’s, once', () => {
    moved.when(oppose('south-head', 'm1')).refuses({ code: 'not-entitled', needs: 'head-or-alternate' })
    moved.when(oppose('east-delegate')).refuses({ code: 'not-entitled', needs: 'head-or-alternate' })
    moved
      .after(oppose('east-head'))
      .when(oppose('east-alternate'))
      .refuses({ code: 'motion-already-opposed' })
  })

  it('needs a motion', () => {
    un.when(oppose('east-head')).refuses({ code: 'motion-unknown' })
    moved.when(oppose('east-head', 'm9')).refuses({ code: 'motion-unknown' })
  })
})

const outcome = (parties: readonly string[], opposing: readonly string[]) => {
  const { decision } = under('open-topic', 'un-family/1', parties)
    .after(move('south-head', 'close-debate'), ...opposing.map((id) => oppose(`${id}-head`)))
    .when(decide)
  return decision.ok && decision.events[0]
}

describe('deciding motions', () => {
  it('takes the highest precedence first', () => {
    const moved = un.after(
      move('south-head', 'close-debate'),
      move('south-head', 'adjourn-debate'),
      move('south-head', 'adjourn-meeting'),
      move('south-head', 'suspend-meeting'),
    )
    expect(moved.state.motions.map((one) => one.motion)).toEqual(['m1', 'm2', 'm3', 'm4'])
    moved
      .when(chair({ type: 'DecideMotion', motion: 'm3' }))
      .refuses({ code: 'motion-of-higher-precedence', kind: 'suspend-meeting' })
    expect(moved.after(decide).state.motions.map((one) => one.motion)).toEqual(['m1', 'm2', 'm3'])
  })

  it('needs a motion and a free floor', () => {
    un.when(decide).refuses({ code: 'motion-unknown' })
    const moved = un.after(move('south-head', 'close-debate'))
    moved.when(chair({ type: 'DecideMotion', motion: 'm9' })).refuses({ code: 'motion-unknown' })
    moved
      .after(chair({ type: 'GiveFloor', seat: 'north-head', kind: 'statement' }))
      .when(decide)
      .refuses({ code: 'floor-taken', by: 'north-head' })
  })

  it('between equals needs everybody’s silence', () => {
    const moved = bilateral.after(move('south-head', 'suspend-meeting'))
    moved
      .when(decide)
      .records(
        { type: 'MotionDecided', motion: 'm1', outcome: 'carried' },
        { type: 'MeetingSuspended', cause: 'motion', delegation: 'south' },
      )
    moved
      .after(oppose('north-head'))
      .when(decide)
      .records({ type: 'MotionDecided', motion: 'm1', outcome: 'fallen' })
  })

  it('by majority falls when half or more of the delegations object', () => {
    const carried = { type: 'MotionDecided', motion: 'm1', outcome: 'carried' }
    const fallen = { type: 'MotionDecided', motion: 'm1', outcome: 'fallen' }
    expect(outcome(['north', 'south', 'east'], ['north'])).toEqual(carried)
    expect(outcome(['north', 'south', 'east'], ['north', 'east'])).toEqual(fallen)
    expect(outcome(['north', 'south', 'east', 'west'], ['north', 'east'])).toEqual(fallen)
    expect(outcome(['north', 'south'], ['north'])).toEqual(fallen)
  })
})

describe('a carried motion', () => {
  it('to adjourn the meeting adjourns it, with the item under way', () => {
    bilateral
      .after(move('south-head', 'adjourn-meeting'))
      .when(decide)
      .records(
        { type: 'MotionDecided', motion: 'm1', outcome: 'carried' },
        { type: 'ItemConcluded', item: 'open-topic' },
        { type: 'MeetingAdjourned' },
      )
  })

  it('to adjourn the debate puts the item off, and other motions on the debate fall', () => {
    const moved = un.after(
      move('south-head', 'adjourn-debate'),
      move('south-head', 'close-debate'),
      move('south-head', 'adjourn-meeting'),
      oppose('north-head'),
      oppose('east-head'),
      decide,
    )
    moved
      .when(decide)
      .records(
        { type: 'MotionDecided', motion: 'm1', outcome: 'carried' },
        { type: 'ItemConcluded', item: 'open-topic' },
      )
    expect(moved.after(decide).state.motions).toEqual([])
  })

  it('to close the debate leaves only rights of reply on the list', () => {
    const waiting = un.after(
      ask('north-head', 'statement'),
      ask('south-head', 'right-of-reply'),
      ask('east-head', 'statement'),
      move('south-head', 'close-debate'),
    )
    waiting
      .when(decide)
      .records(
        { type: 'MotionDecided', motion: 'm1', outcome: 'carried' },
        { type: 'ListClosed', item: 'open-topic' },
        { type: 'RequestWithdrawn', request: 'r1' },
        { type: 'RequestWithdrawn', request: 'r3' },
      )
    un.after(chair({ type: 'CloseList' }), move('south-head', 'close-debate'))
      .when(decide)
      .records({ type: 'MotionDecided', motion: 'm1', outcome: 'carried' })
  })
})
