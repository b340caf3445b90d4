import type { MediaGrant, MediaSource } from '@parley/domain/media/grants'
import type { Cell } from '../app/cell.ts'

/**
 * How this page stands with a media room. `away`: the connection is being made again; `unavailable`: the media server
 * cannot be reached, and is tried again by and by; `shut`: there is no place for this seat now.
 */
export type MediaState = 'off' | 'connecting' | 'live' | 'away' | 'unavailable' | 'shut'

/** One of one's own sources. `refused`: the browser or the person did not allow the device; `missing`: there is none. */
export type OwnSource = 'closed' | 'opening' | 'open' | 'refused' | 'missing' | 'failed'

export type Quality = 'good' | 'poor' | 'lost' | 'unknown'

/** A picture in the room: a face, or a shared screen. */
export type Tile = {
  /** The same as long as the picture is the same. */
  readonly key: string
  readonly seat: string
  readonly source: 'camera' | 'screen'
  readonly mine: boolean
  /** Stopped by the server because the line is too thin, or by the sender. */
  readonly paused: boolean
  readonly quality: Quality
  /** Shows the picture in an element until called back. */
  readonly show: (element: HTMLVideoElement) => () => void
}

/** Whom the room has, heard or not. */
export type Attendee = {
  readonly seat: string
  /** Whether a microphone of this seat is open. */
  readonly heard: boolean
  readonly speaking: boolean
  readonly quality: Quality
}

export type MediaView = {
  readonly state: MediaState
  readonly tiles: readonly Tile[]
  readonly attendees: readonly Attendee[]
  readonly own: Readonly<Record<MediaSource, OwnSource>>
  /** What the media server lets this connection send. */
  readonly may: MediaGrant
  /** Whether the browser plays sound; it waits for a press first where nothing was pressed yet. */
  readonly sound: 'playing' | 'blocked'
}

export const NOTHING: MediaGrant = { publish: [], receive: false }

export const CLOSED: MediaView = {
  state: 'off',
  tiles: [],
  attendees: [],
  own: { microphone: 'closed', camera: 'closed', screen: 'closed' },
  may: NOTHING,
  sound: 'playing',
}

/** Whose connection it is, by the name our server gave it; `undefined` for a name it never gives. */
export const seatOfIdentity = (identity: string): string | undefined => {
  const at = identity.indexOf('~')
  return at <= 0 ? undefined : identity.slice(0, at)
}

/** How a microphone is listened to before it is sent. */
export type Sound = 'speech' | 'interpretation'

export type MediaChoices = {
  readonly microphone: string | undefined
  readonly camera: string | undefined
  readonly speaker: string | undefined
  /**
   * `speech`: the browser takes out echo and noise, for a laptop on a table. `interpretation`: nothing is taken out, for a
   * headset or a room with its own sound processing; what the browser takes out costs interpreters the consonants.
   */
  readonly sound: Sound
  /** Sound first: no pictures are fetched but the speaker’s, small, and one’s own is sent small. */
  readonly thrifty: boolean
  /** Whether the background is blurred, where the camera or the browser can. */
  readonly blur: boolean
}

export const USUAL: MediaChoices = {
  microphone: undefined,
  camera: undefined,
  speaker: undefined,
  sound: 'speech',
  thrifty: false,
  blur: false,
}

/** One connection to one media room. Its view changes with what happens; whoever subscribed is told. */
export type MediaConnection = {
  readonly open: (source: MediaSource, choices: MediaChoices) => Promise<void>
  readonly close: (source: MediaSource) => Promise<void>
  readonly choose: (choices: MediaChoices) => Promise<void>
  /** Plays sound, after a press. */
  readonly startSound: () => Promise<void>
  /** How loud one’s own open microphone is now, from 0 to 1. */
  readonly level: () => number
  /** What the browser knows of the connection, as WebRTC's statistics (W3C webrtc-stats). */
  readonly stats: () => Promise<readonly object[]>
  readonly leave: () => Promise<void>
}

export type ConnectionListeners = {
  readonly onView: (
    view: Omit<MediaView, 'state'> & { readonly state: 'connecting' | 'live' | 'away' },
  ) => void
  /** The connection is over and does not mend itself. */
  readonly onEnded: () => void
  /** The pictures that are on the screen; others are not fetched. They are asked for while the connection is being made. */
  readonly watched: Pick<Cell<ReadonlySet<string>>, 'read' | 'subscribe'>
}

/** A way in, as our server gives it. */
export type MediaWay = {
  readonly url: string
  readonly token: string
  readonly iceServers?:
    | readonly { readonly urls: string[]; readonly username: string; readonly credential: string }[]
    | undefined
}

/** Makes a connection; rejects where the media server cannot be reached or does not let in. */
export type Connect = (
  pass: MediaWay,
  choices: MediaChoices,
  listeners: ConnectionListeners,
) => Promise<MediaConnection>
