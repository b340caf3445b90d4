import type { Principal } from '@parley/protocol/address'
import { CLOSE, LIVE_VERSION, ServerMessage, type ClientMessage } from '@parley/protocol/live'
import type { Wait } from './retry.ts'
import type { OpenSocket, Socket } from './socket.ts'

/** A connection to the live address that is opened again whenever it breaks. */
export type Connection = {
  /** Sends while there is a connection; what matters beyond it is sent again when `onWelcome` is called. */
  readonly say: (message: ClientMessage) => void
  readonly close: () => void
}

export type ConnectionOptions = {
  readonly url: string
  readonly token: string | undefined
  readonly openSocket: OpenSocket
  readonly wait: Wait
  /** There is a connection, and this is whom the server takes it to speak for. */
  readonly onWelcome: (principal: Principal) => void
  readonly onMessage: (message: ServerMessage) => void
  /** A connection that had been welcomed broke. */
  readonly onLost?: (() => void) | undefined
  /** No connection came about, or one broke, and another will be tried. */
  readonly onDown?: (() => void) | undefined
  /**
   * Asks in another way whether this session is over. Asked whenever a connection did not come about: a browser is not told
   * why a socket was refused.
   */
  readonly isSignedOut?: (() => Promise<boolean>) | undefined
  /** The server has said that coming back is no use: signed out, not allowed, or not understood. */
  readonly onEnded: (code: number) => void
}

const FINAL: ReadonlySet<number> = new Set([CLOSE.signedOut, CLOSE.refusedOrigin, CLOSE.protocolError])
const FIRST_PAUSE_MS = 50
const LONGEST_PAUSE_MS = 5000

export const openConnection = (options: ConnectionOptions): Connection => {
  let socket: Socket | undefined
  let welcomed = false
  let closed = false
  let failures = 0
  let asking = false

  const end = (code: number): void => {
    if (closed) return
    closed = true
    socket?.close(1000)
    options.onEnded(code)
  }

  /** Beside the next attempt, which does not wait for the answer: there may be none. */
  const askWhy = async (): Promise<void> => {
    if (asking || options.isSignedOut === undefined) return
    asking = true
    const isSignedOut = await options.isSignedOut()
    asking = false
    if (isSignedOut) end(CLOSE.signedOut)
  }

  const hear = (text: string): void => {
    const message = ServerMessage.parse(JSON.parse(text))
    if (message.type === 'welcome') {
      welcomed = true
      failures = 0
      options.onWelcome(message.principal)
    }
    options.onMessage(message)
  }

  const lost = async (code: number): Promise<void> => {
    socket = undefined
    const wasWelcomed = welcomed
    welcomed = false
    if (closed) return
    if (wasWelcomed) options.onLost?.()
    if (FINAL.has(code)) return end(code)
    options.onDown?.()
    if (!wasWelcomed) void askWhy()
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS)
    failures += 1
    await options.wait(pauseMs)
    open()
  }

  const open = (): void => {
    if (closed) return
    const opened = options.openSocket(options.url, options.token, {
      onOpen: () => opened.send(JSON.stringify({ type: 'hello', version: LIVE_VERSION })),
      onText: (text) => {
        if (socket === opened && !closed) hear(text)
      },
      onClose: (code) => void lost(code),
    })
    socket = opened
  }

  open()
  return {
    say: (message) => {
      if (welcomed) socket?.send(JSON.stringify(message))
    },
    close: () => {
      closed = true
      socket?.close(1000)
    },
  }
}
