import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { once } from 'node:events'

/** An HTTP server that has its port before anything that answers is set up, since links need to know the port. */
export type Listening = {
  /** As people write it: brackets around IPv6, the port really taken, this machine by name, which passkeys need. */
  readonly url: string
  /** Names who answers requests once the house is open; may be called once. */
  readonly answerWith: (handler: (request: IncomingMessage, response: ServerResponse) => void) => Server
  /** Hands requests over to who answers them: not before they can, for a framework that still gets ready falls over one. */
  readonly open: () => void
  /** Takes no more connections and cuts those that are left. */
  readonly close: () => Promise<void>
}

const HEADERS_MS = 30_000
/** Until the last byte of a body: a document of the largest size takes seven minutes on a line of half a megabit a second. */
const REQUEST_MS = 600_000

/** Rejects with the system's error when the port cannot be had. Until the house is open, a request gets 503. */
export const listenOn = async (host: string, port: number): Promise<Listening> => {
  const server = createServer({
    headersTimeout: HEADERS_MS,
    requestTimeout: REQUEST_MS,
    keepAliveTimeout: 65_000,
  })
  let answer: (request: IncomingMessage, response: ServerResponse) => void = early
  server.on('request', early)
  server.listen({ host, port })
  await once(server, 'listening')
  const address = server.address()
  const taken = typeof address === 'object' && address !== null ? address.port : port
  return {
    url: `http://${writtenHost(host)}:${taken}`,
    answerWith: (handler) => {
      answer = handler
      return server
    },
    open: () => {
      server.off('request', early)
      server.on('request', answer)
    },
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

const early = (_request: IncomingMessage, response: ServerResponse): void => {
  response.writeHead(503, { 'retry-after': '1' }).end()
}

const writtenHost = (host: string): string => {
  if (host === '127.0.0.1' || host === '::1') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
