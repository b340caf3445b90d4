import { describe, expect, it } from 'vitest'
import { isShown } from './times.ts'

describe('a speaking time', () => {
  it.each([
    [0, false],
    [499, false],
    [500, true],
    [60_000, true],
  ])('of %i ms is shown: %s', (ms, shown) => {
    expect(isShown(ms)).toBe(shown)
  })
})
