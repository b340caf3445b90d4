import { describe, expect, it } from 'vitest'
import { formatDate, localDay, zoneOffset } from './dates.ts'

/* 23 July 2020, 15:48 UTC. */
const EVENING = 1_595_519_280_000
/* 31 December 2025, 20:05 UTC: already the next year further east. */
const YEARS_END = 1_767_211_500_000

describe('a date', () => {
  it('is written as each language writes dates, without an abbreviation for the year', () => {
    expect(formatDate('zh', EVENING, 'Asia/Shanghai', 'date')).toBe('2020年7月23日')
    expect(formatDate('ru', EVENING, 'Europe/Moscow', 'date')).toBe('23\u00a0июля 2020\u00a0года')
    expect(formatDate('en', EVENING, 'UTC', 'date')).toBe('23 July 2020')
    expect(formatDate('ar', EVENING, 'UTC', 'date')).toBe('23 يوليو 2020')
  })

  it('is the day on the clocks of the zone asked for', () => {
    expect(formatDate('en', YEARS_END, 'Asia/Shanghai', 'date')).toBe('1 January 2026')
    expect(formatDate('en', YEARS_END, 'America/Lima', 'date')).toBe('31 December 2025')
    expect(localDay(YEARS_END, 'Asia/Shanghai')).toBe('2026-01-01')
  })

  it('can leave out the year, and be written in digits', () => {
    expect(formatDate('zh', EVENING, 'UTC', 'day')).toBe('7月23日')
    expect(formatDate('ru', EVENING, 'UTC', 'day')).toBe('23\u00a0июля')
    expect(formatDate('ru', EVENING, 'UTC', 'short')).toBe('23.07.2020')
    expect(formatDate('zh', EVENING, 'UTC', 'short')).toBe('2020-07-23')
  })

  it('is shown in UTC when the zone does not exist', () => {
    expect(formatDate('en', EVENING, 'Nowhere/Atlantis', 'date-time')).toBe('23 July 2020, 15:48')
  })
})

describe('a time of day', () => {
  it('counts 24 hours', () => {
    expect(formatDate('zh', EVENING, 'Asia/Shanghai', 'date-time')).toBe('2020年7月23日 23:48')
    expect(formatDate('ar', EVENING, 'UTC', 'time')).toBe('15:48')
    expect(formatDate('en', 0, 'UTC', 'time')).toBe('00:00')
  })
})

describe('a zone’s distance from UTC', () => {
  it('is that of the moment asked about', () => {
    expect(zoneOffset(EVENING, 'Asia/Shanghai')).toBe('UTC+8')
    expect(zoneOffset(EVENING, 'America/New_York')).toBe('UTC−4')
    expect(zoneOffset(YEARS_END, 'America/New_York')).toBe('UTC−5')
    expect(zoneOffset(EVENING, 'UTC')).toBe('UTC')
  })
})
