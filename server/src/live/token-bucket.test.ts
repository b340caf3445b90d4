import { describe, expect, it } from 'vitest'
import { textFrame } from './frame.ts'
import { createTokenBucket } from './token-bucket.ts'

describe('a token bucket', () => {
  it('lets its capacity through at once, then as much as time gives', () => {
    const bucket = createTokenBucket(3, 10)
    expect([0, 0, 0, 0].map((now) => bucket.take(now))).toEqual([true, true, true, false])
    expect([99, 100, 150].map((now) => bucket.take(now))).toEqual([false, true, false])
  })

  it('never holds more than its capacity, and gives nothing for time that runs back', () => {
    const bucket = createTokenBucket(2, 1)
    expect([0, 1_000_000, 1_000_000, 1_000_000, 0, 500].map((now) => bucket.take(now))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ])
  })
})

describe('a frame', () => {
  it.each([
    [0, '8100'],
    [125, '817d'],
    [126, '817e007e'],
    [65_535, '817effff'],
    [65_536, '817f0000000000010000'],
  ])('of %i bytes begins as RFC 6455 says', (sizeBytes, head) => {
    const frame = textFrame(new Uint8Array(sizeBytes))
    expect(frame.subarray(0, head.length / 2).toString('hex')).toBe(head)
    expect(frame).toHaveLength(head.length / 2 + sizeBytes)
  })
})
