/** What one process takes on before it refuses. Everything a client can make grow has its line here. */
export const LIMITS = {
  rooms: 500,
  participantsPerRoom: 300,
  tracksPerParticipant: 12,
  streamsPerTrack: 6,
  signalMessageBytes: 262_144,
  signalMessagesPerSecond: 100,
  signalBurst: 300,
  dataMessageBytes: 65_536,
  dataMessagesPerSecond: 200,
  dataBurst: 400,
  waitingDataBytes: 4_194_304,
  metadataBytes: 65_536,
  apiBodyBytes: 1_048_576,
  packetBytes: 1_600,
} as const

/** Lets a burst through and then a steady rate. */
export class RateGate {
  readonly #perSecond: number
  readonly #burst: number
  #tokens: number
  #lastMs: number | undefined

  constructor(perSecond: number, burst: number) {
    this.#perSecond = perSecond
    this.#burst = burst
    this.#tokens = burst
  }

  allows(nowMs: number): boolean {
    const passedMs = this.#lastMs === undefined ? 0 : Math.max(0, nowMs - this.#lastMs)
    this.#lastMs = nowMs
    this.#tokens = Math.min(this.#burst, this.#tokens + (passedMs * this.#perSecond) / 1000)
    if (this.#tokens < 1) return false
    this.#tokens -= 1
    return true
  }
}
