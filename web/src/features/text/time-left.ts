const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

/** How long is left, in the largest unit that still tells the difference: minutes and seconds rounded up, hours and days down. */
export const timeLeft = (
  ms: number,
): { readonly count: number; readonly unit: 'seconds' | 'minutes' | 'hours' | 'days' } => {
  if (ms <= MINUTE_MS) return { count: Math.max(0, Math.ceil(ms / 1000)), unit: 'seconds' }
  if (ms <= HOUR_MS) return { count: Math.ceil(ms / MINUTE_MS), unit: 'minutes' }
  if (ms <= 2 * DAY_MS) return { count: Math.floor(ms / HOUR_MS), unit: 'hours' }
  return { count: Math.floor(ms / DAY_MS), unit: 'days' }
}
