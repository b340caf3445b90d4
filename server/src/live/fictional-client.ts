import { once } from 'node:events'
import { type ClientMessage, LIVE_VERSION } from '@parley/protocol/live'
import { WebSocket } from 'ws'

/** A client of the live door, for tests: it keeps every message as the bytes it came in. */
export type FictionalClient = {
  readonly texts: readonly string[]
  readonly send: (...messages: readonly ClientMessage[]) => void
  readonly sendText: (text: string) => void
  /** Resolves when a message that holds this text has come, with the first one. */
  readonly heard: (part: string) => Promise<string>
  /** The leaves that came, as they stand in their messages. */
  readonly leaves: () => readonly string[]
  /** Breaks the connection without a goodbye. */
  readonly drop: () => Promise<void>
  readonly closed: Promise<number>
}

type Options = {
  readonly headers?: Readonly<Record<string, string>>
  /** Whether to say hello at once; the default. */
  readonly hello?: boolean
}

export const connect = async (
  origin: string,
  token: string,
  { headers = {}, hello = true }: Options = {},
): Promise<FictionalClient> => {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/api/live`, {
    headers: { authorization: `Bearer ${token}`, ...headers },
    perMessageDeflate: false,
  })
  const texts: string[] = []
  const waiting = new Set<{ readonly part: string; readonly resolve: (text: string) => void }>()
  socket.on('message', (data: Buffer) => {
    const text = data.toString('utf8')
    texts.push(text)
    for (const one of waiting) {
      if (!text.includes(one.part)) continue
      waiting.delete(one)
      one.resolve(text)
    }
  })
  const closed = new Promise<number>((resolve) => socket.on('close', (code) => resolve(code)))
  await once(socket, 'open')

  const sendText = (text: string): void => socket.send(text)
  const send = (...messages: readonly ClientMessage[]): void => {
    for (const message of messages) sendText(JSON.stringify(message))
  }
  if (hello) send({ type: 'hello', version: LIVE_VERSION })

  return {
    texts,
    send,
    sendText,
    heard: (part) => {
      const already = texts.find((text) => text.includes(part))
      if (already !== undefined) return Promise.resolve(already)
      return new Promise((resolve) => waiting.add({ part, resolve }))
    },
    leaves: () =>
      texts
        .filter((text) => text.startsWith('{"type":"leaf","leaf":'))
        .map((text) => text.slice('{"type":"leaf","leaf":'.length, -1)),
    drop: async () => {
      socket.terminate()
      await closed
    },
    closed,
  }
}

/** How far a client has come in a log: where it must follow from after a drop. */
export const nextOf = (client: FictionalClient, from: number): number => {
  let next = from
  for (const text of client.texts) {
    const message: { type: string; leaf?: { seq: number }; size?: number } = JSON.parse(text)
    if (message.type === 'leaf' && message.leaf !== undefined) next = message.leaf.seq + 1
    if (message.type === 'caught-up' && message.size !== undefined) next = Math.max(next, message.size)
  }
  return next
}
