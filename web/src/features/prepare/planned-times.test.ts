import { describe, expect, it } from 'vitest'
import { plannedTimes } from './planned-times.ts'

const item = (id: string, plannedMinutes?: number) => ({
  item: {
    kind: 'break' as const,
    id,
    title: { en: id },
    ...(plannedMinutes === undefined ? {} : { plannedMinutes }),
  },
})
const MINUTE_MS = 60_000

describe('planned times', () => {
  it('lay the items end to end from the start', () => {
    expect(plannedTimes([item('a', 10), item('b', 20)], 0)).toEqual({
      begins: [0, 10 * MINUTE_MS],
      ends: 30 * MINUTE_MS,
      minutes: 30,
    })
  })

  it('are not known after an item nobody has planned a length for', () => {
    expect(plannedTimes([item('a', 10), item('b'), item('c', 5)], 0)).toEqual({
      begins: [0, 10 * MINUTE_MS, undefined],
      ends: undefined,
      minutes: 15,
    })
  })

  it('say nothing of an end where nothing is planned', () => {
    expect(plannedTimes([], 7)).toEqual({ begins: [], ends: undefined, minutes: 0 })
  })
})
