import { given } from '@parley/domain/given'
import { opened, prepared, START } from '@parley/domain/meeting/fictional-meeting'
import { proceedingsDecider } from '@parley/domain/proceedings'
import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import { describe, expect, it } from 'vitest'
import { mayRaisePoint, nextAct, requestable } from './next-act.ts'

const does = (seat: string, command: ProceedingsCommand) => ({ by: { seat }, at: START + 1000, command })

/** The fictional meeting after these acts. */
const after = (...acts: readonly ReturnType<typeof does>[]) =>
  given(proceedingsDecider, ...opened()).after(...acts).state

const takeUp = (item: string) => does('officer', { type: 'TakeUpItem', item })
const AT = START + 2000

describe('the next act of a delegate', () => {
  it('before the meeting is open is none, and the rules say why', () => {
    const { state } = given(proceedingsDecider, ...prepared())
    expect(nextAct(state, 'north-delegate', AT)).toMatchObject({
      kind: 'blocked',
      refusal: { code: 'meeting-not-open' },
    })
  })

  it('under an open topic is to ask for the floor', () => {
    expect(nextAct(after(takeUp('open-topic')), 'north-delegate', AT)).toEqual({
      kind: 'request',
      speech: 'statement',
    })
  })

  it('under an exchange is asked only of the two it is between', () => {
    const state = after(takeUp('exchange'))
    expect(nextAct(state, 'north-regional', AT)).toMatchObject({ kind: 'withdraw', place: 1 })
    expect(nextAct(state, 'north-delegate', AT)).toMatchObject({
      kind: 'blocked',
      refusal: { code: 'not-party-to-the-exchange' },
    })
  })

  it('while on the list is to withdraw, with the place the rules give', () => {
    const state = after(
      takeUp('open-topic'),
      does('south-delegate', { type: 'RequestFloor', kind: 'statement' }),
      does('north-delegate', { type: 'RequestFloor', kind: 'statement' }),
    )
    expect(nextAct(state, 'north-delegate', AT)).toMatchObject({ kind: 'withdraw', place: 1 })
    expect(nextAct(state, 'south-delegate', AT)).toMatchObject({ kind: 'withdraw', place: 2 })
  })

  it('with the floor is to give it back, before anything else', () => {
    const state = after(takeUp('topic'), does('officer', { type: 'GiveFloor' }))
    expect(nextAct(state, 'north-delegate', AT)).toEqual({ kind: 'yield' })
  })

  it('after a point of order is to wait for the ruling', () => {
    const state = after(
      takeUp('open-topic'),
      does('south-delegate', { type: 'RaisePointOfOrder', subject: 'Sound' }),
    )
    expect(nextAct(state, 'south-delegate', AT)).toEqual({ kind: 'await-ruling' })
    expect(mayRaisePoint(state, 'north-delegate', AT)).toBe(false)
  })

  it('once the list is closed is what may still be asked for', () => {
    const state = after(takeUp('open-topic'), does('officer', { type: 'CloseList' }))
    const kinds = requestable(state, 'north-delegate', AT)
    expect(kinds).toContain('right-of-reply')
    expect(kinds).not.toContain('statement')
    expect(nextAct(state, 'north-delegate', AT)).toMatchObject({ kind: 'request' })
  })
})

describe('whoever takes no floor', () => {
  it.each(['observer', 'interpreter', 'north-press', 'north-desk', 'nobody'])('only follows: %s', (seat) => {
    expect(nextAct(after(takeUp('open-topic')), seat, AT)).toEqual({ kind: 'follow' })
  })
})
