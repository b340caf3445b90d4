import type { Duplex } from 'node:stream'
import type { Problem } from '@parley/protocol/problem'
import type { ServerMessage } from '@parley/protocol/live'
import { WebSocket } from 'ws'
import { textFrame } from './frame.ts'

/** A client further behind than this is let go; it resumes where it was. */
export const MAX_BUFFERED_BYTES = 8 * 1024 * 1024
/** History is read on only when less than this waits to be sent. */
const PAUSE_BUFFERED_BYTES = 256 * 1024

/** One client's socket, as the live door writes to it. */
export type Connection = {
  readonly send: (message: ServerMessage) => void
  /** Writes a finished frame past the socket's own sender, which must be idle: nothing here sends in fragments. */
  readonly write: (frame: Buffer) => void
  readonly refuse: (problem: Problem, of?: { readonly id?: string; readonly log?: string }) => void
  /** Resolves when there is room for more history, or the connection is over. */
  readonly roomy: () => Promise<void>
  readonly isOpen: () => boolean
  readonly close: (code: number) => void
}

/** `tooSlow` is called when the client has fallen too far behind. */
export const createConnection = (socket: WebSocket, wire: Duplex, tooSlow: () => void): Connection => {
  const isOpen = (): boolean => socket.readyState === WebSocket.OPEN

  const write = (frame: Buffer): void => {
    if (!isOpen()) return
    wire.write(frame)
    if (wire.writableLength > MAX_BUFFERED_BYTES) tooSlow()
  }
  const send = (message: ServerMessage): void => write(textFrame(Buffer.from(JSON.stringify(message))))

  return {
    send,
    write,
    refuse: (problem, { id, log } = {}) => {
      if (id !== undefined) send({ type: 'refused', id, problem })
      else send({ type: 'problem', problem, ...(log === undefined ? {} : { log }) })
    },
    roomy: async () => {
      if (!isOpen() || wire.writableLength <= PAUSE_BUFFERED_BYTES) return
      await new Promise<void>((resolve) => {
        const done = (): void => {
          wire.off('drain', done)
          wire.off('close', done)
          resolve()
        }
        wire.once('drain', done)
        wire.once('close', done)
      })
    },
    isOpen,
    close: (code) => socket.close(code),
  }
}
