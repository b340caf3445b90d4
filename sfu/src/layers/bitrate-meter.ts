const WINDOW_MS = 500
const KEPT_WINDOWS = 4

/** How many bits per second pass, over the last two seconds. */
export class BitrateMeter {
  readonly #windows: { readonly startMs: number; bytes: number }[] = []

  note(bytes: number, nowMs: number): void {
    const last = this.#windows.at(-1)
    if (last !== undefined && nowMs - last.startMs < WINDOW_MS) {
      last.bytes += bytes
      return
    }
    this.#windows.push({ startMs: nowMs, bytes })
    if (this.#windows.length > KEPT_WINDOWS + 1) this.#windows.shift()
  }

  bitsPerSecond(nowMs: number): number {
    const horizonMs = nowMs - WINDOW_MS * KEPT_WINDOWS
    let bytes = 0
    let oldestMs = nowMs
    for (const window of this.#windows) {
      if (window.startMs < horizonMs) continue
      bytes += window.bytes
      oldestMs = Math.min(oldestMs, window.startMs)
    }
    return (bytes * 8 * 1000) / Math.max(WINDOW_MS, nowMs - oldestMs)
  }
}
