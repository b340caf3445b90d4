import { logName } from '@parley/protocol/address'
import type { Media, MeetingPlace } from '../application/media.ts'
import type { Recordings } from '../application/recordings.ts'
import type { EventStore } from '../ports/event-store.ts'
import { Fault } from '../ports/fault.ts'
import type { Keeping } from '../ports/recorder.ts'

export type RecordingReactor = {
  /** Ends every recording under way and resolves when its files are finished; nothing begins afterwards. */
  readonly close: () => Promise<void>
}

export type RecordingReactorDeps = {
  readonly media: Media
  readonly recordings: Recordings
  readonly store: EventStore
  /** Told when a recording is interrupted, and why; it is begun again by itself. */
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
  timer?: NodeJS.Timeout
}

/**
 * Records a sitting exactly while the record says that it is recorded, and lists what was kept. It holds nothing but who is
 * recording: after a restart it goes on from the record and from the files that are there. No act ever waits for it.
 */
export const createRecordingReactor = (deps: RecordingReactorDeps): RecordingReactor => {
  const { media, recordings, store, onBug } = deps
  const watched = new Map<string, Watch>()
  const life = { over: false }

  const look = (place: MeetingPlace): void => {
    if (life.over) return
    const name = logName({ kind: 'meeting', ...place })
    const watch = watched.get(name) ?? { place, again: true }
    watched.set(name, watch)
    watch.again = true
    watch.working ??= work(name, watch)
  }

  const lookSoon = (watch: Watch): void => {
    clearTimeout(watch.timer)
    watch.timer = setTimeout(() => look(watch.place), AGAIN_MS).unref()
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
        await correct(deps, watch, () => lookSoon(watch))
      } catch (cause) {
        // A media server that is down is said elsewhere.
        if (!(cause instanceof Fault)) onBug(cause)
        lookSoon(watch)
      }
    }
    delete watch.working
  }

  // Whoever comes in may be recorded; what was recorded before a restart may still have to be listed.
  const stopHearing = media.onPass(look)
  const beginning = recordings.recorder
    .places()
    .then((places) => places.forEach(({ dialogue, meeting }) => look({ dialogue, meeting })))
    .catch(onBug)

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

/** Brings one meeting's recording to what its record says. */
const correct = async (
  { media, recordings, onInterrupted }: RecordingReactorDeps,
  watch: Watch,
  lookSoon: () => void,
): Promise<void> => {
  const { place } = watch
  const { running, unlisted } = await recordings.due(place)
  if (watch.kept !== undefined && watch.kept.recording !== running) {
    const { keeping } = watch.kept
    watch.kept = undefined
    await keeping.end()
  }
  for (const recording of unlisted) await recordings.list({ ...place, recording })
  if (running === undefined || watch.kept !== undefined) return
  const way = await media.recordersWay(place, running)
  if (way === undefined) return lookSoon()
  const keeping = recordings.recorder.record({ ...place, recording: running }, way, (why) => {
    if (watch.kept?.keeping !== keeping) return
    watch.kept = undefined
    onInterrupted(place, why)
    lookSoon()
  })
  watch.kept = { recording: running, keeping }
}
