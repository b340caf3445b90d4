import type { InterruptionCause } from '@parley/domain/meeting/events'
import { logName } from '@parley/protocol/address'
import type { Media, MeetingPlace } from '../application/media.ts'
import type { Recordings } from '../application/recordings.ts'
import type { EventStore } from '../ports/event-store.ts'
import { Fault } from '../ports/fault.ts'
import type { Keeping, RecorderNews, RecordersWay } from '../ports/recorder.ts'

export type RecordingReactor = {
  /** Ends every recording under way and resolves when its files are finished; nothing begins afterwards. */
  readonly close: () => Promise<void>
}

export type RecordingReactorDeps = {
  readonly media: Media
  readonly recordings: Recordings
  readonly store: EventStore
  /** Told when a recording is interrupted, and why; it is begun again by itself, and the record says both. */
  readonly onInterrupted: (place: MeetingPlace, why: string) => void
  readonly onBug: (cause: unknown) => void
}

/** How soon an interrupted recording is begun again, and how often what failed is tried again. */
const AGAIN_MS = 700

type Watch = {
  readonly place: MeetingPlace
  stop?: () => void
  again: boolean
  working?: Promise<void>
  kept?: { readonly recording: string; readonly keeping: Keeping } | undefined
  /** Why nothing is kept now of the recording under way. */
  trouble: InterruptionCause | undefined
  /** Whether the recorder has come in. */
  isIn: boolean
  /** The recordings that were begun before this server was. */
  readonly earlier: Set<string>
  timer?: NodeJS.Timeout
  /** Whether a while must pass before it is begun again. */
  isResting: boolean
}

/**
 * Records a sitting exactly while the record says that it is recorded, and lists what was kept. It holds nothing but who is
 * recording: after a restart it goes on from the record and from the files that are there. While nothing is kept the record
 * says so. No act ever waits for it.
 */
export const createRecordingReactor = (deps: RecordingReactorDeps): RecordingReactor => {
  const { media, recordings, store, onBug } = deps
  const watched = new Map<string, Watch>()
  const life = { over: false }

  const look = (place: MeetingPlace, earlier?: string): void => {
    if (life.over) return
    const name = logName({ kind: 'meeting', ...place })
    const watch = watched.get(name) ?? {
      place,
      again: true,
      trouble: undefined,
      isIn: false,
      isResting: false,
      earlier: new Set(),
    }
    watched.set(name, watch)
    if (earlier !== undefined) watch.earlier.add(earlier)
    watch.again = true
    watch.working ??= work(name, watch)
  }

  const lookSoon = (watch: Watch): void => {
    clearTimeout(watch.timer)
    watch.timer = setTimeout(() => {
      watch.isResting = false
      look(watch.place)
    }, AGAIN_MS).unref()
  }

  const work = async (name: string, watch: Watch): Promise<void> => {
    while (watch.again && !life.over) {
      watch.again = false
      try {
        watch.stop ??= store.follow(
          name,
          await store.size(name),
          () => look(watch.place),
          () => delete watch.stop,
        )
        await correct(deps, watch, { look, lookSoon })
      } catch (cause) {
        // A media server that is down is said elsewhere.
        if (!(cause instanceof Fault)) onBug(cause)
        lookSoon(watch)
      }
    }
    delete watch.working
  }

  // Whoever comes in may be recorded; what was recorded before a restart may still have to be listed.
  const beginning = recordings.recorder
    .places()
    .then((places) =>
      places.forEach(({ dialogue, meeting, recording }) => look({ dialogue, meeting }, recording)),
    )
    .catch(onBug)
  const stopHearing = media.onPass((place) => void beginning.then(() => look(place)))

  return {
    close: async () => {
      life.over = true
      stopHearing()
      await beginning
      for (const watch of watched.values()) {
        clearTimeout(watch.timer)
        await watch.working
        watch.stop?.()
        await watch.kept?.keeping.end()
      }
    },
  }
}

type Again = {
  readonly look: (place: MeetingPlace) => void
  readonly lookSoon: (watch: Watch) => void
}

/** Brings one meeting's recording to what its record says, and the record to how the recording fares. */
const correct = async (deps: RecordingReactorDeps, watch: Watch, again: Again): Promise<void> => {
  const { recordings } = deps
  const { place } = watch
  const { running, unlisted } = await recordings.due(place)
  if (watch.kept !== undefined && watch.kept.recording !== running) {
    const { keeping } = watch.kept
    watch.kept = undefined
    watch.trouble = undefined
    await keeping.end()
  }
  for (const recording of unlisted) await recordings.list({ ...place, recording })
  if (running === undefined) return
  if (watch.earlier.delete(running)) watch.trouble = 'server-stopped'
  const recording = { ...place, recording: running }
  if (watch.kept === undefined && !watch.isResting) await begin(deps, watch, running, again)
  // That it goes on is said by the recorder, once it has come in.
  if (watch.trouble !== undefined || watch.isIn) await recordings.tell(recording, watch.trouble)
}

/** Begins a recording, or goes on with it; a `Fault` when the media server cannot be reached. */
const begin = async (
  { media, recordings, onInterrupted }: RecordingReactorDeps,
  watch: Watch,
  running: string,
  { look, lookSoon }: Again,
): Promise<void> => {
  const { place } = watch
  const recording = { ...place, recording: running }
  watch.isIn = false
  const way = await wayIn(media, place, running)
  if (way === undefined) {
    await recordings.tell(recording, (watch.trouble ??= 'media-unreachable'))
    throw new Fault('media-unreachable', { retryable: true })
  }
  const hear = (news: RecorderNews): void => {
    if (watch.kept?.keeping !== keeping) return
    watch.isIn = news.kind === 'keeping'
    watch.trouble = news.kind === 'keeping' ? undefined : news.cause
    if (news.kind === 'over') {
      watch.kept = undefined
      watch.isResting = true
      lookSoon(watch)
    }
    if (news.kind !== 'keeping') onInterrupted(place, news.why)
    look(place)
  }
  const keeping = recordings.recorder.record(recording, way, hear)
  watch.kept = { recording: running, keeping }
}

/** `undefined` while there is none, or the media server does not answer. */
const wayIn = async (
  media: Media,
  place: MeetingPlace,
  running: string,
): Promise<RecordersWay | undefined> => {
  try {
    return await media.recordersWay(place, running)
  } catch (cause) {
    if (cause instanceof Fault) return undefined
    throw cause
  }
}
