import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byteRange } from './byte-range.ts'

describe('a range of bytes', () => {
  it.each([
    ['bytes=0-', { from: 0, to: 99 }],
    ['bytes=10-19', { from: 10, to: 19 }],
    ['bytes=90-500', { from: 90, to: 99 }],
    ['bytes=99-99', { from: 99, to: 99 }],
    ['bytes=-30', { from: 70, to: 99 }],
    ['bytes=-500', { from: 0, to: 99 }],
  ])('%s is taken at its word', (header, range) => {
    expect(byteRange(header, 100)).toEqual(range)
  })

  it.each(['bytes=100-', 'bytes=100-200', 'bytes=-0'])('%s lies beyond', (header) => {
    expect(byteRange(header, 100)).toBe('beyond')
  })

  it.each([undefined, '', 'bytes=-', 'bytes=5-2', 'bytes=0-1,5-6', 'lines=1-2', 'bytes=a-b', 'bytes=1e3-'])(
    '%s is answered with the whole',
    (header) => {
      expect(byteRange(header, 100)).toBe('whole')
    },
  )

  it('never reaches outside, whatever is asked', () => {
    const numbers = fc.oneof(fc.constant(''), fc.nat().map(String), fc.string())
    fc.assert(
      fc.property(numbers, numbers, fc.nat(1000), (first, last, sizeBytes) => {
        const range = byteRange(`bytes=${first}-${last}`, sizeBytes)
        if (typeof range === 'string') return
        expect(range.from).toBeGreaterThanOrEqual(0)
        expect(range.to).toBeGreaterThanOrEqual(range.from)
        expect(range.to).toBeLessThan(sizeBytes)
      }),
    )
  })
})
