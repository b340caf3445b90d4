/** An open, or opening, WebSocket. What is sent before it is open, or after it closed, is lost. */
export type Socket = {
  readonly send: (text: string) => void
  readonly close: (code?: number) => void
}

export type SocketListeners = {
  readonly onOpen: () => void
  readonly onText: (text: string) => void
  /** Called once, also when the socket never opened. */
  readonly onClose: (code: number) => void
}

/** Opens a socket to the live address, speaking for the token's session where one is given. */
export type OpenSocket = (url: string, token: string | undefined, listeners: SocketListeners) => Socket
