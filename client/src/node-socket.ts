import { WebSocket } from 'ws'
import type { OpenSocket } from './socket.ts'

/** Live connections outside a browser: the token travels in the Authorization header. */
export const openNodeSocket: OpenSocket = (url, token, { onOpen, onText, onClose }) => {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const socket = new WebSocket(url, { headers, perMessageDeflate: false, handshakeTimeout: 10_000 })
  // A failed socket also closes; the close is what is told.
  socket.on('error', () => {})
  socket.on('open', onOpen)
  socket.on('message', (data: Uint8Array) => onText(String(data)))
  socket.on('close', onClose)
  return {
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text)
    },
    close: (code) => socket.close(code),
  }
}
