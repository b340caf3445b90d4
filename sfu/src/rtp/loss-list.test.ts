import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LossList } from './loss-list.ts'

describe('the list of lost packets', () => {
  it('asks at once for exactly what is missing', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 200 })), (lost) => {
        const list = new LossList()
        const missing = new Set(lost)
        for (let extended = 0; extended <= 201; extended += 1) if (!missing.has(extended)) list.note(extended)
        expect(list.due(1_000)).toEqual(lost.toSorted((one, other) => one - other))
      }),
    )
  })

  it('does not ask for what has come late', () => {
    const list = new LossList()
    expect([10, 13, 11].map((extended) => list.note(extended))).toEqual(['next', 'gap', 'repaired'])
    expect(list.due(0)).toEqual([12])
  })

  it('asks again after a while, and gives up in the end', () => {
    const list = new LossList()
    list.note(1)
    list.note(3)
    expect(list.due(1_000)).toEqual([2])
    expect(list.due(1_030)).toEqual([])
    expect(list.due(1_100)).toEqual([2])
    for (let nowMs = 1_200; nowMs < 3_000; nowMs += 100) list.due(nowMs)
    expect(list.due(5_000)).toEqual([])
    expect(list.size).toBe(0)
  })

  it('gives up on a tear too wide to mend', () => {
    const list = new LossList()
    list.note(1)
    expect(list.note(1_000)).toBe('torn')
    expect(list.due(0)).toEqual([])
  })
})
