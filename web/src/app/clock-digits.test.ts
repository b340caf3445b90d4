import { describe, expect, it } from 'vitest'
import { clockDigits, remainingDigits } from './clock-digits.ts'

describe('the digits of a clock', () => {
  it.each([
    [0, '0:00'],
    [999, '0:00'],
    [166_000, '2:46'],
    [3_725_000, '1:02:05'],
    [-5000, '0:00'],
  ])('of %d ms are %s', (ms, digits) => {
    expect(clockDigits(ms)).toBe(digits)
  })

  it.each([
    [480_000, '8:00'],
    [479_001, '8:00'],
    [1, '0:01'],
    [0, '0:00'],
    [-1, '+0:00'],
    [-72_000, '+1:12'],
  ])('that say what is left of %d ms are %s', (ms, digits) => {
    expect(remainingDigits(ms)).toBe(digits)
  })
})
