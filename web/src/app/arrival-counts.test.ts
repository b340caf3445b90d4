import { describe, expect, it } from 'vitest'
import { arrivalCounts } from './arrival-counts.ts'

describe('counting arrivals', () => {
  it('counts each person once, under how far they have come', () => {
    const states = ['arrived', 'waiting', 'arrived', 'not-invited', 'invited'] as const
    expect(arrivalCounts(states.map((state) => ({ state })))).toEqual({
      all: 5,
      none: 1,
      invited: 1,
      waiting: 1,
      arrived: 2,
    })
  })

  it('counts nobody where there is nobody', () => {
    expect(Object.values(arrivalCounts([]))).toEqual([0, 0, 0, 0, 0])
  })
})
