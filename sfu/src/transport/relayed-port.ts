import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import {
  hasZeroTieBreaker,
  isIntact,
  raiseTieBreaker,
  readBinding,
  sayMappedAddress,
  seal,
  type BindingMessage,
} from './stun-message.ts'
import { PortTaken } from './udp-port.ts'

const IDLE_MS = 30_000
const SWEEP_EVERY_MS = 5_000
const MOST_LINKS = 1_024
const MOST_LINKS_OF_A_CONNECTION = 8

/** One address a client comes from, and the socket that stands for it before the library. */
interface Link {
  readonly ufrag: string
  readonly password: string
  readonly inner: Socket
  isOpen: boolean
  waiting: Buffer | undefined
  lastHeardMs: number
}

/** What a connection is known by; of a packet that names it the password must be right. */
export interface IceCredentials {
  readonly ufrag: string
  readonly password: string
}

/**
 * A second UDP port for clients that come by way of a TURN relay. Chromium sends the tie-breaker of its checks through a
 * relay as zero, which the library behind the first port takes for absent and refuses; here it is made one, and the
 * check signed anew. Everything else passes as it is. Only clients that need this are let in: an address is served from
 * its first check with a zero tie-breaker and the right password of a connection, and until it has been silent for a while.
 */
export class RelayedPort {
  readonly port: number
  readonly #outer: Socket
  readonly #media: { readonly address: string; readonly port: number }
  readonly #passwords = new Map<string, string>()
  readonly #links = new Map<string, Link>()
  readonly #timer: NodeJS.Timeout

  private constructor(outer: Socket, media: { readonly address: string; readonly port: number }) {
    this.#outer = outer
    this.#media = media
    this.port = outer.address().port
    outer.on('message', (packet, from) => this.#comeIn(packet, from))
    // One address that cannot be reached is nothing to the others.
    outer.on('error', () => {})
    this.#timer = setInterval(() => this.sweep(Date.now()), SWEEP_EVERY_MS).unref()
  }

  /** Takes `port`, any free one for 0, before the library’s own at `mediaPort`. Throws PortTaken. */
  static async open(address: string, port: number, mediaPort: number): Promise<RelayedPort> {
    const outer = createSocket('udp4')
    await new Promise<void>((resolve, reject) => {
      outer.once('error', (error) => reject(new PortTaken(address, port, error)))
      outer.bind({ port, address, exclusive: true }, resolve)
    })
    outer.removeAllListeners('error')
    return new RelayedPort(outer, {
      address: address === '0.0.0.0' ? '127.0.0.1' : address,
      port: mediaPort,
    })
  }

  /** How many addresses are served now. */
  get links(): number {
    return this.#links.size
  }

  /** Lets clients of a connection in. */
  admit({ ufrag, password }: IceCredentials): void {
    this.#passwords.set(ufrag, password)
  }

  /** Lets them in no longer, and lets go of those that are. */
  dismiss(ufrag: string): void {
    this.#passwords.delete(ufrag)
    for (const [key, link] of this.#links) if (link.ufrag === ufrag) this.#drop(key, link)
  }

  /** Lets go of whoever has been silent for long. */
  sweep(nowMs: number): void {
    for (const [key, link] of this.#links) if (nowMs - link.lastHeardMs > IDLE_MS) this.#drop(key, link)
  }

  close(): void {
    clearInterval(this.#timer)
    this.#passwords.clear()
    for (const [key, link] of this.#links) this.#drop(key, link)
    this.#outer.close()
  }

  #comeIn(packet: Buffer, from: RemoteInfo): void {
    const key = `${from.address}:${from.port}`
    const message = readBinding(packet)
    const link =
      message?.kind === 'request' ? this.#checked(packet, message, key, from) : this.#links.get(key)
    if (link === undefined) return
    link.lastHeardMs = Date.now()
    if (link.isOpen) link.inner.send(packet)
    // Checks come again and again until one is answered: the latest is enough.
    else link.waiting = packet
  }

  /** Where a check goes, made such that it is understood; undefined if it is not to go anywhere. */
  #checked(packet: Buffer, message: BindingMessage, key: string, from: RemoteInfo): Link | undefined {
    const ufrag = message.username.split(':', 1)[0] ?? ''
    const known = this.#links.get(key)
    const password = this.#passwords.get(ufrag)
    // Nothing is signed that was not signed rightly before.
    if (password === undefined || !isIntact(packet, message, password)) return undefined
    const isZero = hasZeroTieBreaker(packet, message)
    if (known?.ufrag !== ufrag && !isZero) return undefined
    if (isZero) {
      raiseTieBreaker(packet, message)
      seal(packet, message, password)
    }
    if (known?.ufrag === ufrag) return known
    // A relay gives its ports to one client after another.
    if (known !== undefined) this.#drop(key, known)
    return this.#link({ ufrag, password }, key, from)
  }

  #link({ ufrag, password }: IceCredentials, key: string, client: RemoteInfo): Link | undefined {
    const own = [...this.#links.values()].filter((link) => link.ufrag === ufrag).length
    if (this.#links.size >= MOST_LINKS || own >= MOST_LINKS_OF_A_CONNECTION) return undefined
    const inner = createSocket('udp4')
    const link: Link = { ufrag, password, inner, isOpen: false, waiting: undefined, lastHeardMs: 0 }
    this.#links.set(key, link)
    link.inner.on('message', (packet) => this.#goOut(packet, link, client))
    link.inner.on('error', () => {
      if (this.#links.get(key) === link) this.#drop(key, link)
    })
    // Connected, it hears the library and nobody else.
    link.inner.connect(this.#media.port, this.#media.address, () => {
      link.isOpen = true
      if (link.waiting !== undefined) link.inner.send(link.waiting)
      link.waiting = undefined
    })
    return link
  }

  #goOut(packet: Buffer, link: Link, client: RemoteInfo): void {
    const message = readBinding(packet)
    if (message?.kind === 'success' && isIntact(packet, message, link.password)) {
      sayMappedAddress(packet, message, client)
      seal(packet, message, link.password)
    }
    this.#outer.send(packet, client.port, client.address)
  }

  #drop(key: string, link: Link): void {
    this.#links.delete(key)
    link.isOpen = false
    link.inner.close()
  }
}
