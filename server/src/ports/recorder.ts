import type { InterruptionCause, RecordedTrack } from '@parley/domain/meeting/events'

/** A recording of one meeting, by its place. */
export type RecordingPlace = {
  readonly dialogue: string
  readonly meeting: string
  readonly recording: string
}

/** A way into the room to be recorded. */
export type RecordersWay = {
  /** The media server, as `ws://…` or `wss://…`. */
  readonly url: string
  readonly token: string
  /** How far the clock of the record is ahead of the machine's. */
  readonly clockAheadMs: number
}

/**
 * Keeps what is sent in a media room as files, as it was sent. What was written stays, whatever happens to whoever wrote it;
 * a recording that is begun again goes on in other files.
 */
export type Recorder = {
  /** Begins, or goes on, and tells how it fares until it is ended. From then on there is something of this recording. */
  readonly record: (place: RecordingPlace, way: RecordersWay, onNews: (news: RecorderNews) => void) => Keeping
  /** What has been kept, the earliest first. Throws when it cannot be read. */
  readonly tracks: (place: RecordingPlace) => Promise<readonly RecordedTrack[]>
  /** The bytes of one file; `undefined` for one that is not there. */
  readonly open: (place: RecordingPlace, file: string) => Promise<KeptFile | undefined>
  /** The recordings of which there is anything. */
  readonly places: () => Promise<readonly RecordingPlace[]>
}

/**
 * How a recording fares: that whoever sends is kept; that something cannot be written, though it is tried again; or,
 * once and last, that it ended by itself.
 */
export type RecorderNews =
  | { readonly kind: 'keeping' }
  | { readonly kind: 'failing'; readonly cause: InterruptionCause; readonly why: string }
  | { readonly kind: 'over'; readonly cause: InterruptionCause; readonly why: string }

/** Reads a file, all of it or from one byte to another, both included. Nothing is held open until it is read. */
export type KeptFile = (part?: { readonly from: number; readonly to: number }) => AsyncIterable<Uint8Array>

/** A recording under way. */
export type Keeping = {
  /** Resolves when every file is finished. */
  readonly end: () => Promise<void>
}
