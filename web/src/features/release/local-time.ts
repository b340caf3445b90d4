import { formatDate } from '@parley/messages/dates'
import type { Instant } from '@parley/domain/words/identity'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** A moment as `<input type="datetime-local">` writes it: what the clocks of a zone show, to the minute. */
export const localTime = (instant: Instant, timeZone: string): string =>
  `${formatDate('en', instant, timeZone, 'short')}T${formatDate('en', instant, timeZone, 'time')}`

/**
 * The moment at which the clocks of a zone show a local time; the first of two where they show it twice. Nothing for a
 * time they skip, and for what is no time.
 */
export const instantOf = (local: string, timeZone: string): Instant | undefined => {
  const asUtc = Date.parse(`${local}Z`)
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) || Number.isNaN(asUtc)) return undefined
  // Clocks are never further than a day from UTC; the offset on either side of the moment is one of those it can have.
  const offsets = [asUtc - DAY_MS, asUtc + DAY_MS].map((near) => offsetAt(near, timeZone))
  const moments = [...new Set(offsets)].map((offset) => asUtc - offset).toSorted((one, other) => one - other)
  return moments.find((moment) => moment >= 0 && localTime(moment, timeZone) === local)
}

const offsetAt = (instant: Instant, timeZone: string): number =>
  Date.parse(`${localTime(instant, timeZone)}Z`) - Math.floor(instant / MINUTE_MS) * MINUTE_MS
