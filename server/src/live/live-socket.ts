import type { Duplex } from 'node:stream'
import { CLOSE } from '@parley/protocol/live'
import { problem, type Problem } from '@parley/protocol/problem'
import type { FastifyBaseLogger } from 'fastify'
import { WebSocket, type RawData } from 'ws'
import type { Caller } from '../application/caller.ts'
import { faultLine, problemOfFault } from '../application/fault-answer.ts'
import type { Parley } from '../application/parley.ts'
import { Fault } from '../ports/fault.ts'
import { createClientSession } from './client-session.ts'
import { createConnection } from './connection.ts'
import type { Feeds } from './feeds.ts'
import type { PadRooms } from './pad-rooms.ts'
import type { Presence } from './presence.ts'
import { createTokenBucket } from './token-bucket.ts'

export const HELLO_WITHIN_MS = 10_000
export const MESSAGES_PER_SECOND = 1000
/** Messages taken and not yet done. */
const MAX_BACKLOG = 1000
/** How long a client has to answer a goodbye that is not the server's own. */
const ANSWER_MS = 2000

type Seat = Extract<Caller, { kind: 'seat' }>

/** One accepted socket and who is behind it. */
export type LiveSocket = {
  readonly caller: Seat
  /** Ends it at once: nothing more is sent but the goodbye, nothing more is taken. */
  readonly close: (code: number) => void
  /** As `close`; resolves when the socket is gone, which is after `withinMs` at the latest. */
  readonly bow: (code: number, withinMs: number) => Promise<void>
  /** Lets go of a client that did not answer the last beat, and of one whose session is over. */
  readonly beat: () => void
}

export type LiveSocketDeps = {
  readonly parley: Parley
  readonly feeds: Feeds
  readonly presence: Presence
  readonly pads: PadRooms
  readonly log: FastifyBaseLogger
}

export const openLiveSocket = (
  socket: WebSocket,
  wire: Duplex,
  caller: Seat,
  deps: LiveSocketDeps,
): LiveSocket => {
  const { parley, log } = deps
  const connection = createConnection(socket, wire, () => close(CLOSE.tooSlow))
  const told = noting(log)
  const session = createClientSession({ ...deps, connection, caller, told })
  const bucket = createTokenBucket(MESSAGES_PER_SECOND, MESSAGES_PER_SECOND)
  let alive = true
  let backlog = 0
  let leaving: Promise<void> | undefined
  let last: Promise<void> = Promise.resolve()

  const bow = (code: number, withinMs: number): Promise<void> => {
    session.end()
    leaving ??= goodbye(socket, code, withinMs)
    return leaving
  }
  const close = (code: number): void => void bow(code, ANSWER_MS)

  const take = async (text: string): Promise<void> => {
    try {
      await session.receive(text)
    } catch (cause) {
      if (!(cause instanceof Fault)) log.error({ err: cause }, 'bug')
      connection.refuse(cause instanceof Fault ? told(cause) : problem('bug'))
      close(CLOSE.goingAway)
    } finally {
      backlog -= 1
    }
  }

  const onMessage = (data: RawData, isBinary: boolean): void => {
    if (leaving !== undefined) return
    if (isBinary) return close(CLOSE.protocolError)
    if (!bucket.take(performance.now()) || backlog >= MAX_BACKLOG) return close(CLOSE.tooMany)
    backlog += 1
    const text = Buffer.isBuffer(data) ? data.toString('utf8') : ''
    last = last.then(() => take(text))
  }

  const helloTimer = setTimeout(() => {
    if (!session.hasSaidHello()) close(CLOSE.protocolError)
  }, HELLO_WITHIN_MS).unref()
  socket.on('message', onMessage)
  socket.on('pong', () => {
    alive = true
  })
  // A frame that breaks the protocol: ws answers it with the right close code by itself.
  socket.on('error', (cause) => log.debug({ err: cause }, 'socket'))
  socket.on('close', () => {
    clearTimeout(helloTimer)
    session.end()
  })

  const confirm = (): void => {
    parley.access.isLive(caller).then(
      (live) => {
        if (!live) close(CLOSE.signedOut)
      },
      (cause: unknown) => log.error({ err: cause }, 'fault'),
    )
  }
  const beat = (): void => {
    if (!alive) return socket.terminate()
    alive = false
    if (socket.readyState === WebSocket.OPEN) socket.ping()
    confirm()
  }
  // The session may have ended between the look at it and the opening of the socket, when nobody could tell the socket.
  confirm()

  return { caller, close, bow, beat }
}

const noting =
  (log: FastifyBaseLogger) =>
  (fault: Fault): Problem => {
    log.error(...faultLine(fault))
    return problemOfFault(fault)
  }

/** Closes a socket; one that does not answer within that time is cut. */
const goodbye = (socket: WebSocket, code: number, withinMs: number): Promise<void> => {
  if (socket.readyState === WebSocket.CLOSED) return Promise.resolve()
  return new Promise((resolve) => {
    const patience = setTimeout(() => socket.terminate(), withinMs).unref()
    socket.once('close', () => {
      clearTimeout(patience)
      resolve()
    })
    socket.close(code)
  })
}
