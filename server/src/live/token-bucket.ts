/** Lets `capacity` through at once and `perSecond` in the long run. Times are milliseconds of any steady clock. */
export type TokenBucket = {
  /** Takes one; `false` when there is none left. */
  readonly take: (nowMs: number) => boolean
  /** Whether there is one to take. */
  readonly has: (nowMs: number) => boolean
}

export const createTokenBucket = (capacity: number, perSecond: number): TokenBucket => {
  let tokens = capacity
  let lastMs: number | undefined
  const has = (nowMs: number): boolean => {
    const passedMs = lastMs === undefined ? 0 : Math.max(0, nowMs - lastMs)
    lastMs = nowMs
    tokens = Math.min(capacity, tokens + (passedMs * perSecond) / 1000)
    return tokens >= 1
  }
  return {
    has,
    take: (nowMs) => {
      const had = has(nowMs)
      if (had) tokens -= 1
      return had
    },
  }
}
