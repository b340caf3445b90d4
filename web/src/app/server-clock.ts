import type { Instant } from '@parley/domain/words/identity'
import { useEffect, useState } from 'react'

/** The server's clock as this browser reckons it: its own, and how far that is off. */
export type ServerClock = { readonly now: () => Instant; readonly setBy: (serverNow: Instant) => void }

export const serverClock = (own: () => number = Date.now): ServerClock => {
  let offsetMs = 0
  return {
    now: () => Math.max(0, Math.round(own() + offsetMs)),
    setBy: (serverNow) => (offsetMs = serverNow - own()),
  }
}

/** The time, read again every `everyMs`; only what shows it is drawn again. */
export const useNow = (clock: ServerClock, everyMs: number): Instant => {
  const [now, setNow] = useState(clock.now)
  useEffect(() => {
    setNow(clock.now())
    const timer = setInterval(() => setNow(clock.now()), everyMs)
    return () => clearInterval(timer)
  }, [clock, everyMs])
  return now
}
