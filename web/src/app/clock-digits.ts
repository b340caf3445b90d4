/** A length of time as a clock shows it: `2:46`, `1:02:05`; never negative. Whole seconds, rounded down. */
export const clockDigits = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  const rest = two(seconds % 60)
  return hours === 0 ? `${minutes}:${rest}` : `${hours}:${two(minutes)}:${rest}`
}

/** What is left on a clock, rounded up so that it reaches zero when time is up; in overtime `+` and how much over. */
export const remainingDigits = (remainingMs: number): string =>
  remainingMs < 0 ? `+${clockDigits(-remainingMs)}` : clockDigits(Math.ceil(remainingMs / 1000) * 1000)

const two = (number: number): string => String(number).padStart(2, '0')
