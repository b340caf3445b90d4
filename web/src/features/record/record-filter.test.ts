import { opened } from '@parley/domain/meeting/fictional-meeting'
import { evolveProceedings, initialProceedings, type ProceedingsEvent } from '@parley/domain/proceedings'
import { describe, expect, it } from 'vitest'
import type { Fact } from '../../app/proceedings-store.ts'
import { delegationOfFact, isShown } from './record-filter.ts'

const fact = (event: ProceedingsEvent, seat = 'officer'): Fact => ({ seq: 0, at: 0, by: { seat }, event })
const { meeting } = opened().reduce(
  (state, event) => evolveProceedings(state, fact(event)),
  initialProceedings,
)

const requested = fact({
  type: 'FloorRequested',
  request: 'r1',
  item: 'topic',
  seat: 'north-head',
  delegation: 'north',
  kind: 'statement',
})
const received = fact({ type: 'ItemRemoved', item: 'break' }, 'south-desk')
const listClosed = fact({ type: 'ListClosed', item: 'topic' })

describe('whose a fact of the record is', () => {
  it('is the delegation it names, else that of whoever did it, their secretariat included', () => {
    expect(delegationOfFact(requested, meeting)).toBe('north')
    expect(delegationOfFact(received, meeting)).toBe('south')
  })

  it('is nobody’s where a chair of no delegation did it', () => {
    expect(delegationOfFact(listClosed, meeting)).toBeUndefined()
  })
})

describe('a filter of the record', () => {
  it('lets everything through while nothing is chosen', () => {
    for (const one of [requested, received, listClosed]) {
      expect(isShown(one, { topic: 'all', delegation: undefined }, meeting)).toBe(true)
    }
  })

  it('keeps to its topic and to its delegation, both at once', () => {
    expect(isShown(requested, { topic: 'floor', delegation: undefined }, meeting)).toBe(true)
    expect(isShown(requested, { topic: 'text', delegation: undefined }, meeting)).toBe(false)
    expect(isShown(requested, { topic: 'floor', delegation: 'south' }, meeting)).toBe(false)
    expect(isShown(listClosed, { topic: 'floor', delegation: 'north' }, meeting)).toBe(false)
  })
})
