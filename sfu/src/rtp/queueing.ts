const WRAP_MS = 64_000
const WINDOW_MS = 10_000
const BUCKETS = 5

/** The send time of the abs-send-time extension: 24 bits, seconds with 18 bits of fraction, so that it begins anew every 64 s. */
const sentMs = (stamp: Buffer): number => (stamp.readUIntBE(0, 3) * 1000) / 262_144

/**
 * How long packets wait on their way, by when they say they were sent. The two clocks are not the same, so all that can be
 * said is how much longer a packet took than the quickest of the last ten seconds.
 */
export class Queueing {
  readonly #quickest: { readonly fromMs: number; ms: number }[] = []
  #reference: number | undefined
  #least: number | undefined

  /**
   * The shortest wait since this was last asked; undefined where no packet said when it was sent. A queue that stands delays
   * every packet, a moment's pause here or there only some.
   */
  takeLeastMs(): number | undefined {
    const least = this.#least
    this.#least = undefined
    return least
  }

  note(stamp: Buffer, nowMs: number): void {
    if (stamp.length !== 3) return
    const travelled = (((nowMs - sentMs(stamp)) % WRAP_MS) + WRAP_MS) % WRAP_MS
    this.#reference ??= travelled
    // Around the first packet's, so that a small change never looks like a whole turn of the clock.
    const half = WRAP_MS / 2
    const ms = ((travelled - this.#reference + half + WRAP_MS) % WRAP_MS) - half
    this.#keepQuickest(ms, nowMs)
    const wait = ms - Math.min(...this.#quickest.map((bucket) => bucket.ms))
    this.#least = Math.min(wait, this.#least ?? wait)
  }

  #keepQuickest(ms: number, nowMs: number): void {
    const last = this.#quickest.at(-1)
    if (last !== undefined && nowMs - last.fromMs < WINDOW_MS / BUCKETS) last.ms = Math.min(last.ms, ms)
    else this.#quickest.push({ fromMs: nowMs, ms })
    if (this.#quickest.length > BUCKETS) this.#quickest.shift()
  }
}
