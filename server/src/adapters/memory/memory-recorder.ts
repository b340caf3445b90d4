import type { RecordedTrack } from '@parley/domain/meeting/events'
import type { Recorder, RecorderNews, RecordingPlace } from '../../ports/recorder.ts'

/** A recorder that keeps only what a test says it keeps. */
export type MemoryRecorder = Recorder & {
  /** How often each recording was begun. */
  readonly begun: () => readonly string[]
  /** Whether somebody records now. */
  readonly isRecording: () => boolean
  /** What the recorder that was begun last has to say. */
  readonly say: (news: RecorderNews) => void
  /** What lies in every recording's folder. */
  readonly keep: (track: RecordedTrack, bytes: Uint8Array) => void
}

/** `earlier` are recordings of which there was something before. */
export const memoryRecorder = (earlier: readonly RecordingPlace[] = []): MemoryRecorder => {
  const places = new Map(earlier.map((one) => [JSON.stringify(one), one]))
  const kept = new Map<string, { readonly track: RecordedTrack; readonly bytes: Uint8Array }>()
  const begun: string[] = []
  let now: ((news: RecorderNews) => void) | undefined
  return {
    record: (place, _way, onNews) => {
      places.set(JSON.stringify(place), place)
      begun.push(place.recording)
      now = onNews
      return {
        end: async () => {
          if (now === onNews) now = undefined
        },
      }
    },
    tracks: async () => [...kept.values()].map(({ track }) => track),
    open: async (_place, file) => {
      const found = kept.get(file)
      if (found === undefined) return undefined
      return async function* ({ from, to } = { from: 0, to: found.bytes.length - 1 }) {
        yield found.bytes.subarray(from, to + 1)
      }
    },
    places: async () => [...places.values()],
    begun: () => begun,
    isRecording: () => now !== undefined,
    say: (news) => {
      const hear = now
      if (news.kind === 'over') now = undefined
      hear?.(news)
    },
    keep: (track, bytes) => void kept.set(track.file, { track, bytes }),
  }
}
