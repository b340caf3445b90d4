import { createHash, randomUUID } from 'node:crypto'
import { WebhookEvent, type ParticipantInfo, type TrackInfo } from '@livekit/protocol'
import { SignJWT } from 'jose'
import type { Logger } from 'pino'
import type { HubObserver } from '../room/hub.ts'
import type { Room } from '../room/room.ts'
import type { Keys } from '../signal/signal-door.ts'

const TRIES = 3
const TRY_WITHIN_MS = 5_000
const MOST_WAITING = 1_000

type EventName =
  | 'room_started'
  | 'room_finished'
  | 'participant_joined'
  | 'participant_left'
  | 'track_published'
  | 'track_unpublished'

/**
 * Tells other servers what happens, signed as LiveKit signs it. Events are sent in order, each tried a few times; an
 * address that does not answer loses events rather than holding up the rooms.
 */
export class Webhooks implements HubObserver {
  readonly #urls: readonly string[]
  readonly #keys: Keys
  readonly #log: Logger
  #queue: Promise<void> = Promise.resolve()
  #waiting = 0
  #dropped = 0

  constructor(urls: readonly string[], keys: Keys, log: Logger) {
    this.#urls = urls
    this.#keys = keys
    this.#log = log
  }

  onRoomStarted(room: Room): void {
    this.#tell('room_started', room)
  }

  onRoomFinished(room: Room): void {
    this.#tell('room_finished', room)
  }

  onJoined(room: Room, participant: ParticipantInfo): void {
    this.#tell('participant_joined', room, participant)
  }

  onLeft(room: Room, participant: ParticipantInfo): void {
    this.#tell('participant_left', room, participant)
  }

  onPublished(room: Room, participant: ParticipantInfo, track: TrackInfo): void {
    this.#tell('track_published', room, participant, track)
  }

  onUnpublished(room: Room, participant: ParticipantInfo, track: TrackInfo): void {
    this.#tell('track_unpublished', room, participant, track)
  }

  /** Waits until everything told so far has been sent or given up. */
  async settled(): Promise<void> {
    await this.#queue
  }

  #tell(event: EventName, room: Room, participant?: ParticipantInfo, track?: TrackInfo): void {
    if (this.#urls.length === 0) return
    if (this.#waiting >= MOST_WAITING) {
      this.#dropped += 1
      return
    }
    const body = new WebhookEvent({
      event,
      room: room.info(),
      id: `EV_${randomUUID()}`,
      createdAt: BigInt(Math.floor(Date.now() / 1000)),
      numDropped: this.#dropped,
      ...(participant === undefined ? {} : { participant }),
      ...(track === undefined ? {} : { track }),
    }).toJsonString()
    this.#waiting += 1
    this.#queue = this.#queue.then(async () => {
      for (const url of this.#urls) await this.#send(url, body)
      this.#waiting -= 1
    })
  }

  async #send(url: string, body: string): Promise<void> {
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'Content-Type': 'application/webhook+json', Authorization: await this.#signature(body) },
          body,
          signal: AbortSignal.timeout(TRY_WITHIN_MS),
        })
        await response.body?.cancel()
        if (response.ok) return
      } catch (error) {
        this.#log.debug({ url, attempt, error: String(error) }, 'webhook not taken')
      }
    }
    this.#log.warn({ url }, 'webhook given up')
  }

  #signature(body: string): Promise<string> {
    const sha256 = createHash('sha256').update(body).digest('base64')
    return new SignJWT({ sha256 })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(this.#keys.key)
      .setNotBefore('0s')
      .setExpirationTime('5m')
      .sign(new TextEncoder().encode(this.#keys.secret))
  }
}
