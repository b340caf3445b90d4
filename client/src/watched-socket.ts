import type { ClientMessage } from '@parley/protocol/live'
import type { OpenSocket } from './socket.ts'

/** Calls `beat` again and again; returns what stops it. */
export type Beats = (beat: () => void) => () => void

/** A socket that closed without a word: RFC 6455, section 7.4.1. */
const CLOSED_WITHOUT_A_WORD = 1006

/**
 * Sockets that are taken for closed when nothing is heard from one beat to the next although the server was asked to
 * answer: a network that fails in silence closes none for minutes, and a page is never told of the pings a browser
 * answers by itself. What such a socket still says or does is nobody's business any more.
 */
export const watched =
  (openSocket: OpenSocket, beats: Beats): OpenSocket =>
  (url, token, { onOpen, onText, onClose }) => {
    let isOver = false
    let isSilent = false
    let hasSpoken = false
    const over = (code: number): void => {
      if (isOver) return
      isOver = true
      stop()
      onClose(code)
    }
    const socket = openSocket(url, token, {
      onOpen: () => {
        if (!isOver) onOpen()
      },
      onText: (text) => {
        if (isOver) return
        isSilent = false
        hasSpoken = true
        onText(text)
      },
      onClose: over,
    })
    const stop = beats(() => {
      if (isSilent) {
        over(CLOSED_WITHOUT_A_WORD)
        socket.close(1000)
        return
      }
      isSilent = true
      // Before its first word the server expects nothing but a hello.
      if (hasSpoken) socket.send(JSON.stringify({ type: 'ping', n: 0 } satisfies ClientMessage))
    })
    return {
      send: socket.send,
      close: (code) => {
        stop()
        socket.close(code)
      },
    }
  }
