import { expect, it } from 'vitest'
import { timeLeft } from './time-left.ts'

it.each([
  [-5, 0, 'seconds'],
  [1, 1, 'seconds'],
  [60_000, 60, 'seconds'],
  [60_001, 2, 'minutes'],
  [3_600_000, 60, 'minutes'],
  [3_600_001, 1, 'hours'],
  [2 * 86_400_000, 48, 'hours'],
  [3 * 86_400_000 + 1, 3, 'days'],
] as const)('%d ms are %d %s', (ms, count, unit) => {
  expect(timeLeft(ms)).toEqual({ count, unit })
})
