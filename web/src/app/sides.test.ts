import { initialMeeting } from '@parley/domain/meeting'
import { party } from '@parley/domain/meeting/fictional-meeting'
import { describe, expect, it } from 'vitest'
import { sideOf } from './sides.ts'

const meeting = { ...initialMeeting, delegations: ['east', 'west', 'north', 'south'].map((id) => party(id)) }

describe('the side of a delegation', () => {
  it('follows the order of the alternat, not the name', () => {
    expect(sideOf(meeting, 'east')).toBe('a')
    expect(sideOf(meeting, 'west')).toBe('b')
    expect(sideOf(meeting, 'north')).toBe('c')
  })

  it('beyond the third is told apart by name alone', () => {
    expect(sideOf(meeting, 'south')).toBe('further')
  })

  it('is none for whoever belongs to no delegation', () => {
    expect(sideOf(meeting, undefined)).toBeUndefined()
    expect(sideOf(meeting, 'elsewhere')).toBeUndefined()
  })
})
