const CEILING_BITS_PER_SECOND = 6_000_000
const FLOOR_BITS_PER_SECOND = 100_000
/** Where every packet waits this much longer than the quickest did, they stand in a queue. */
const QUEUE_MS = 120
const CALM_QUEUE_MS = 40
const HIGH_LOSS = 0.1
const REPORTS_UNTIL_SURE = 2
const CALM_REPORTS = 4
const WIDEN = 1.25
const NARROW = 0.85

/** How a sender’s packets have come in since the report before. */
export interface UplinkReport {
  readonly bitsPerSecond: number
  /** The worst share of loss among its streams, 0 to 1. */
  readonly lossShare: number
  /** How much longer each of its packets was under way than the quickest of late, at the least; undefined where they do not say when they left. */
  readonly queueMs: number | undefined
}

/**
 * Judges how much a sender's line can carry, so that it is told before its packets drown. Two bad reports in a row narrow it
 * to somewhat less than what came through; calm ones widen it again in steps.
 */
export class Uplink {
  #limit = CEILING_BITS_PER_SECOND
  #bad = 0
  #calm = 0

  /** The most the sender should send. */
  get limitBitsPerSecond(): number {
    return this.#limit
  }

  note({ bitsPerSecond, lossShare, queueMs }: UplinkReport): void {
    const waiting = queueMs ?? 0
    if (lossShare > HIGH_LOSS || waiting > QUEUE_MS) {
      this.#calm = 0
      this.#bad += 1
      if (this.#bad < REPORTS_UNTIL_SURE) return
      this.#bad = 0
      this.#limit = Math.max(FLOOR_BITS_PER_SECOND, Math.min(this.#limit, bitsPerSecond) * NARROW)
      return
    }
    this.#bad = 0
    if (waiting > CALM_QUEUE_MS) return
    this.#calm += 1
    if (this.#calm < CALM_REPORTS) return
    this.#calm = 0
    this.#limit = Math.min(CEILING_BITS_PER_SECOND, this.#limit * WIDEN)
  }
}
