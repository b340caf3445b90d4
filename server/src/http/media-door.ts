import type { IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { askerOf } from '../application/asker.ts'
import { addressKey, type Limits } from '../application/limits.ts'
import type { Media, MeetingPlace } from '../application/media.ts'

/** Everything of the media server that goes through our own port lies under this path. */
export const MEDIA_PATH = '/media'

type Address = { readonly host: string; readonly port: number }

export type MediaDoorDeps = {
  readonly media: Media
  /** Our own origin. */
  readonly origin: string
  readonly limits: Limits
  /** The embedded media server's own address on loopback, as it is now; absent where browsers reach theirs without us. */
  readonly behind?: (() => Address | undefined) | undefined
  /** Told of a meeting that the engine has news of. */
  readonly onNews: (place: MeetingPlace) => void
}

const MAX_WEBHOOK_BYTES = 256 * 1024
const ANSWER_MS = 5000
/** The two ways in of LiveKit's signalling, and the question a client asks before it falls back from one to the other. */
const SIGNALLING = /^\/media\/rtc(?:\/v1)?(?:\?|$)/
const QUESTIONS = ['/media/rtc/validate', '/media/rtc/v1/validate']

/**
 * Takes the media server's messages, and hands its signalling through to it, so that a browser needs one origin only.
 * Sound and pictures themselves never come this way.
 */
export const registerMediaDoor = async (app: FastifyInstance, deps: MediaDoorDeps): Promise<void> => {
  const { media, origin, behind, limits, onNews } = deps
  await app.register(async (door) => {
    door.removeAllContentTypeParsers()
    door.addContentTypeParser(
      '*',
      { parseAs: 'string', bodyLimit: MAX_WEBHOOK_BYTES },
      async (_request: unknown, body: string) => body,
    )
    door.post<{ Body: string | undefined }>(`${MEDIA_PATH}/webhook`, async (request, reply) => {
      const place = await media.hear(request.body ?? '', request.headers.authorization)
      if (place !== undefined) onNews(place)
      // Who is not the engine is told no more than the engine.
      return reply.code(200).send()
    })
    if (behind === undefined) return
    for (const path of QUESTIONS)
      door.get(path, async (request, reply) => {
        if ((await limits.take('address', addressKey(askerOf(request.raw, origin)))) !== undefined)
          return reply.code(429).send()
        const at = behind()
        const answer = at && (await askedOf(at, request))
        if (answer === undefined) return reply.code(503).send()
        return reply
          .code(answer.status)
          .header('content-type', 'text/plain; charset=utf-8')
          .header('cache-control', 'no-store')
          .send(answer.text)
      })
  })
  if (behind !== undefined)
    app.server.on('upgrade', (request, wire, head) => {
      if (isMediaUpgrade(request)) void handThrough(request, wire, head, { ...deps, behind })
    })
}

/** Whether an upgrade is the media server's affair and nobody else's. */
export const isMediaUpgrade = ({ url }: IncomingMessage): boolean => SIGNALLING.test(url ?? '')

const handThrough = async (
  request: IncomingMessage,
  wire: Duplex,
  head: Buffer,
  { limits, origin, behind }: MediaDoorDeps & Required<Pick<MediaDoorDeps, 'behind'>>,
): Promise<void> => {
  wire.on('error', () => wire.destroy())
  const over = await limits.take('address', addressKey(askerOf(request, origin)))
  const at = over === undefined ? behind?.() : undefined
  if (at === undefined) {
    wire.end(
      `HTTP/1.1 ${over === undefined ? 503 : 429} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
    )
    return
  }
  const inner = connect(at)
  inner.on('error', () => wire.destroy())
  inner.on('close', () => wire.destroy())
  wire.on('close', () => inner.destroy())
  inner.write(requestText(request))
  inner.write(head)
  inner.pipe(wire)
  wire.pipe(inner)
}

/** The request as it came, to the path the media server knows. */
const requestText = ({ method, url, rawHeaders }: IncomingMessage): string => {
  const lines = [`${method ?? 'GET'} ${(url ?? '').slice(MEDIA_PATH.length)} HTTP/1.1`]
  for (let index = 0; index + 1 < rawHeaders.length; index += 2)
    lines.push(`${rawHeaders[index] ?? ''}: ${rawHeaders[index + 1] ?? ''}`)
  return `${lines.join('\r\n')}\r\n\r\n`
}

/** What the media server says to a question; `undefined` while it says nothing, having fallen over or standing still. */
const askedOf = async (
  { host, port }: Address,
  { url, headers }: FastifyRequest,
): Promise<{ readonly status: number; readonly text: string } | undefined> => {
  try {
    const answer = await fetch(`http://${host}:${port}${url.slice(MEDIA_PATH.length)}`, {
      headers: authorizationOf(headers.authorization),
      signal: AbortSignal.timeout(ANSWER_MS),
    })
    return { status: answer.status, text: await answer.text() }
  } catch {
    return undefined
  }
}

const authorizationOf = (authorization: string | undefined): Record<string, string> =>
  authorization === undefined ? {} : { authorization }
