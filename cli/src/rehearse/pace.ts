/** The time a rehearsal lives by. */
export type Pace = {
  /** Milliseconds since 1970, by the clock of the server rehearsed on as far as the rehearsal has moved it. */
  readonly nowMs: () => number
  /** Lets this many seconds of the script pass. */
  readonly wait: (seconds: number) => Promise<void>
}

/** Moves a server's clock forward; resolves when it has moved. */
export type Advance = (byMs: number) => Promise<void>

/**
 * Waits are slept through `speed` times faster than life; undefined leaves the sleep out. With `advance` the server's clock
 * is moved by what was not slept, so that no less time than scripted passes in the record at any speed.
 */
export const paceOf = (speed: number | undefined, advance?: Advance): Pace => {
  let aheadMs = 0
  return {
    nowMs: () => Date.now() + aheadMs,
    wait: async (seconds) => {
      if (seconds <= 0) return
      const startedMs = Date.now()
      if (speed !== undefined) await sleep((seconds * 1000) / speed)
      if (advance === undefined) return
      // A sleep may end early or late: what counts is what has passed.
      const byMs = Math.max(0, seconds * 1000 - Math.max(0, Date.now() - startedMs))
      await advance(byMs)
      aheadMs += byMs
    },
  }
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
