import assert from 'node:assert/strict'
import type { Clock } from '../../ports/clock.ts'

/** A clock that stands still until told otherwise; for tests. */
export type SettableClock = Clock & {
  readonly set: (nowMs: number) => void
  readonly advance: (byMs: number) => void
}

export const settableClock = (startMs: number): SettableClock => {
  let nowMs = startMs
  const set = (toMs: number): void => {
    assert(Number.isSafeInteger(toMs), 'time is whole milliseconds')
    nowMs = toMs
  }
  set(startMs)
  return { now: () => nowMs, set, advance: (byMs) => set(nowMs + byMs) }
}
