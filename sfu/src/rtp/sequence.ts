const CYCLE = 0x10000
const HALF = 0x8000

/** The sequence number that comes `steps` after this one, around the 16-bit circle; steps may be negative. */
export const sequenceAfter = (sequence: number, steps: number): number => (sequence + steps) & 0xffff

/** Turns 16-bit sequence numbers into numbers that keep growing, in whatever order the packets come. */
export class SequenceUnwrapper {
  #highest: number | undefined

  /** The extended number nearest to the highest one seen so far. Never negative. */
  unwrap(sequence: number): number {
    if (this.#highest === undefined) {
      this.#highest = sequence + CYCLE
      return this.#highest
    }
    const distance = (sequence - this.#highest) & 0xffff
    const extended = this.#highest + (distance < HALF ? distance : distance - CYCLE)
    if (extended < 0) return extended + CYCLE
    if (extended > this.#highest) this.#highest = extended
    return extended
  }

  /** The highest extended number seen; undefined before the first packet. */
  get highest(): number | undefined {
    return this.#highest
  }
}
