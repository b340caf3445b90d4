import type { RulePack } from '../../rules/index.ts'
import type { Instant } from '../../words/identity.ts'
import type { Turn } from '../state.ts'

/** Speaking time of a running or paused turn at `now`, in milliseconds: pauses are not counted, nor is a clock that went backwards. */
export const usedMs = (turn: Turn, now: Instant): number =>
  turn.spentMs + (turn.since === undefined ? 0 : Math.max(0, now - turn.since))

export type ClockState = 'running' | 'warning' | 'overtime' | 'paused'

/**
 * What a speaker's clock shows. `remainingMs` is negative in overtime. A paused clock says so first, whatever is
 * left on it. Nothing here or elsewhere cuts a speaker off.
 */
export type Clock = { readonly usedMs: number; readonly remainingMs: number; readonly state: ClockState }

export const clock = (turn: Turn, pack: RulePack, now: Instant): Clock => {
  const used = usedMs(turn, now)
  const remainingMs = turn.limitSeconds * 1000 - used
  return { usedMs: used, remainingMs, state: stateOf(turn, pack, remainingMs) }
}

const stateOf = (turn: Turn, pack: RulePack, remainingMs: number): ClockState => {
  if (turn.since === undefined) return 'paused'
  if (remainingMs < 0) return 'overtime'
  return remainingMs <= pack.warningSeconds * 1000 ? 'warning' : 'running'
}
