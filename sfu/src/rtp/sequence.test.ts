import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sequenceAfter, SequenceUnwrapper } from './sequence.ts'

describe('sequence numbers', () => {
  it('keep their distances however often the circle closes, with packets up to 20,000 out of order', () => {
    const walk = fc.tuple(
      fc.nat(0xffff),
      fc.array(fc.integer({ min: -20_000, max: 20_000 }), { minLength: 1 }),
    )
    fc.assert(
      fc.property(walk, ([start, steps]) => {
        const unwrapper = new SequenceUnwrapper()
        const first = unwrapper.unwrap(start)
        let highest = 0
        for (const step of steps) {
          const at = Math.max(-60_000, highest + step)
          expect(unwrapper.unwrap(sequenceAfter(start, at)) - first).toBe(at)
          highest = Math.max(highest, at)
        }
        expect(unwrapper.highest).toBe(first + highest)
      }),
    )
  })

  it('are undefined before the first packet', () => {
    expect(new SequenceUnwrapper().highest).toBeUndefined()
  })

  it('go around at 65,536 both ways', () => {
    expect(sequenceAfter(0xffff, 1)).toBe(0)
    expect(sequenceAfter(0, -1)).toBe(0xffff)
  })
})
