import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf, localTime } from './local-time.ts'

const MINUTE_MS = 60_000

describe('a local time', () => {
  it('is the moment at which the clocks of that place show it', () => {
    expect(instantOf('2030-03-02T09:30', 'Asia/Shanghai')).toBe(Date.UTC(2030, 2, 2, 1, 30))
    expect(instantOf('2030-03-02T09:30', 'UTC')).toBe(Date.UTC(2030, 2, 2, 9, 30))
    expect(instantOf('2030-07-02T09:30', 'America/New_York')).toBe(Date.UTC(2030, 6, 2, 13, 30))
  })

  it('is nothing where the clocks skip it, and the first of two where they show it twice', () => {
    expect(instantOf('2030-03-31T02:30', 'Europe/Berlin')).toBeUndefined()
    expect(instantOf('2030-10-27T02:30', 'Europe/Berlin')).toBe(Date.UTC(2030, 9, 27, 0, 30))
  })

  it.each(['', '2030-02-30T10:00', '2030-13-01T10:00', 'tomorrow', '2030-03-02'])(
    'is nothing for %j',
    (wrong) => {
      expect(instantOf(wrong, 'Asia/Shanghai')).toBeUndefined()
    },
  )

  it('comes back from every moment, to the minute', () => {
    const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Moscow', 'Asia/Kolkata', 'Pacific/Auckland')
    fc.assert(
      fc.property(fc.integer({ min: 28_000_000, max: 36_000_000 }), zones, (minutes, zone) => {
        const local = localTime(minutes * MINUTE_MS, zone)
        const back = instantOf(local, zone)
        expect(back === undefined ? 'none' : localTime(back, zone)).toBe(local)
      }),
    )
  })
})
