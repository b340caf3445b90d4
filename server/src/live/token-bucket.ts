/** Lets `capacity` through at once and `perSecond` in the long run. Times are milliseconds of any steady clock. */
export type TokenBucket = {
  /** Takes one; `false` when there is none left. */
  readonly take: (nowMs: number) => boolean
}

export const createTokenBucket = (capacity: number, perSecond: number): TokenBucket => {
  let tokens = capacity
  let lastMs: number | undefined
  return {
    take: (nowMs) => {
      const passedMs = lastMs === undefined ? 0 : Math.max(0, nowMs - lastMs)
      lastMs = nowMs
      tokens = Math.min(capacity, tokens + (passedMs * perSecond) / 1000)
      if (tokens < 1) return false
      tokens -= 1
      return true
    },
  }
}
