import type { OpenSocket } from './socket.ts'
import { watched, type Beats } from './watched-socket.ts'

const openBareSocket: OpenSocket = (url, _token, { onOpen, onText, onClose }) => {
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

const BEAT_MS = 6000

const everySixSeconds: Beats = (beat) => {
  const timer = setInterval(beat, BEAT_MS)
  return () => clearInterval(timer)
}

/**
 * Live connections of a page: the session cookie speaks, a token cannot be sent. One that falls silent is closed within
 * twelve seconds.
 */
export const openBrowserSocket: OpenSocket = watched(openBareSocket, everySixSeconds)
