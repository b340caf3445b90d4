import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { DisconnectReason, LeaveRequest, LeaveRequest_Action, SignalResponse } from '@livekit/protocol'
import type { Logger } from 'pino'
import { SignJWT } from 'jose'
import { WebSocketServer, type WebSocket } from 'ws'
import { LIMITS, RateGate } from '../limits.ts'
import type { Metrics } from '../metrics.ts'
import type { Hub, Refusal } from '../room/hub.ts'
import type { Participant, SignalLink } from '../room/participant.ts'
import { readRequest, serveRequest } from '../room/requests.ts'
import type { Room } from '../room/room.ts'
import { claimsFor, judgeToken, type Grants } from './access-token.ts'
import { readJoinAsk, type JoinAsk } from './join-ask.ts'

const SLOWEST_READER_BYTES = 4_194_304
const QUIET_FOR_MS = 30_000
const REFRESH_EVERY_MS = 5 * 60_000
const REFRESHED_FOR = '10m'

const HTTP_STATUS: Readonly<Record<Refusal, readonly [number, string]>> = {
  'no such room': [404, 'requested room does not exist'],
  removed: [401, 'the token has been revoked'],
  'room full': [403, 'the room is full'],
  'too many rooms': [503, 'too many rooms'],
  'may not join': [401, 'the token does not permit joining a room'],
}

export interface Keys {
  readonly key: string
  readonly secret: string
}

interface Judged {
  readonly ask: JoinAsk
  readonly grants: Grants
}

/** Where clients open their signalling connection, under /rtc and /rtc/v1. */
export class SignalDoor {
  readonly #hub: Hub
  readonly #keys: Keys
  readonly #metrics: Metrics
  readonly #log: Logger
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: LIMITS.signalMessageBytes })

  constructor(hub: Hub, keys: Keys, metrics: Metrics, log: Logger) {
    this.#hub = hub
    this.#keys = keys
    this.#metrics = metrics
    this.#log = log
  }

  /** What a client is told when it asks why its connection was refused. */
  async validate(url: URL, request: IncomingMessage): Promise<readonly [number, string]> {
    const judged = await this.#judge(url, request)
    return 'ask' in judged ? [200, 'success'] : [judged.status, judged.text]
  }

  async upgrade(url: URL, request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const judged = await this.#judge(url, request)
    if (!('ask' in judged)) {
      this.#metrics.refusedTokens += 1
      this.#log.info({ path: url.pathname, status: judged.status, why: judged.text }, 'refused at the door')
      // Who keeps the other half open would keep the socket.
      socket.once('finish', () => socket.destroy())
      socket.end(
        `HTTP/1.1 ${judged.status} Refused\r\nContent-Type: text/plain\r\nContent-Length: ${judged.text.length}\r\nConnection: close\r\n\r\n${judged.text}`,
      )
      return
    }
    this.#sockets.handleUpgrade(request, socket, head, (webSocket) => this.#open(webSocket, judged))
  }

  close(): void {
    for (const client of this.#sockets.clients) client.terminate()
    this.#sockets.close()
  }

  async #judge(url: URL, request: IncomingMessage): Promise<Judged | { status: number; text: string }> {
    const ask = readJoinAsk(url, request.headers.authorization)
    if (ask === undefined) return { status: 400, text: 'unreadable join request' }
    const judgement = await judgeToken(ask.token, this.#keys.key, this.#keys.secret)
    if ('refused' in judgement) return { status: 401, text: `token ${judgement.refused}` }
    const refusal = this.#hub.mayJoin(judgement.grants)
    if (refusal !== undefined) {
      const [status, text] = HTTP_STATUS[refusal]
      return { status, text }
    }
    return { ask, grants: judgement.grants }
  }

  #open(webSocket: WebSocket, { ask, grants }: Judged): void {
    const link: SignalLink = {
      send: (message) => {
        if (webSocket.readyState !== webSocket.OPEN) return
        if (webSocket.bufferedAmount > SLOWEST_READER_BYTES) webSocket.terminate()
        else webSocket.send(message)
      },
      close: () => webSocket.close(),
    }
    webSocket.on('error', (error) =>
      this.#log.info({ identity: grants.identity, error: error.message }, 'signalling'),
    )
    const welcome = this.#hub.welcome(grants, ask, link)
    if ('refused' in welcome) {
      link.send(startOver().toBinary())
      webSocket.close()
      return
    }
    this.#serve(webSocket, link, welcome, grants)
  }

  #serve(
    webSocket: WebSocket,
    link: SignalLink,
    { room, participant }: { room: Room; participant: Participant },
    grants: Grants,
  ): void {
    const gate = new RateGate(LIMITS.signalMessagesPerSecond, LIMITS.signalBurst)
    const refresh = setInterval(() => void this.#refresh(participant, grants), REFRESH_EVERY_MS)
    const quiet = setTimeout(() => webSocket.terminate(), QUIET_FOR_MS)
    void this.#refresh(participant, grants)
    let dropped = false
    webSocket.on('message', (data, isBinary) => {
      if (dropped) return
      quiet.refresh()
      this.#metrics.signalMessages += 1
      const request = isBinary && Buffer.isBuffer(data) ? readRequest(data) : undefined
      if (request === undefined || !gate.allows(Date.now())) {
        dropped = true
        this.#metrics.droppedClients += 1
        this.#log.warn(
          { identity: participant.identity, readable: request !== undefined },
          'dropped a client',
        )
        if (participant.isLinkedBy(link)) {
          room.remove(participant, DisconnectReason.STATE_MISMATCH, LeaveRequest_Action.DISCONNECT)
        }
        webSocket.terminate()
        return
      }
      if (participant.isLinkedBy(link)) void serveRequest(room, participant, request)
    })
    webSocket.on('close', () => {
      clearInterval(refresh)
      clearTimeout(quiet)
      participant.unlink(link, Date.now())
    })
  }

  /** A token that stays good long enough to resume with, and carries what the participant may now. */
  async #refresh(participant: Participant, grants: Grants): Promise<void> {
    const token = await new SignJWT(claimsFor(participant, grants.room))
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(this.#keys.key)
      .setSubject(participant.identity)
      .setNotBefore(grants.issuedAtSeconds)
      .setExpirationTime(REFRESHED_FOR)
      .sign(new TextEncoder().encode(this.#keys.secret))
    participant.signal({ case: 'refreshToken', value: token })
  }
}

const startOver = (): SignalResponse =>
  new SignalResponse({
    message: {
      case: 'leave',
      value: new LeaveRequest({
        reason: DisconnectReason.STATE_MISMATCH,
        action: LeaveRequest_Action.RECONNECT,
        canReconnect: true,
      }),
    },
  })
