import type { Instant } from '@parley/domain/words/identity'
import { formatDate, localDay } from '@parley/messages/dates'

/** A day and a time as the clocks of a place show them: `2026-11-22` and `15:00`. */
export type LocalTime = { readonly day: string; readonly time: string }

export const localTimeOf = (instant: Instant, timeZone: string): LocalTime => ({
  day: localDay(instant, timeZone),
  time: formatDate('en', instant, timeZone, 'time'),
})

/**
 * The moment at which the clocks of `timeZone` show this; nothing where it is no day or time. Of a time that comes twice
 * when clocks are put back, the first; a time that never comes is moved on by what the clocks leap.
 */
export const instantOf = ({ day, time }: LocalTime, timeZone: string): Instant | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}$/.test(time)) return undefined
  const shown = Date.parse(`${day}T${time}:00Z`)
  if (Number.isNaN(shown) || shown < 0) return undefined
  // The offset before a change of clocks and the one after it: at most one of each lies within a day.
  const offsets = [shown - DAY_MS, shown + DAY_MS].map((around) => offsetAt(around, timeZone))
  const candidates = offsets.map((offset) => shown - offset)
  const fits = candidates.filter((one) => one + offsetAt(one, timeZone) === shown)
  const chosen = fits.length > 0 ? Math.min(...fits) : candidates[0]
  return chosen === undefined || chosen < 0 ? undefined : chosen
}

const DAY_MS = 86_400_000

/** How far the clocks are ahead of UTC, in milliseconds, to the minute. */
const offsetAt = (instant: number, timeZone: string): number => {
  const at = Math.max(0, instant)
  const { day, time } = localTimeOf(at, timeZone)
  return Date.parse(`${day}T${time}:00Z`) - Math.floor(at / 60_000) * 60_000
}
