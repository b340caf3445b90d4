import type { ReportBlock, SenderClock } from './rtcp.ts'

/** Counts how one incoming stream arrives, for the reports its sender expects (RFC 3550). */
export class Reception {
  readonly #ssrc: number
  readonly #clockRate: number
  #base: number | undefined
  #highest = 0
  #received = 0
  #expectedBefore = 0
  #receivedBefore = 0
  #jitter = 0
  #transit: number | undefined
  #senderClock: SenderClock | undefined
  #senderClockAtMs = 0
  #lossShare = 0

  constructor(ssrc: number, clockRate: number) {
    this.#ssrc = ssrc
    this.#clockRate = clockRate
  }

  note(extended: number, timestamp: number, nowMs: number): void {
    this.#base ??= extended
    this.#received += 1
    if (extended > this.#highest) this.#highest = extended
    const transit = (Math.round((nowMs * this.#clockRate) / 1000) - timestamp) | 0
    if (this.#transit !== undefined) {
      const change = Math.abs((transit - this.#transit) | 0)
      if (change < this.#clockRate) this.#jitter += (change - this.#jitter) / 16
    }
    this.#transit = transit
  }

  noteSenderReport(clock: SenderClock, nowMs: number): void {
    this.#senderClock = clock
    this.#senderClockAtMs = nowMs
  }

  get senderClock(): SenderClock | undefined {
    return this.#senderClock
  }

  /** Share of packets lost between the last two reports, from 0 to 1. */
  get lossShare(): number {
    return this.#lossShare
  }

  /** The report since the one before; undefined before the first packet. */
  report(nowMs: number): ReportBlock | undefined {
    if (this.#base === undefined) return undefined
    const expected = this.#highest - this.#base + 1
    const expectedSince = expected - this.#expectedBefore
    const lostSince = expectedSince - (this.#received - this.#receivedBefore)
    this.#expectedBefore = expected
    this.#receivedBefore = this.#received
    this.#lossShare = expectedSince > 0 && lostSince > 0 ? lostSince / expectedSince : 0
    const clock = this.#senderClock
    return {
      ssrc: this.#ssrc,
      fractionLost: Math.min(255, Math.floor(this.#lossShare * 256)),
      packetsLost: expected - this.#received,
      highestSequence: this.#highest,
      jitter: Math.round(this.#jitter),
      lastSenderReport:
        clock === undefined ? 0 : ((clock.ntpSeconds & 0xffff) << 16) | (clock.ntpFraction >>> 16),
      delaySinceSenderReport:
        clock === undefined ? 0 : Math.round(((nowMs - this.#senderClockAtMs) * 65_536) / 1000),
    }
  }
}
