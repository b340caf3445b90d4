import { given } from '@parley/domain/given'
import { prepared, START } from '@parley/domain/meeting/fictional-meeting'
import { proceedingsDecider } from '@parley/domain/proceedings'
import { describe, expect, it } from 'vitest'
import { chamberOf, placesOf } from './places.ts'

const { meeting } = given(proceedingsDecider, ...prepared()).state

describe('the places of a seat', () => {
  it.each([
    ['north-head', ['room', 'text', 'chamber', 'kit', 'desk', 'screen']],
    ['north-delegate', ['room', 'text', 'chamber', 'screen']],
    ['north-secretary', ['room', 'text', 'chamber', 'kit', 'prepare', 'desk', 'screen']],
    ['north-desk', ['room', 'text', 'chamber', 'prepare', 'desk', 'screen']],
    ['joint-desk', ['room', 'text', 'prepare', 'desk', 'screen']],
    ['officer', ['room', 'text', 'screen']],
    ['observer', ['room', 'screen']],
  ])('are those it has business in: %s', (seat, places) => {
    expect(placesOf(meeting, seat)).toEqual(places)
  })

  it('leave a withdrawn person no delegation’s room', () => {
    const { state } = given(proceedingsDecider, ...prepared()).after({
      by: { seat: 'north-desk' },
      at: START,
      command: { type: 'WithdrawAccreditation', seat: 'north-delegate' },
    })
    expect(chamberOf(meeting, 'north-delegate')).toBe('north')
    expect(chamberOf(state.meeting, 'north-delegate')).toBeUndefined()
  })
})
