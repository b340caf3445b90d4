import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { CLOSE } from '@parley/protocol/live'
import { problem, type ProtocolCode } from '@parley/protocol/problem'
import type { FastifyBaseLogger } from 'fastify'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Ended } from '../application/access.ts'
import { askerOf } from '../application/asker.ts'
import { principalName, type Caller } from '../application/caller.ts'
import { credentialsOf, isOwnOrigin } from '../application/credentials.ts'
import { addressKey, type Limits } from '../application/limits.ts'
import type { Parley } from '../application/parley.ts'
import type { PadStore } from '../ports/pad-store.ts'
import { createFeeds, type Feeds } from './feeds.ts'
import type { Schedule } from './pad-saving.ts'
import { createPadRooms, type PadRooms } from './pad-rooms.ts'
import { createPresence, type Presence } from './presence.ts'
import { type LiveSocket, openLiveSocket } from './live-socket.ts'

export type LiveDeps = {
  readonly parley: Parley
  readonly origin: string
  readonly limits: Limits
  readonly pads: PadStore
  readonly log: FastifyBaseLogger
  /** Upgrades that another door answers. */
  readonly isOthers?: ((request: IncomingMessage) => boolean) | undefined
}

export type Live = {
  /** Says goodbye on every socket and lets go of those that do not answer. */
  readonly close: () => Promise<void>
}

export const LIVE_PATH = '/api/live'
export const MAX_MESSAGE_BYTES = 65_536
/** More sockets than any person has screens, fewer than a flood. */
export const MAX_SOCKETS_PER_PRINCIPAL = 64
const HEARTBEAT_MS = 20_000
const GOODBYE_MS = 1000

type Seat = Extract<Caller, { kind: 'seat' }>

/** Opens the live door on an HTTP server; see docs/protocol.md. */
export const attachLive = (server: Server, deps: LiveDeps): Live => {
  const { parley, log } = deps
  const wss = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES, perMessageDeflate: false })
  const sockets = new Set<LiveSocket>()
  const presence = createPresence()
  const feeds = createFeeds(parley.logs.store, (name, cause) => {
    log.error({ err: cause, name }, 'feed ended')
    for (const socket of sockets) socket.close(CLOSE.goingAway)
  })
  const pads = createPadRooms({ parley, store: deps.pads, log, schedule: later })
  const parts = { ...deps, feeds, presence, pads, sockets, counts: new Map<string, number>() }

  let closing = false

  const onUpgrade = (request: IncomingMessage, wire: Duplex, head: Buffer): void => {
    if (deps.isOthers?.(request) === true) return
    wire.on('error', () => wire.destroy())
    admit(request, deps).then(
      (admitted) => {
        // An upgrade nobody answers would hold the port open for good.
        if (closing) return turnAway(wire, 'closing')
        if (typeof admitted === 'string') return turnAway(wire, admitted)
        wss.handleUpgrade(request, wire, head, (socket) => welcome(socket, wire, admitted, parts))
      },
      (cause: unknown) => {
        log.error({ err: cause }, 'upgrade failed')
        turnAway(wire, 'disk-fault')
      },
    )
  }
  server.on('upgrade', onUpgrade)

  const stopListening = parley.access.onEnded((ended) => {
    for (const socket of sockets) if (isOf(socket, ended)) socket.close(CLOSE.signedOut)
  })
  const heartbeat = setInterval(() => {
    for (const socket of sockets) socket.beat()
  }, HEARTBEAT_MS).unref()

  return {
    close: async () => {
      closing = true
      clearInterval(heartbeat)
      stopListening()
      await Promise.all([...sockets].map((socket) => socket.bow(CLOSE.goingAway, GOODBYE_MS)))
      feeds.close()
      await pads.close()
      wss.close()
    },
  }
}

/** Who comes in, or why not. */
const admit = async (
  request: IncomingMessage,
  { parley, origin, limits }: LiveDeps,
): Promise<Seat | ProtocolCode> => {
  const address = addressKey(askerOf(request, origin))
  if ((await limits.take('address', address)) !== undefined) return 'too-many'
  if (request.url?.split('?')[0] !== LIVE_PATH) return 'not-found'
  const { token, ambient } = credentialsOf(request, origin)
  if (!isOwnOrigin(request.headers, origin, ambient)) return 'origin-refused'
  const caller = token === undefined ? undefined : await parley.access.callerOf(token)
  // The operator has no part in any meeting, and so nothing to follow.
  if (caller?.kind === 'seat') return caller
  if (caller?.kind === 'waiting') return 'in-lobby'
  return (await limits.take('stranger', address)) === undefined ? 'not-signed-in' : 'too-many'
}

const turnAway = (wire: Duplex, code: ProtocolCode): void => {
  const refused = problem(code)
  const body = JSON.stringify(refused)
  // Otherwise who keeps the other half open keeps the connection.
  wire.once('finish', () => wire.destroy())
  wire.end(
    `HTTP/1.1 ${refused.status} Refused\r\nConnection: close\r\nContent-Type: application/problem+json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}

const later: Schedule = (afterMs, work) => {
  const timer = setTimeout(work, afterMs)
  return () => clearTimeout(timer)
}

type Parts = Omit<LiveDeps, 'pads'> & {
  readonly feeds: Feeds
  readonly presence: Presence
  readonly pads: PadRooms
  readonly sockets: Set<LiveSocket>
  /** How many sockets each principal has. */
  readonly counts: Map<string, number>
}

const welcome = (socket: WebSocket, wire: Duplex, caller: Seat, parts: Parts): void => {
  const { sockets, counts } = parts
  const name = principalName(caller.principal)
  const already = counts.get(name) ?? 0
  if (already >= MAX_SOCKETS_PER_PRINCIPAL) {
    socket.close(CLOSE.tooMany)
    return
  }
  counts.set(name, already + 1)
  const live = openLiveSocket(socket, wire, caller, parts)
  sockets.add(live)
  socket.on('close', () => {
    sockets.delete(live)
    const left = (counts.get(name) ?? 1) - 1
    if (left === 0) counts.delete(name)
    else counts.set(name, left)
  })
}

const isOf = ({ caller }: LiveSocket, ended: Ended): boolean => {
  switch (ended.kind) {
    case 'principal':
      return principalName(caller.principal) === principalName(ended.principal)
    case 'session':
      return caller.session === ended.session
  }
}
