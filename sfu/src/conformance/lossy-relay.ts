import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'

/** Says of each media packet whether it is lost. */
export type Loss = () => boolean

const isMedia = (packet: Buffer): boolean => {
  const first = packet.length > 0 ? packet.readUInt8(0) : 0
  return first >= 128 && first <= 191
}

/** The same losses every time: a share of packets at random, and now and then many in a row. */
export function seededLoss(
  seed: number,
  share: number,
  burst: { readonly every: number; readonly length: number },
): Loss {
  let state = seed >>> 0
  let count = 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    count += 1
    return state / 2 ** 32 < share || count % burst.every < burst.length
  }
}

/**
 * Stands between clients and a media server and loses packets both ways. The server has to announce the relay's
 * address; the relay has to be told the server's before the first client comes.
 */
export class LossyRelay {
  readonly #front: Socket = createSocket('udp4')
  readonly #backs = new Map<string, Socket>()
  readonly #loss: Loss
  #serverPort = 0
  lost = 0
  passed = 0

  private constructor(loss: Loss) {
    this.#loss = loss
    this.#front.on('message', (packet, from) => this.#forward(packet, from))
  }

  static async open(loss: Loss): Promise<LossyRelay> {
    const relay = new LossyRelay(loss)
    await new Promise<void>((done) => relay.#front.bind(0, '127.0.0.1', done))
    return relay
  }

  get port(): number {
    return this.#front.address().port
  }

  leadTo(serverPort: number): void {
    this.#serverPort = serverPort
  }

  close(): void {
    this.#front.close()
    for (const back of this.#backs.values()) back.close()
  }

  #loses(packet: Buffer): boolean {
    const loses = isMedia(packet) && this.#loss()
    if (loses) this.lost += 1
    else this.passed += 1
    return loses
  }

  #forward(packet: Buffer, from: RemoteInfo): void {
    const key = `${from.address}:${from.port}`
    let back = this.#backs.get(key)
    if (back === undefined) {
      back = createSocket('udp4')
      back.on('message', (answer) => {
        if (!this.#loses(answer)) this.#front.send(answer, from.port, from.address)
      })
      back.bind(0, '127.0.0.1')
      this.#backs.set(key, back)
    }
    if (!this.#loses(packet)) back.send(packet, this.#serverPort, '127.0.0.1')
  }
}
