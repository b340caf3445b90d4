import type { MediaGrant, MediaSource } from '@parley/domain/media/grants'

/** One connection to a media room. */
export type Connected = {
  readonly identity: string
  readonly may: MediaGrant
  /** What it sends now; a muted track is not sent. */
  readonly publishes: readonly MediaSource[]
}

/** Lets one connection into one room, from now for `seconds`. */
export type Pass = {
  readonly room: string
  readonly identity: string
  readonly grant: MediaGrant
  readonly seconds: number
}

/**
 * The media server: it carries sound and pictures, and lets through what it was told to. It knows rooms and connections by
 * the names we give them, and nothing of meetings. It never opens anybody's microphone. Every method may reject with a
 * `Fault` of the code `media-unreachable`; what is asked of a room or a connection that is not there is done already.
 */
export type MediaEngine = {
  /** Where browsers reach it: an absolute URL, or a path on our own origin. */
  readonly url: string
  /** Where this server itself reaches its signalling now, as `ws://…` or `wss://…`; `undefined` while it does not. */
  readonly inside: () => string | undefined
  /** Makes the room if it is not there, and signs a pass to it. */
  readonly admit: (pass: Pass) => Promise<string>
  /** The rooms that are there, in no order. */
  readonly rooms: () => Promise<readonly string[]>
  readonly connected: (room: string) => Promise<readonly Connected[]>
  /** From then on the connection sends nothing else than this; what it sent beyond is taken down. */
  readonly permit: (room: string, identity: string, grant: MediaGrant) => Promise<void>
  readonly remove: (room: string, identity: string) => Promise<void>
  /** Removes everybody, and the room. */
  readonly closeRoom: (room: string) => Promise<void>
  /** Takes a message that says it is the engine's; answers the room it tells of, or nothing when it is not genuine. */
  readonly hear: (body: string, authorization: string | undefined) => Promise<string | undefined>
}
