import { readRtp, type RtpHeader } from '../rtp/rtp-packet.ts'
import { SequenceUnwrapper } from '../rtp/sequence.ts'

/** A packet in its place, and when it came; `torn` when some before it are lost for good. */
export type OrderedPacket = {
  readonly packet: Buffer
  readonly header: RtpHeader
  readonly arrivedMs: number
  readonly torn: boolean
}

/** As many as may wait for one that is missing, and how long. */
const MOST_WAITING = 400
const WAIT_MS = 500

/** Puts one stream's packets back in order, each once; waits a while for those that are missing. */
export class PacketsInOrder {
  readonly #unwrap = new SequenceUnwrapper()
  readonly #waiting = new Map<number, { readonly packet: Buffer; readonly since: number }>()
  #next: number | undefined

  /** The extended sequence number of a packet taken in. */
  take(packet: Buffer, header: RtpHeader, nowMs: number): number {
    const extended = this.#unwrap.unwrap(header.sequence)
    this.#next ??= extended
    if (extended >= this.#next) this.#waiting.set(extended, { packet, since: nowMs })
    return extended
  }

  /** What can be handed on now. */
  ready(nowMs: number): readonly OrderedPacket[] {
    const ready: OrderedPacket[] = []
    for (;;) {
      let torn = false
      if (this.#next === undefined || this.#waiting.size === 0) return ready
      if (!this.#waiting.has(this.#next)) {
        const first = Math.min(...this.#waiting.keys())
        const waited = nowMs - (this.#waiting.get(first)?.since ?? nowMs)
        if (waited < WAIT_MS && this.#waiting.size < MOST_WAITING) return ready
        this.#next = first
        torn = true
      }
      const one = this.#waiting.get(this.#next)
      this.#waiting.delete(this.#next)
      this.#next += 1
      const header = one && readRtp(one.packet)
      if (one !== undefined && header !== undefined)
        ready.push({ packet: one.packet, header, arrivedMs: one.since, torn })
    }
  }
}
