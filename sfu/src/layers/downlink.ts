const HIGH_LOSS = 0.1
const LOW_LOSS = 0.02
const FLOOR_BITS_PER_SECOND = 60_000
const FIRST_PATIENCE_MS = 2_000
const LONGEST_PATIENCE_MS = 30_000
const REPORTS_UNTIL_SURE = 2

/** What is learnt about a receiver's line. */
export interface LineReport {
  readonly nowMs: number
  /** Share of packets lost, 0 to 1; undefined where this report says nothing about it. */
  readonly lossShare?: number
  /** What the receiver itself believes its line can carry. */
  readonly receiverEstimate?: number
  /** What is being sent to it. */
  readonly sentBitsPerSecond: number
}

/**
 * Judges how much a receiver's line can carry. It believes in a wide line until the line complains; a complaint
 * (heavy loss twice in a row, or the receiver's own estimate falling well under what is sent) narrows it at once, and it is
 * widened again in steps after a patience that doubles with each failed attempt.
 */
export class Downlink {
  #limit = Number.POSITIVE_INFINITY
  #patienceMs = FIRST_PATIENCE_MS
  #calmSinceMs = 0
  #widenedAtMs = Number.NEGATIVE_INFINITY
  #bad = 0
  #estimateBefore = 0

  /** What may be sent now. Infinite while the line has never complained. */
  get limitBitsPerSecond(): number {
    return this.#limit
  }

  note(report: LineReport): void {
    const { nowMs, lossShare, receiverEstimate, sentBitsPerSecond } = report
    const lossy = lossShare !== undefined && lossShare > HIGH_LOSS
    // An estimate that is low but rising is only a receiver still measuring its way up.
    const falling = receiverEstimate !== undefined && receiverEstimate <= this.#estimateBefore
    const tight = receiverEstimate !== undefined && falling && receiverEstimate < sentBitsPerSecond * 0.85
    if (receiverEstimate !== undefined) this.#estimateBefore = receiverEstimate
    if (lossy || tight) {
      this.#bad += 1
      this.#calmSinceMs = nowMs
      if (this.#bad >= REPORTS_UNTIL_SURE) this.#narrow(report)
      return
    }
    if (lossShare !== undefined && lossShare > LOW_LOSS) {
      this.#calmSinceMs = nowMs
      return
    }
    this.#bad = 0
    if (this.#limit === Number.POSITIVE_INFINITY || nowMs - this.#calmSinceMs < this.#patienceMs) return
    this.#limit = Math.max(this.#limit, sentBitsPerSecond) * 1.5
    this.#widenedAtMs = nowMs
    this.#calmSinceMs = nowMs
    if (this.#limit > sentBitsPerSecond * 6 && this.#limit > 8_000_000) this.#limit = Number.POSITIVE_INFINITY
  }

  #narrow(report: LineReport): void {
    this.#bad = 0
    const byLoss = report.sentBitsPerSecond * (1 - (report.lossShare ?? 0) / 2) * 0.9
    const limit = Math.min(this.#limit, report.receiverEstimate ?? Number.POSITIVE_INFINITY, byLoss)
    this.#limit = Math.max(FLOOR_BITS_PER_SECOND, limit)
    const failedAttempt = report.nowMs - this.#widenedAtMs < this.#patienceMs * 2
    this.#patienceMs = failedAttempt ? Math.min(LONGEST_PATIENCE_MS, this.#patienceMs * 2) : FIRST_PATIENCE_MS
  }
}
