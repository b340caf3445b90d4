import { describe, expect, it } from 'vitest'
import { given } from '../../given.ts'
import type { MeetingCommand } from '../commands.ts'
import { act, chair, opened, START, under } from '../fictional-meeting.ts'
import { meetingDecider } from '../index.ts'

const sitting = under('open-topic')
const speaking = sitting.after(chair({ type: 'GiveFloor', seat: 'north-head', kind: 'statement' }, START))
const raise = act('south-adviser', { type: 'RaisePointOfOrder', subject: 'The item before us' }, START + 1000)
const rule = chair({ type: 'RulePointOfOrder', ruling: 'rejected' }, START + 5000)

describe('a point of order', () => {
  it('is raised by whoever speaks for a delegation, at any time of the sitting', () => {
    for (const situation of [
      given(meetingDecider, ...opened()),
      under('messages'),
      sitting.after(chair({ type: 'CloseList' })),
    ]) {
      situation.when(raise).records({
        type: 'PointOfOrderRaised',
        point: 'p1',
        seat: 'south-adviser',
        delegation: 'south',
        subject: 'The item before us',
      })
    }
    for (const seat of ['officer', 'interpreter', 'south-press', 'south-secretary', 'south-desk']) {
      sitting
        .when(act(seat, { type: 'RaisePointOfOrder' }))
        .refuses({ code: 'not-entitled', needs: 'speaker' })
    }
  })

  it('stops the speaker’s clock, and the ruling starts it again', () => {
    speaking.when(raise).records(
      {
        type: 'PointOfOrderRaised',
        point: 'p1',
        seat: 'south-adviser',
        delegation: 'south',
        subject: 'The item before us',
      },
      { type: 'FloorPaused', turn: 't1', cause: 'point-of-order' },
    )
    speaking
      .after(raise)
      .when(rule)
      .records(
        { type: 'PointOfOrderRuled', point: 'p1', ruling: 'rejected' },
        { type: 'FloorResumed', turn: 't1' },
      )
    speaking
      .after(raise, rule)
      .when(chair({ type: 'EndTurn' }, START + 6000))
      .records({ type: 'FloorReturned', turn: 't1', usedMs: 2000, overtimeMs: 0, ended: 'by-chair' })
  })

  it('leaves a speaker paused who was paused before', () => {
    const paused = speaking.after(chair({ type: 'PauseFloor', cause: 'interpretation' }))
    expect(paused.after(raise, rule).state.turn?.pausedFor).toBe('interpretation')
  })

  it('is ruled on by the chair, once', () => {
    const pending = sitting.after(raise)
    pending
      .when(act('north-head', { type: 'RulePointOfOrder', ruling: 'upheld' }))
      .refuses({ code: 'not-entitled', needs: 'chair' })
    pending
      .when(chair({ type: 'RulePointOfOrder', ruling: 'upheld', reason: 'The item is closed' }))
      .records({ type: 'PointOfOrderRuled', point: 'p1', ruling: 'upheld', reason: 'The item is closed' })
    sitting.when(rule).refuses({ code: 'no-point-of-order' })
    pending.after(rule).when(rule).refuses({ code: 'no-point-of-order' })
  })

  it('outlives whoever raised it: the chair still rules', () => {
    const left = speaking.after(
      raise,
      act('south-desk', { type: 'WithdrawAccreditation', seat: 'south-adviser' }),
      act('north-desk', { type: 'WithdrawAccreditation', seat: 'north-head' }),
    )
    left.when(rule).records({ type: 'PointOfOrderRuled', point: 'p1', ruling: 'rejected' })
  })

  it('holds the floor, the list and the sitting until it is ruled on', () => {
    const pending = sitting.after(act('north-head', { type: 'RequestFloor', kind: 'statement' }), raise)
    const chairs: readonly MeetingCommand[] = [
      { type: 'GiveFloor' },
      { type: 'CallMessage' },
      { type: 'EndTurn' },
      { type: 'ExtendTime', bySeconds: 1 },
      { type: 'SetTimeLimit', kind: 'statement', limitSeconds: 1 },
      { type: 'OpenList' },
      { type: 'CloseList' },
      { type: 'TakeUpItem', item: 'topic' },
      { type: 'ConcludeItem' },
      { type: 'SuspendMeeting', cause: 'technical' },
      { type: 'AdjournMeeting' },
      { type: 'DecideMotion' },
    ]
    for (const command of chairs) pending.when(chair(command)).refuses({ code: 'point-of-order-pending' })
    const heads: readonly MeetingCommand[] = [
      { type: 'RequestFloor', kind: 'statement' },
      { type: 'YieldFloor' },
      { type: 'RaisePointOfOrder' },
      { type: 'AppealRuling' },
      { type: 'MoveMotion', kind: 'suspend-meeting' },
      { type: 'OpposeMotion' },
    ]
    for (const command of heads) {
      pending.when(act('south-head', command)).refuses({ code: 'point-of-order-pending' })
    }
  })

  it('leaves preparation, notes and a request’s withdrawal possible', () => {
    const pending = sitting.after(act('north-head', { type: 'RequestFloor', kind: 'statement' }), raise)
    for (const allowed of [
      act('north-head', { type: 'WithdrawRequest' }),
      act('joint-desk', { type: 'RemoveItem', item: 'break' }),
      act('joint-desk', { type: 'EnterNote', body: { en: 'Raised' } }),
    ]) {
      expect(pending.when(allowed).decision.ok).toBe(true)
    }
  })
})

