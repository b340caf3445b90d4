/** The last packets of one stream by extended sequence number, shared by everyone it is forwarded to. */
export class PacketRing {
  readonly #slots: ({ readonly extended: number; readonly packet: Buffer } | undefined)[]

  constructor(capacity: number) {
    this.#slots = Array.from({ length: capacity }, () => undefined)
  }

  put(extended: number, packet: Buffer): void {
    this.#slots[extended % this.#slots.length] = { extended, packet }
  }

  /** The packet, if it is still kept. */
  get(extended: number): Buffer | undefined {
    const slot = this.#slots[extended % this.#slots.length]
    return slot?.extended === extended ? slot.packet : undefined
  }
}
