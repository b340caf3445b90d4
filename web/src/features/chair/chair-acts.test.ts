import { given } from '@parley/domain/given'
import { opened, prepared, START } from '@parley/domain/meeting/fictional-meeting'
import { proceedingsDecider } from '@parley/domain/proceedings'
import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import { adopted, put, ready } from '@parley/domain/text/fictional-text'
import { describe, expect, it } from 'vitest'
import { textBefore } from '../../app/text-before.ts'
import { aboutOf, asksFirst, chairAct, dueAct, nextCalled } from './chair-acts.ts'

const AT = START + 5000
const does = (seat: string, command: ProceedingsCommand) => ({ by: { seat }, at: START + 1000, command })
const chair = (command: ProceedingsCommand) => does('officer', command)
const after = (...acts: readonly ReturnType<typeof does>[]) =>
  given(proceedingsDecider, ...opened()).after(...acts).state
const takeUp = (item: string) => chair({ type: 'TakeUpItem', item })

describe('what is due from the chair', () => {
  it('before the meeting is to open it', () => {
    const { state } = given(proceedingsDecider, ...prepared())
    expect(dueAct(state, 'officer', AT)?.id).toBe('open')
  })

  it('after opening is to take up the first item', () => {
    expect(dueAct(after(), 'officer', AT)?.command).toEqual({ type: 'TakeUpItem', item: 'messages' })
  })

  it('under messages is to call the next, host first', () => {
    const state = after(takeUp('messages'))
    expect(dueAct(state, 'officer', AT)?.id).toBe('call-message')
    expect(nextCalled(state.meeting)).toMatchObject({ seat: 'north-head', kind: 'message' })
  })

  it('under a topic is to call the next speaker, with the limit the rules give', () => {
    const state = after(takeUp('topic'))
    expect(dueAct(state, 'officer', AT)?.id).toBe('call-next')
    expect(nextCalled(state.meeting)).toEqual({
      seat: 'north-delegate',
      kind: 'statement',
      limitSeconds: 600,
    })
  })

  it('is nothing while somebody speaks or a point of order waits', () => {
    const speaking = [takeUp('topic'), chair({ type: 'GiveFloor' })]
    expect(dueAct(after(...speaking), 'officer', AT)).toBeUndefined()
    const pointed = after(takeUp('open-topic'), does('south-delegate', { type: 'RaisePointOfOrder' }))
    expect(dueAct(pointed, 'officer', AT)).toBeUndefined()
  })

  it('is to conclude an item nobody waits under', () => {
    expect(dueAct(after(takeUp('open-topic')), 'officer', AT)?.id).toBe('conclude')
  })

  it('in a suspended meeting is to resume it', () => {
    const state = after(chair({ type: 'SuspendMeeting', cause: 'break' }))
    expect(dueAct(state, 'officer', AT)?.id).toBe('resume')
  })

  it('with an agreed text under adoption is to put it, then to declare it adopted, exactly as put', () => {
    const { state } = ready()
    expect(dueAct(state, 'officer', AT)).toMatchObject({ id: 'put', refusal: undefined })
    const after = put().state
    const root = textBefore(after)?.put?.root
    expect(dueAct(after, 'officer', AT)?.command).toEqual({ type: 'DeclareAdopted', text: 'consensus', root })
    expect(dueAct(adopted().state, 'officer', AT)?.id).toBe('conclude')
  })

  it('is nothing while an objection stands against the text that is put', () => {
    const told = put()
    const root = textBefore(told.state)?.put?.root ?? ''
    const { state } = told.after(does('south-head', { type: 'ObjectToText', text: 'consensus', root }))
    expect(dueAct(state, 'officer', AT)).toBeUndefined()
  })

  it('is nothing for somebody who does not chair', () => {
    expect(dueAct(after(takeUp('topic')), 'north-head', AT)).toBeUndefined()
  })
})

describe('an act of the chair that cannot be done now', () => {
  it('says why', () => {
    expect(chairAct(after(), 'officer', 'call-next', AT)?.refusal).toEqual({ code: 'no-item-taken-up' })
    expect(chairAct(after(), 'officer', 'rule-upheld', AT)?.refusal).toEqual({ code: 'no-point-of-order' })
  })

  it('is none at all where there is nothing it could be about', () => {
    expect(chairAct(after(), 'officer', 'put', AT)).toBeUndefined()
    expect(chairAct(ready().state, 'officer', 'declare', AT)).toBeUndefined()
  })
})

describe('asking first', () => {
  it('is the rule for every key', () => {
    expect(asksFirst('extend', 'key')).toBe(true)
    expect(asksFirst('call-next', 'key')).toBe(true)
  })

  it('is spared where a labelled button is pressed and little is at stake', () => {
    expect(asksFirst('extend', 'button')).toBe(false)
    expect(asksFirst('extend', 'button', true)).toBe(true)
    expect(asksFirst('adjourn', 'button')).toBe(true)
    expect(asksFirst('declare', 'button')).toBe(true)
    expect(asksFirst('rule-rejected', 'button')).toBe(true)
  })
})

const about = (state: ReturnType<typeof after>, id: Parameters<typeof chairAct>[2]): string => {
  const act = chairAct(state, 'officer', id, AT)
  return act === undefined ? '' : aboutOf(state, act.command)
}

const requests = (seat: string) => does(seat, { type: 'RequestFloor', kind: 'statement' })

describe('what an act is about', () => {
  it('changes when another speaker has come to be next, and the command names whom it calls', () => {
    const one = after(takeUp('open-topic'), requests('south-delegate'))
    const two = after(takeUp('open-topic'), requests('south-delegate'), requests('north-delegate'))
    expect(chairAct(one, 'officer', 'call-next', AT)?.command).toEqual({
      type: 'GiveFloor',
      seat: 'south-delegate',
      kind: 'statement',
    })
    expect(about(one, 'call-next')).not.toBe(about(two, 'call-next'))
  })

  it('does not change with what does not concern it', () => {
    expect(about(after(takeUp('open-topic')), 'conclude')).toBe(
      about(after(takeUp('open-topic'), requests('south-delegate')), 'conclude'),
    )
  })

  it('changes with the turn that is to be ended, though the command says nothing of it', () => {
    const first = [takeUp('topic'), chair({ type: 'GiveFloor' })]
    const second = [...first, chair({ type: 'EndTurn' }), chair({ type: 'GiveFloor' })]
    expect(about(after(...first), 'end-turn')).not.toBe(about(after(...second), 'end-turn'))
  })

  it('names the motion of the highest precedence and the message of protocol', () => {
    const moved = after(
      does('south-head', { type: 'MoveMotion', kind: 'adjourn-meeting' }),
      does('north-head', { type: 'MoveMotion', kind: 'suspend-meeting' }),
    )
    expect(chairAct(moved, 'officer', 'decide-motion', AT)?.command).toEqual({
      type: 'DecideMotion',
      motion: 'm2',
    })
    expect(chairAct(after(takeUp('messages')), 'officer', 'call-message', AT)?.command).toEqual({
      type: 'CallMessage',
      message: 'north-letter',
    })
  })
})