const vote = (delegation: string, position: 'uphold' | 'overrule' | 'abstain') =>
  act(`${delegation}-head`, { type: 'VoteOnAppeal', position }, START + 7000)

describe('an appeal against a ruling', () => {
  const appealed = act('south-head', { type: 'AppealRuling' }, START + 6000)
  const decide = chair({ type: 'DecideAppeal' }, START + 8000)
  const three = under('open-topic', 'un-family/1', ['north', 'south', 'east'])
  const ruled = three.after(raise, rule)

  it('is not provided for in every pack', () => {
    sitting.after(raise, rule).when(appealed).refuses({ code: 'appeal-not-provided' })
  })

  it('is a head’s or alternate’s, against the last ruling', () => {
    ruled.when(appealed).records({ type: 'RulingAppealed', point: 'p1', delegation: 'south' })
    ruled
      .when(act('south-delegate', { type: 'AppealRuling' }))
      .refuses({ code: 'not-entitled', needs: 'head-or-alternate' })
    three.when(appealed).refuses({ code: 'no-ruling-to-appeal' })
  })

  it('comes before the next turn, item or point of order, or not at all', () => {
    for (const later of [
      ruled.after(chair({ type: 'GiveFloor', seat: 'east-head', kind: 'statement' })),
      ruled.after(chair({ type: 'ConcludeItem' })),
      ruled.after(chair({ type: 'ConcludeItem' }), chair({ type: 'TakeUpItem', item: 'break' })),
    ]) {
      later.when(appealed).refuses({ code: 'no-ruling-to-appeal' })
    }
    expect(ruled.after(raise).state.ruling).toBeUndefined()
    ruled.after(appealed, decide).when(appealed).refuses({ code: 'no-ruling-to-appeal' })
  })

  it('stops the clock again and starts it when decided', () => {
    const turn = three
      .after(chair({ type: 'GiveFloor', seat: 'north-head', kind: 'statement' }, START))
      .after(raise, rule)
    turn
      .when(appealed)
      .records(
        { type: 'RulingAppealed', point: 'p1', delegation: 'south' },
        { type: 'FloorPaused', turn: 't1', cause: 'point-of-order' },
      )
    turn
      .after(appealed)
      .when(decide)
      .records(
        { type: 'AppealDecided', point: 'p1', outcome: 'ruling-stands' },
        { type: 'FloorResumed', turn: 't1' },
      )
  })

  it('holds everything else until it is decided', () => {
    const pending = ruled.after(appealed)
    pending.when(chair({ type: 'GiveFloor' })).refuses({ code: 'appeal-pending' })
    pending.when(raise).refuses({ code: 'appeal-pending' })
    pending.when(chair({ type: 'AdjournMeeting' })).refuses({ code: 'appeal-pending' })
    pending.when(act('east-head', { type: 'AppealRuling' })).refuses({ code: 'appeal-pending' })
  })

  it('gives each delegation one vote', () => {
    const voted = ruled.after(appealed, vote('south', 'overrule'))
    voted
      .when(act('south-alternate', { type: 'VoteOnAppeal', position: 'uphold' }))
      .refuses({ code: 'vote-already-cast' })
    voted
      .when(vote('east', 'abstain'))
      .records({ type: 'AppealVoteCast', point: 'p1', delegation: 'east', position: 'abstain' })
    voted
      .when(act('east-delegate', { type: 'VoteOnAppeal', position: 'uphold' }))
      .refuses({ code: 'not-entitled', needs: 'head-or-alternate' })
    ruled.when(vote('south', 'overrule')).refuses({ code: 'no-appeal' })
    ruled.when(decide).refuses({ code: 'no-appeal' })
  })

  const outcome = (...votes: ('uphold' | 'overrule' | 'abstain')[]) => {
    const sides = ['north', 'south', 'east']
    const { decision } = ruled
      .after(appealed, ...votes.map((position, index) => vote(sides[index] ?? '', position)))
      .when(decide)
    return decision.ok && decision.events
  }

  it('overrules only by a majority of those voting; abstentions and ties let the ruling stand', () => {
    const stands = [{ type: 'AppealDecided', point: 'p1', outcome: 'ruling-stands' }]
    const overruled = [{ type: 'AppealDecided', point: 'p1', outcome: 'ruling-overruled' }]
    expect(outcome()).toEqual(stands)
    expect(outcome('overrule')).toEqual(overruled)
    expect(outcome('overrule', 'uphold')).toEqual(stands)
    expect(outcome('overrule', 'abstain', 'abstain')).toEqual(overruled)
    expect(outcome('overrule', 'overrule', 'uphold')).toEqual(overruled)
    expect(outcome('abstain', 'abstain', 'abstain')).toEqual(stands)
  })
})
