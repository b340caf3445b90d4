import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf, localTimeOf } from './zoned-time.ts'

const at = (day: string, time: string, zone: string): string => {
  const instant = instantOf({ day, time }, zone)
  return instant === undefined ? 'none' : new Date(instant).toISOString().slice(0, 16)
}

describe('a time entered in one’s own zone', () => {
  it('is the moment at which the clocks there show it', () => {
    expect(at('2026-07-23', '15:00', 'Asia/Shanghai')).toBe('2026-07-23T07:00')
    expect(at('2026-07-23', '15:00', 'America/St_Johns')).toBe('2026-07-23T17:30')
  })

  it('is the first of two where clocks are put back, and moved on where they leap', () => {
    expect(at('2026-10-25', '02:30', 'Europe/Paris')).toBe('2026-10-25T00:30')
    expect(at('2026-03-29', '02:30', 'Europe/Paris')).toBe('2026-03-29T01:30')
  })

  it('is none where it is no day or no time', () => {
    expect(at('', '15:00', 'UTC')).toBe('none')
    expect(at('2026-13-40', '15:00', 'UTC')).toBe('none')
    expect(at('2026-07-23', '25:00', 'UTC')).toBe('none')
  })

  it('reads again as it was entered, wherever the clocks do not leap', () => {
    const zones = ['UTC', 'Asia/Shanghai', 'Asia/Kathmandu', 'Europe/Moscow', 'America/Sao_Paulo']
    const minute = fc.integer({ min: 28_000_000, max: 31_000_000 })
    fc.assert(
      fc.property(minute, fc.constantFrom(...zones), (minutes, zone) => {
        const instant = minutes * 60_000
        expect(instantOf(localTimeOf(instant, zone), zone)).toBe(instant)
      }),
    )
  })
})
