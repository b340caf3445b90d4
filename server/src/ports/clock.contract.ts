import { describe, expect, it } from 'vitest'
import type { Clock } from './clock.ts'

/** What every clock must do. */
export const clockContract = (name: string, create: () => Clock): void => {
  describe(`${name} as a clock`, () => {
    it('tells whole milliseconds since the epoch, in this century', () => {
      const nowMs = create().now()
      expect(Number.isSafeInteger(nowMs)).toBe(true)
      expect(nowMs).toBeGreaterThan(Date.UTC(2020, 0))
      expect(nowMs).toBeLessThan(Date.UTC(2100, 0))
    })
  })
}
