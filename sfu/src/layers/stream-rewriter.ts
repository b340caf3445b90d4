import { sequenceAfter } from '../rtp/sequence.ts'
import type { Vp8Descriptor } from '../rtp/vp8.ts'

const REMEMBERED = 1024
const MOST_STRETCHES = 128

/** One incoming packet, as far as its numbers go. */
export interface IncomingNumbers {
  readonly extended: number
  readonly timestamp: number
  readonly vp8: Vp8Descriptor | undefined
}

export interface OutgoingNumbers {
  readonly sequence: number
  readonly timestamp: number
  readonly pictureId: number
  readonly baseIndex: number
}

/** A stretch of the outgoing stream that comes from one source without a break. */
interface Stretch<Source> {
  readonly source: Source
  readonly firstExtended: number
  /** The last packet that has had its turn; one less than the first before any has. */
  highestExtended: number
  readonly sequenceShift: number
  readonly timestampShift: number
  readonly pictureShift: number
  readonly baseShift: number
}

/** Where an outgoing packet came from, so that it can be sent again exactly as it was. */
export interface Origin<Source> {
  readonly source: Source
  readonly extended: number
  readonly numbersOf: (incoming: IncomingNumbers) => OutgoingNumbers
}

/**
 * Makes one unbroken outgoing stream from several sources, one after the other: sequence numbers, timestamps, picture
 * numbers and base layer numbers continue over every change, so the receiver's decoder does not notice it.
 */
export class StreamRewriter<Source> {
  readonly #sent: (
    | { readonly sequence: number; readonly extended: number; readonly stretch: Stretch<Source> }
    | undefined
  )[] = Array.from({ length: REMEMBERED }, () => undefined)
  /** The stretches of the present source, oldest first: a packet that comes late belongs to an earlier one. */
  #stretches: Stretch<Source>[] = []
  #last: (OutgoingNumbers & { readonly atMs: number }) | undefined

  get source(): Source | undefined {
    return this.#stretches.at(-1)?.source
  }

  /** How far the outgoing timestamps stand from those of the present source. */
  get timestampShift(): number {
    return this.#stretches.at(-1)?.timestampShift ?? 0
  }

  /**
   * Continues the stream with this packet as the first of another source, or of the same after a pause.
   * `timestamp` is what the packet's time is in the outgoing stream, where the sources' clocks are known; without it
   * the time passed since the last packet decides.
   */
  begin(source: Source, first: IncomingNumbers, nowMs: number, clockRate: number, timestamp?: number): void {
    const last = this.#last
    let outgoing = timestamp ?? first.timestamp
    if (last !== undefined) {
      const passed = Math.max(1, Math.round(((nowMs - last.atMs) * clockRate) / 1000))
      const byClock = timestamp === undefined ? passed : (timestamp - last.timestamp) | 0
      outgoing = last.timestamp + (byClock > 0 && byClock < clockRate * 30 ? byClock : passed)
    }
    const stretch: Stretch<Source> = {
      source,
      firstExtended: first.extended,
      highestExtended: first.extended - 1,
      sequenceShift: last === undefined ? 0 : sequenceAfter(last.sequence, 1 - first.extended),
      timestampShift: (outgoing - first.timestamp) | 0,
      pictureShift: last === undefined ? 0 : last.pictureId + 1 - (first.vp8?.pictureId ?? 0),
      baseShift: last === undefined ? 0 : last.baseIndex + 1 - (first.vp8?.baseIndex ?? 0),
    }
    this.#stretches = [stretch]
  }

  /**
   * Leaves a packet of the present source out without a gap in the outgoing numbers. One that comes out of turn cannot
   * be left out any more; it is answered with false and has to be sent.
   */
  leaveOut(extended: number): boolean {
    const stretch = this.#stretches.at(-1)
    if (stretch === undefined || extended !== stretch.highestExtended + 1) return false
    const following = {
      ...stretch,
      firstExtended: extended + 1,
      highestExtended: extended,
      sequenceShift: stretch.sequenceShift - 1,
    }
    // Nothing has been sent in a stretch that has only just begun: it is replaced rather than kept.
    if (stretch.highestExtended < stretch.firstExtended) this.#stretches.pop()
    this.#stretches.push(following)
    if (this.#stretches.length > MOST_STRETCHES) this.#stretches.shift()
    return true
  }

  /** The outgoing numbers of a packet of the present source; undefined if it is older than that source's turn. */
  next(incoming: IncomingNumbers, nowMs: number): OutgoingNumbers | undefined {
    const stretch = this.#stretches.findLast(({ firstExtended }) => firstExtended <= incoming.extended)
    if (stretch === undefined) return undefined
    if (incoming.extended > stretch.highestExtended) stretch.highestExtended = incoming.extended
    const numbers = shifted(stretch, incoming)
    const ahead = this.#last === undefined ? 1 : (numbers.sequence - this.#last.sequence) & 0xffff
    if (ahead > 0 && ahead < 0x8000) {
      const kept = incoming.vp8 === undefined ? this.#last : numbers
      this.#last = {
        ...numbers,
        pictureId: kept?.pictureId ?? 0,
        baseIndex: kept?.baseIndex ?? 0,
        atMs: nowMs,
      }
    }
    this.#sent[numbers.sequence % REMEMBERED] = {
      sequence: numbers.sequence,
      extended: incoming.extended,
      stretch,
    }
    return numbers
  }

  /** What was sent under this sequence number; undefined if nothing was, or too long ago. */
  originOf(sequence: number): Origin<Source> | undefined {
    const sent = this.#sent[sequence % REMEMBERED]
    if (sent?.sequence !== sequence) return undefined
    const { stretch } = sent
    return {
      source: stretch.source,
      extended: sent.extended,
      numbersOf: (incoming) => shifted(stretch, incoming),
    }
  }
}

const shifted = (stretch: Stretch<unknown>, incoming: IncomingNumbers): OutgoingNumbers => ({
  sequence: sequenceAfter(incoming.extended, stretch.sequenceShift),
  timestamp: (incoming.timestamp + stretch.timestampShift) >>> 0,
  pictureId: ((incoming.vp8?.pictureId ?? 0) + stretch.pictureShift) & 0x7fff,
  baseIndex: ((incoming.vp8?.baseIndex ?? 0) + stretch.baseShift) & 0xff,
})
