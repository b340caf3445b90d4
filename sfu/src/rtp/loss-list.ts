const REPEAT_AFTER_MS = 60
const MOST_REQUESTS = 8
const WIDEST_GAP = 300

interface Missing {
  requests: number
  lastRequestMs: number
}

/** Remembers which packets of one stream are missing, and when to ask for them again. */
export class LossList {
  readonly #missing = new Map<number, Missing>()
  #highest: number | undefined

  /**
   * Takes note of a packet by its extended sequence number. Answers 'gap' when packets before it are missing, 'torn'
   * when so many are that only a whole picture helps, 'repaired' when it was itself missed.
   */
  note(extended: number): 'next' | 'gap' | 'torn' | 'repaired' {
    if (this.#highest === undefined) {
      this.#highest = extended
      return 'next'
    }
    if (extended <= this.#highest) return this.#missing.delete(extended) ? 'repaired' : 'next'
    const from = this.#highest + 1
    this.#highest = extended
    if (from === extended) return 'next'
    if (extended - from > WIDEST_GAP) {
      this.#missing.clear()
      return 'torn'
    }
    for (let lost = from; lost < extended; lost += 1)
      this.#missing.set(lost, { requests: 0, lastRequestMs: 0 })
    return 'gap'
  }

  /** The packets to ask for now, oldest first; each is asked for a few times and then given up. */
  due(nowMs: number): number[] {
    if (this.#missing.size === 0) return []
    const due: number[] = []
    for (const [extended, missing] of this.#missing) {
      if (missing.requests >= MOST_REQUESTS || (this.#highest ?? 0) - extended > 2 * WIDEST_GAP) {
        this.#missing.delete(extended)
        continue
      }
      if (missing.requests > 0 && nowMs - missing.lastRequestMs < REPEAT_AFTER_MS) continue
      missing.requests += 1
      missing.lastRequestMs = nowMs
      due.push(extended)
    }
    return due.toSorted((one, other) => one - other)
  }

  get size(): number {
    return this.#missing.size
  }
}
