import {
  ClientInfo,
  ClientInfo_SDK,
  ConnectionSettings,
  JoinRequest,
  SignalRequest,
  SignalResponse,
  WrappedJoinRequest,
} from '@livekit/protocol'
import { WebSocket } from 'ws'
import type { Engine } from './engine.ts'

const WITHIN_MS = 8_000

type Message = SignalResponse['message']
type Case = Exclude<Message['case'], undefined>

/** A client that speaks the bare signalling, for what no SDK would do. */
export class SignalClient {
  readonly #socket: WebSocket
  readonly #got: Message[] = []
  readonly #waiting = new Set<() => void>()
  closed = false

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.on('message', (data) => {
      if (Buffer.isBuffer(data)) this.#got.push(SignalResponse.fromBinary(data).message)
      this.#wake()
    })
    socket.on('close', () => {
      this.closed = true
      this.#wake()
    })
    socket.on('error', () => this.#wake())
  }

  static async open(engine: Engine, token: string): Promise<SignalClient> {
    const request = new JoinRequest({
      clientInfo: new ClientInfo({ sdk: ClientInfo_SDK.JS, version: '2.23.0', protocol: 16 }),
      connectionSettings: new ConnectionSettings({ autoSubscribe: true }),
    })
    const wrapped = new WrappedJoinRequest({ joinRequest: request.toBinary() })
    const query = new URLSearchParams({
      access_token: token,
      join_request: Buffer.from(wrapped.toBinary())
        .toString('base64')
        .replaceAll('+', '-')
        .replaceAll('/', '_'),
    })
    const client = new SignalClient(new WebSocket(`${engine.url}/rtc/v1?${query.toString()}`))
    await client.got('join')
    return client
  }

  send(message: SignalRequest['message']): void {
    this.sendBytes(new SignalRequest({ message }).toBinary())
  }

  sendBytes(bytes: Uint8Array): void {
    this.#socket.send(bytes)
  }

  /** The next message of this kind, taken out. */
  async got<Wanted extends Case>(wanted: Wanted): Promise<Extract<Message, { case: Wanted }>> {
    return this.#until(() => {
      const index = this.#got.findIndex((message) => message.case === wanted)
      const [message] = index === -1 ? [] : this.#got.splice(index, 1)
      return isCase(message, wanted) ? message : undefined
    }, wanted)
  }

  async untilClosed(): Promise<void> {
    await this.#until(() => (this.closed ? true : undefined), 'close')
  }

  close(): void {
    this.#socket.close()
  }

  async #until<Value>(look: () => Value | undefined, what: string): Promise<Value> {
    const deadline = Date.now() + WITHIN_MS
    for (;;) {
      const value = look()
      if (value !== undefined) return value
      if (this.closed || Date.now() > deadline) throw new Error(`no ${what}${this.closed ? '; closed' : ''}`)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.max(1, deadline - Date.now()))
        this.#waiting.add(() => {
          clearTimeout(timer)
          resolve()
        })
      })
    }
  }

  #wake(): void {
    for (const resolve of this.#waiting) resolve()
    this.#waiting.clear()
  }
}

const isCase = <Wanted extends Case>(
  message: Message | undefined,
  wanted: Wanted,
): message is Extract<Message, { case: Wanted }> => message?.case === wanted
