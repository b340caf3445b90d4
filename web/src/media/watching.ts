/** Which pictures are on the screen, counted by everyone who shows them. */
export type Watching = {
  /** Wants a picture until called back. */
  readonly want: (key: string) => () => void
}

/** Tells which pictures are wanted whenever that changes, once however many come and go in one turn of the loop. */
export const createWatching = (tell: (keys: ReadonlySet<string>) => void): Watching => {
  const counts = new Map<string, number>()
  let telling = false
  const changed = (): void => {
    if (telling) return
    telling = true
    queueMicrotask(() => {
      telling = false
      tell(new Set(counts.keys()))
    })
  }
  return {
    want: (key) => {
      counts.set(key, (counts.get(key) ?? 0) + 1)
      changed()
      let done = false
      return () => {
        if (done) return
        done = true
        const left = (counts.get(key) ?? 1) - 1
        if (left === 0) counts.delete(key)
        else counts.set(key, left)
        changed()
      }
    },
  }
}
