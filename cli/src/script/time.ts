import { Instant } from '@parley/domain/words/identity'
import * as z from 'zod'

/** A length of time: `90s`, `3m`, `1h30m`, `2d`; or a number of seconds. */
export const Duration = z.union([
  z.int().min(0).max(31_536_000),
  z.string().regex(/^(?=.)(\d{1,4}d)?(\d{1,4}h)?(\d{1,5}m)?(\d{1,6}s)?$/, { message: 'duration-malformed' }),
])
export type Duration = z.infer<typeof Duration>

const MOMENT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:\d{2})?$/
const FROM_NOW = /^([+-])(.+)$/

/**
 * A point in time: `2031-05-14T09:00+08:00`; without an offset in the time zone of the host's city; `now`; or from now,
 * `+2d`, `-45m`. Also milliseconds since 1970, as the record has them.
 */
export const Moment = z.union([Instant, z.string().refine(isMoment, { message: 'moment-malformed' })])
export type Moment = z.infer<typeof Moment>

export const secondsOf = (duration: Duration): number => {
  if (typeof duration === 'number') return duration
  const seconds = { d: 86_400, h: 3600, m: 60, s: 1 }
  return [...duration.matchAll(/(\d+)([dhms])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (isUnit(unit) ? seconds[unit] : 0),
    0,
  )
}

const isUnit = (unit: string | undefined): unit is 'd' | 'h' | 'm' | 's' =>
  unit === 'd' || unit === 'h' || unit === 'm' || unit === 's'

/** The moment in milliseconds since 1970; `timeZone` is for moments written without an offset. */
export const instantOf = (moment: Moment, nowMs: number, timeZone: string): number => {
  if (typeof moment === 'number') return moment
  if (moment === 'now') return nowMs
  const fromNow = FROM_NOW.exec(moment)
  if (fromNow !== null) {
    const ms = secondsOf(fromNow[2] ?? '') * 1000
    return fromNow[1] === '-' ? nowMs - ms : nowMs + ms
  }
  const written = MOMENT.exec(moment)
  const asUtc = utcOf(written)
  const offset = written?.[7]
  if (offset === undefined) return asUtc - offsetMs(timeZone, asUtc)
  return offset === 'Z' ? asUtc : asUtc - writtenOffsetMs(offset)
}

function isMoment(text: string): boolean {
  if (text === 'now') return true
  const fromNow = FROM_NOW.exec(text)
  if (fromNow !== null) return Duration.safeParse(fromNow[2]).success
  const written = MOMENT.exec(text)
  return written !== null && saysWhatItIs(written)
}

/** Whether the calendar has such a moment, and the record can hold it: 30 February would silently become another day. */
const saysWhatItIs = (written: RegExpExecArray): boolean => {
  const [, year, month, day, hour, minute, second = '00', offset] = written
  const [date, time] = new Date(utcOf(written)).toISOString().split('T')
  const sane = offset === undefined || offset === 'Z' || Math.abs(writtenOffsetMs(offset)) <= 14 * 3_600_000
  // Without an offset it may be a day's worth of time zones earlier or later.
  const marginMs = offset === undefined ? 86_400_000 : 0
  const instant = utcOf(written) - (offset === undefined || offset === 'Z' ? 0 : writtenOffsetMs(offset))
  const recordable =
    Instant.safeParse(instant - marginMs).success && Instant.safeParse(instant + marginMs).success
  return (
    sane && recordable && date === `${year}-${month}-${day}` && time === `${hour}:${minute}:${second}.000Z`
  )
}

const utcOf = (written: RegExpExecArray | null): number => {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = (written ?? [])
    .slice(1, 7)
    .map((part: string | undefined) => Number(part ?? 0))
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

const writtenOffsetMs = (offset: string): number => {
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number)
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000
}

/** How far a zone's clocks are ahead of UTC when they show this time; at a change of clocks, before it. */
const offsetMs = (timeZone: string, shownAsUtc: number): number => {
  const first = aheadMs(timeZone, shownAsUtc)
  return aheadMs(timeZone, shownAsUtc - first)
}

const aheadMs = (timeZone: string, at: number): number => {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const get = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0
  const shown = Date.UTC(get('year'), get('month') - 1, get('day'), get('hour'), get('minute'), get('second'))
  return shown - Math.floor(at / 1000) * 1000
}

/** Whether this machine knows the time zone. */
export const isTimeZone = (timeZone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
