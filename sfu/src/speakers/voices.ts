const WINDOW_MS = 400
const LOUD_BELOW = 40
const LOUD_SHARE = 0.35
const HOLD_MS = 2_000
const SILENCE = 127

interface Voice {
  loud: number
  total: number
  sum: number
  /** Loudness smoothed over the last moments, 0 to 1. */
  level: number
  active: boolean
  lastLoudMs: number
}

export interface Speaking {
  readonly trackSid: string
  readonly level: number
  readonly active: boolean
}

/** What a microphone's packet says of its loudness: decibels under full scale, 127 for silence. */
export const levelOfExtension = (bytes: Buffer | undefined): number | undefined =>
  bytes === undefined || bytes.length === 0 ? undefined : bytes.readUInt8(0) & 0x7f

/**
 * Listens to the loudness each microphone reports about itself: who speaks, and which microphones are worth passing
 * on when more are open than anyone could listen to.
 */
export class Voices {
  readonly #voices = new Map<string, Voice>()
  readonly #mostForwarded: number
  #forwarded: ReadonlySet<string> = new Set()
  #windowStartMs = 0

  constructor(mostForwarded: number) {
    this.#mostForwarded = mostForwarded
  }

  note(trackSid: string, decibelsUnderFull: number, nowMs: number): void {
    const voice = this.#voices.get(trackSid) ?? {
      loud: 0,
      total: 0,
      sum: 0,
      level: 0,
      active: false,
      lastLoudMs: Number.NEGATIVE_INFINITY,
    }
    this.#voices.set(trackSid, voice)
    voice.total += 1
    voice.sum += decibelsUnderFull
    if (decibelsUnderFull >= LOUD_BELOW) return
    voice.loud += 1
    voice.lastLoudMs = nowMs
    // Someone who begins to speak is let in at once, not at the next window: the first syllable counts.
    if (!this.#forwarded.has(trackSid)) this.#choose(nowMs)
  }

  forget(trackSid: string): void {
    this.#voices.delete(trackSid)
    this.#choose(Number.POSITIVE_INFINITY)
  }

  /** Whether this microphone is among those passed on. One that reports no loudness always is. */
  isForwarded(trackSid: string): boolean {
    return (
      this.#voices.size <= this.#mostForwarded || !this.#voices.has(trackSid) || this.#forwarded.has(trackSid)
    )
  }

  /** Closes the window when its time is up and answers whose state changed; empty otherwise. */
  tick(nowMs: number): readonly Speaking[] {
    if (nowMs - this.#windowStartMs < WINDOW_MS) return []
    this.#windowStartMs = nowMs
    const changed: Speaking[] = []
    for (const [trackSid, voice] of this.#voices) {
      const share = voice.total === 0 ? 0 : voice.loud / voice.total
      const mean = voice.total === 0 ? SILENCE : voice.sum / voice.total
      const level = mean >= SILENCE ? 0 : 10 ** (-mean / 20)
      const before = { active: voice.active, level: voice.level }
      voice.level = voice.level * 0.5 + level * 0.5
      voice.active = share >= LOUD_SHARE
      voice.loud = 0
      voice.total = 0
      voice.sum = 0
      const louder = voice.active && Math.abs(voice.level - before.level) > 0.05
      if (voice.active !== before.active || louder)
        changed.push({ trackSid, level: voice.level, active: voice.active })
    }
    this.#choose(nowMs)
    return changed
  }

  #choose(nowMs: number): void {
    const ranked = [...this.#voices].toSorted(([, one], [, other]) => {
      const held = Number(nowMs - other.lastLoudMs < HOLD_MS) - Number(nowMs - one.lastLoudMs < HOLD_MS)
      return held !== 0 ? held : other.level - one.level || other.lastLoudMs - one.lastLoudMs
    })
    this.#forwarded = new Set(ranked.slice(0, this.#mostForwarded).map(([trackSid]) => trackSid))
  }
}
