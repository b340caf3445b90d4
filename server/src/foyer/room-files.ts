import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import helmet from '@fastify/helmet'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const gzipped = promisify(gzip)
const brotlied = promisify(brotliCompress)

type Encoding = 'br' | 'gzip'

/** As small as can be had without keeping the first visitor waiting. */
const compressed = (bytes: Buffer, encoding: Encoding): Promise<Buffer> => {
  switch (encoding) {
    case 'br':
      return brotlied(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
    case 'gzip':
      return gzipped(bytes, { level: 9 })
  }
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** The rooms as they were built: one page, and the files it asks for by names that hold a hash of their content. */
export type RoomFiles = {
  readonly page: Buffer
  /** By name; no other name is ever looked up on disk. */
  readonly assets: ReadonlyMap<string, Buffer>
}

/** Reads what was built into `folder`; nothing where nothing was. */
export const readRoomFiles = (folder: string): RoomFiles | undefined => {
  const page = join(folder, 'index.html')
  const assets = join(folder, 'assets')
  if (!existsSync(page) || !existsSync(assets)) return undefined
  const names = readdirSync(assets).filter((name) => Object.hasOwn(TYPES, extname(name)))
  return {
    page: readFileSync(page),
    assets: new Map(names.map((name) => [name, readFileSync(join(assets, name))])),
  }
}

/**
 * Serves the rooms under `/room`: every address there is the same page, which reads its address itself. With
 * `entrance` also `/enter`, where an invitation's link leads.
 */
export const registerRooms = async (
  app: FastifyInstance,
  { page, assets }: RoomFiles,
  { entrance, mediaUrl }: { readonly entrance: boolean; readonly mediaUrl?: string | undefined },
): Promise<void> => {
  // Each file is compressed once, when it is first asked for.
  const packed = new Map<string, Promise<Buffer>>()
  const pack = (name: string, bytes: Buffer, encoding: Encoding): Promise<Buffer> => {
    const key = `${encoding} ${name}`
    const known = packed.get(key)
    if (known !== undefined) return known
    const made = compressed(bytes, encoding)
    packed.set(key, made)
    return made
  }
  const send = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { name, bytes, type, keep }: { name: string; bytes: Buffer; type: string; keep: string },
  ): Promise<FastifyReply> => {
    void reply.header('content-type', type).header('cache-control', keep).header('vary', 'accept-encoding')
    const encoding = encodingFor(request.headers['accept-encoding'])
    if (encoding === undefined) return reply.send(bytes)
    return reply.header('content-encoding', encoding).send(await pack(name, bytes, encoding))
  }
  const sendPage = (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
    send(request, reply, {
      name: 'index.html',
      bytes: page,
      type: 'text/html; charset=utf-8',
      keep: 'no-store',
    })

  await app.register(async (rooms) => {
    await rooms.register(helmet, {
      contentSecurityPolicy: contentSecurity(mediaUrl),
      referrerPolicy: NO_REFERRER,
    })
    rooms.get('/room', sendPage)
    rooms.get('/room/*', sendPage)
    if (entrance) rooms.get('/enter', sendPage)
    rooms.get<{ Params: { name: string } }>('/room/assets/:name', (request, reply) => {
      const { name } = request.params
      const bytes = assets.get(name)
      const type = TYPES[extname(name)]
      if (bytes === undefined || type === undefined) return reply.code(404).send()
      return send(request, reply, { name, bytes, type, keep: 'public, max-age=31536000, immutable' })
    })
  })
}

/** The best of what a browser takes (RFC 9110, 12.5.3); a weight of nought is a refusal. */
const encodingFor = (header: string | string[] | undefined): Encoding | undefined => {
  const accepted = String(header ?? '')
  if (ACCEPTS.br.test(accepted)) return 'br'
  return ACCEPTS.gzip.test(accepted) ? 'gzip' : undefined
}
const ACCEPTS = {
  br: /(?:^|,)\s*br\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[^,]*)?(?:,|$)/,
  gzip: /(?:^|,)\s*(?:gzip|\*)\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[^,]*)?(?:,|$)/,
}

/** With a media server elsewhere the page may reach that too: its socket, and the question asked of it over HTTP. */
const contentSecurity = (mediaUrl: string | undefined) => ({
  useDefaults: false,
  directives: {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    // What was recorded, for secretariats.
    'media-src': ["'self'"],
    // The release desk frames its previews; no other page of ours lets itself be framed.
    'frame-src': ["'self'"],
    'connect-src': ["'self'", ...mediaOrigins(mediaUrl)],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  },
})
const mediaOrigins = (mediaUrl: string | undefined): readonly string[] => {
  if (mediaUrl === undefined || !URL.canParse(mediaUrl)) return []
  const { host, protocol } = new URL(mediaUrl)
  return protocol === 'wss:' ? [`wss://${host}`, `https://${host}`] : [`ws://${host}`, `http://${host}`]
}
const NO_REFERRER = { policy: 'no-referrer' } as const
