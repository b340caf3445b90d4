import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { RateGate } from './limits.ts'

it('a gate lets a burst through and then never more than its rate', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 300 }), (gapsMs) => {
      const gate = new RateGate(20, 5)
      let nowMs = 0
      let passed = 0
      for (const gapMs of gapsMs) {
        nowMs += gapMs
        if (gate.allows(nowMs)) passed += 1
        expect(passed).toBeLessThanOrEqual(5 + Math.ceil((nowMs * 20) / 1000))
      }
      expect(passed).toBeGreaterThanOrEqual(Math.min(5, gapsMs.length))
    }),
  )
})
