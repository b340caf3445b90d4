import type { OpenSocket } from './socket.ts'

/** Live connections of a page: the session cookie speaks, a token cannot be sent. */
export const openBrowserSocket: OpenSocket = (url, _token, { onOpen, onText, onClose }) => {
  const socket = new WebSocket(url)
  socket.addEventListener('open', onOpen)
  socket.addEventListener('message', ({ data }) => onText(String(data)))
  socket.addEventListener('close', ({ code }) => onClose(code))
  return {
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text)
    },
    close: (code) => socket.close(code),
  }
}
