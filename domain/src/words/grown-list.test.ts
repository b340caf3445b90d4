import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GrownList } from './grown-list.ts'

describe('a list that only grows', () => {
  it('reads like an array copied on every append, in every version, whichever version is appended to', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.integer()), { maxLength: 60 }), (steps) => {
        const versions = [{ list: GrownList.of<number>(), array: new Array<number>() }]
        for (const [which, item] of steps) {
          const version = versions.at(which % versions.length)
          if (version === undefined) continue
          versions.push({ list: version.list.append(item), array: [...version.array, item] })
        }
        const lists = versions.map((version) => version.list)
        const arrays = versions.map((version) => version.array)
        expect(lists.map((list) => [...list])).toEqual(arrays)
        expect(lists.map((list) => list.length)).toEqual(arrays.map((array) => array.length))
        expect(JSON.stringify(lists)).toBe(JSON.stringify(arrays))
      }),
    )
  })

  it('gives the item at an index, counted from either end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: -5, max: 5 }), (items, index) => {
        expect(GrownList.of(...items).at(index)).toBe(items.at(index))
      }),
    )
  })

  it('never shows an earlier version what a later one appended', () => {
    const one = GrownList.of('a')
    const two = one.append('b')
    expect(one.at(1)).toBeUndefined()
    expect(one.at(-1)).toBe('a')
    expect([...one.append('c')]).toEqual(['a', 'c'])
    expect([...two]).toEqual(['a', 'b'])
  })

  it('filters and maps into arrays', () => {
    const list = GrownList.of(1, 2, 3)
    expect(list.filter((item) => item > 1)).toEqual([2, 3])
    expect(list.map((item) => item * 2)).toEqual([2, 4, 6])
  })

  it('compares by what it holds', () => {
    const one = GrownList.of(1)
    one.append(2)
    expect(one).toEqual(GrownList.of(1))
    expect(one).not.toEqual(GrownList.of(2))
  })
})
