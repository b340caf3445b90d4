import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { LIMITS } from '../limits.ts'
import type { Hub } from '../room/hub.ts'
import { judgeToken } from '../signal/access-token.ts'
import type { Keys, SignalDoor } from '../signal/signal-door.ts'
import { ApiError, roomService, type ApiRefusal, type Call } from './room-service.ts'

const SERVICE_PATH = '/twirp/livekit.RoomService/'
const HEADERS_WITHIN_MS = 10_000

const STATUS: Readonly<Record<ApiRefusal | 'unauthenticated' | 'internal', number>> = {
  not_found: 404,
  permission_denied: 403,
  invalid_argument: 400,
  resource_exhausted: 429,
  bad_route: 404,
  unauthenticated: 401,
  internal: 500,
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request) {
    if (!Buffer.isBuffer(part)) continue
    length += part.length
    if (length > LIMITS.apiBodyBytes) throw new ApiError('invalid_argument', 'the request is too long')
    parts.push(part)
  }
  return Buffer.concat(parts)
}

const refuse = (response: ServerResponse, code: keyof typeof STATUS, message: string): void => {
  response.writeHead(STATUS[code], { 'Content-Type': 'application/json' })
  response.end(JSON.stringify({ code, msg: message }))
}

const tokenOf = (request: IncomingMessage): string => {
  const header = request.headers.authorization ?? ''
  return header.startsWith('Bearer ') ? header.slice('Bearer '.length) : ''
}

/** The HTTP side: signalling upgrades, the server API, and a sign of life. */
export function httpDoor(hub: Hub, signalDoor: SignalDoor, keys: Keys, log: Logger): Server {
  const calls = roomService(hub)
  const server = createServer({ headersTimeout: HEADERS_WITHIN_MS }, (request, response) => {
    serve(request, response, { calls, signalDoor, keys }).catch((error: unknown) => {
      if (error instanceof ApiError) return refuse(response, error.code, error.message)
      log.error({ error: String(error) }, 'a request failed')
      refuse(response, 'internal', 'internal error')
    })
  })
  server.on('upgrade', (request, socket, head) => {
    // From here on the socket is ours alone: an error on it that nobody hears would end the process.
    socket.on('error', () => socket.destroy())
    const url = URL.parse(request.url ?? '/', 'http://media')
    if (url === null || (url.pathname !== '/rtc' && url.pathname !== '/rtc/v1')) {
      socket.once('finish', () => socket.destroy())
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n')
      return
    }
    signalDoor.upgrade(url, request, socket, head).catch((error: unknown) => {
      log.error({ error: String(error) }, 'an upgrade failed')
      socket.destroy()
    })
  })
  return server
}

const serve = async (
  request: IncomingMessage,
  response: ServerResponse,
  doors: { readonly calls: ReadonlyMap<string, Call>; readonly signalDoor: SignalDoor; readonly keys: Keys },
): Promise<void> => {
  const url = new URL(request.url ?? '/', 'http://media')
  response.setHeader('Access-Control-Allow-Origin', '*')
  if (url.pathname === '/rtc/validate' || url.pathname === '/rtc/v1/validate') {
    const [status, text] = await doors.signalDoor.validate(url, request)
    response.writeHead(status, { 'Content-Type': 'text/plain' })
    response.end(text)
    return
  }
  if (url.pathname.startsWith(SERVICE_PATH)) return serveCall(request, response, url, doors)
  const alive = url.pathname === '/' && (request.method === 'GET' || request.method === 'HEAD')
  response.writeHead(alive ? 200 : 404, { 'Content-Type': 'text/plain' })
  response.end(alive ? 'OK' : 'not found')
}

const serveCall = async (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  { calls, keys }: { readonly calls: ReadonlyMap<string, Call>; readonly keys: Keys },
): Promise<void> => {
  const call = calls.get(url.pathname.slice(SERVICE_PATH.length))
  if (call === undefined || request.method !== 'POST') return refuse(response, 'bad_route', 'no such call')
  const judgement = await judgeToken(tokenOf(request), keys.key, keys.secret)
  if ('refused' in judgement) return refuse(response, 'unauthenticated', `token ${judgement.refused}`)
  const body = await bodyOf(request)
  const isBinary = request.headers['content-type']?.startsWith('application/protobuf') === true
  const answer = call.run(isBinary ? { bytes: body } : { json: body.toString('utf8') }, judgement.grants)
  response.writeHead(200, { 'Content-Type': isBinary ? 'application/protobuf' : 'application/json' })
  response.end(isBinary ? answer.toBinary() : answer.toJsonString())
}
