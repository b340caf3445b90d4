import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paceOf } from './pace.ts'

/** A pace over a server's clock, and how far that was moved each time. */
const paced = (speed: number | undefined) => {
  const moves: number[] = []
  const pace = paceOf(speed, async (byMs) => {
    moves.push(byMs)
  })
  return { pace, moves }
}

describe('on a server of its own', () => {
  test('at full speed every wait is one move of the server’s clock, and all of it has passed by now', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(31_536_000), { maxLength: 20 }), async (waits) => {
        const { pace, moves } = paced(undefined)
        for (const seconds of waits) {
          const beforeMs = pace.nowMs()
          await pace.wait(seconds)
          expect(pace.nowMs()).toBeGreaterThanOrEqual(beforeMs + seconds * 1000)
        }
        expect(moves.length).toBe(waits.filter((seconds) => seconds > 0).length)
        expect(moves.every((byMs) => Number.isSafeInteger(byMs) && byMs >= 0)).toBe(true)
      }),
    )
  })

  test.each([undefined, 100_000, 7200])('at speed %s no less than the wait passes', async (speed) => {
    const { pace, moves } = paced(speed)
    const beforeMs = pace.nowMs()
    await pace.wait(86)
    expect(pace.nowMs() - beforeMs).toBeGreaterThanOrEqual(86_000)
    expect(moves.length).toBe(1)
    expect(moves[0]).toBeLessThanOrEqual(86_000)
  })

  test('slower than life nothing is left to move, and nothing moves back', async () => {
    const { pace, moves } = paced(0.5)
    await pace.wait(0.01)
    expect(moves).toEqual([0])
  })

  test('now is not ahead of a clock that has not moved yet', async () => {
    const moved = Promise.withResolvers<undefined>()
    const pace = paceOf(undefined, () => moved.promise)
    const waiting = pace.wait(1_000_000)
    expect(pace.nowMs()).toBeLessThan(Date.now() + 1_000_000_000)
    moved.resolve(undefined)
    await waiting
    expect(pace.nowMs()).toBeGreaterThanOrEqual(Date.now() + 999_000_000)
  })
})

test('on another’s server waits at full speed are left out, and now is the machine’s', async () => {
  const pace = paceOf(undefined)
  await pace.wait(31_536_000)
  expect(pace.nowMs()).toBeLessThanOrEqual(Date.now())
})
