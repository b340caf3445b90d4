import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { positionAfter } from './position-after.ts'

/** As the record moves an item. */
const moved = (order: readonly string[], item: string, position: number): readonly string[] =>
  order.filter((id) => id !== item).toSpliced(position, 0, item)

describe('where an item is let go', () => {
  it('is counted without the item itself', () => {
    expect(positionAfter(['a', 'b', 'c'], 'a', 'c', 'after')).toBe(2)
    expect(positionAfter(['a', 'b', 'c'], 'c', 'a', 'before')).toBe(0)
  })

  it('is nowhere when the item would stay where it is', () => {
    expect(positionAfter(['a', 'b', 'c'], 'b', 'a', 'after')).toBeUndefined()
    expect(positionAfter(['a', 'b', 'c'], 'b', 'b', 'before')).toBeUndefined()
    expect(positionAfter(['a', 'b', 'c'], 'a', 'b', 'on')).toBeUndefined()
  })

  it('puts the item beside the one it was let go at', () => {
    const order = ['a', 'b', 'c', 'd', 'e']
    const any = fc.constantFrom(...order)
    fc.assert(
      fc.property(any, any, fc.constantFrom('before' as const, 'after' as const), (item, target, at) => {
        const position = positionAfter(order, item, target, at)
        const result = position === undefined ? order : moved(order, item, position)
        fc.pre(item !== target)
        expect(result.indexOf(item) - result.indexOf(target)).toBe(at === 'before' ? -1 : 1)
      }),
    )
  })
})
