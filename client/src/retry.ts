import type { Result, Trouble } from './result.ts'

/** How long to wait, in milliseconds; tests put their own in place. */
export type Wait = (ms: number) => Promise<void>

export const wait: Wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** The pauses between attempts: doubling from 50 ms to 2 s. After the last of them nothing is tried again. */
const PAUSES_MS = [50, 100, 200, 400, 800, 1600, 2000] as const

/** The longest a server's own word on when to come back is heeded. */
const LONGEST_PAUSE_MS = 60_000

/**
 * Repeats what failed for a reason that passes: no answer, a fault of the server's disk, too many requests. Only for what may be
 * repeated without harm: questions, and acts under one id.
 */
export const persist = async <Value>(
  attempt: () => Promise<Result<Value>>,
  pause: Wait = wait,
): Promise<Result<Value>> => {
  for (const pauseMs of PAUSES_MS) {
    const result = await attempt()
    if (result.ok || !passes(result.problem)) return result
    await pause(Math.max(pauseMs, askedPauseMs(result.problem)))
  }
  return attempt()
}

/** Whether trying again may help. A bug is the same the second time. */
const passes = ({ status, code }: Trouble): boolean =>
  code !== 'bug' && (status === 0 || status === 429 || status >= 500)

const askedPauseMs = (problem: Trouble): number =>
  problem.code === 'unreachable' || problem.retryAfterSeconds === undefined
    ? 0
    : Math.min(problem.retryAfterSeconds * 1000, LONGEST_PAUSE_MS)
