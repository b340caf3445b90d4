import { logName } from '@parley/protocol/address'
import type { Media, MeetingPlace } from '../application/media.ts'
import type { EventStore } from '../ports/event-store.ts'
import { Fault } from '../ports/fault.ts'

export type MediaReactor = {
  /** Looks at a meeting's media rooms as soon as it can. */
  readonly look: (place: MeetingPlace) => void
  /** Looks at every meeting it knows to have media rooms. */
  readonly lookAround: () => void
  /** Resolves when nothing is under way; nothing begins afterwards. */
  readonly close: () => Promise<void>
}

export type MediaReactorDeps = {
  readonly media: Media
  readonly store: EventStore
  /** Told once when the engine stops answering, and once when it answers again. */
  readonly onEngine: (state: 'lost' | 'found', cause?: unknown) => void
  /** Told of what should not have happened; the reactor goes on. */
  readonly onBug: (cause: unknown) => void
}

/** How often everything is looked at again, whatever was missed: a lost message of the engine, a restart of either side. */
const PATROL_MS = 2000

/** A meeting that is looked after. */
type Watch = {
  readonly place: MeetingPlace
  /** Present once its log is followed. */
  stop?: () => void
  /** Whether something has happened since it was last looked at. */
  again: boolean
  working?: Promise<void>
}

/**
 * Keeps the media rooms of every meeting as the record has them: at each act, at each message of the engine, and on patrol.
 * It holds nothing of its own, so that a restart of either side loses nothing; each meeting is looked at by one at a time.
 */
export const createMediaReactor = (deps: MediaReactorDeps): MediaReactor => {
  const { media, store } = deps
  const watched = new Map<string, Watch>()
  const engine = engineNews(deps)
  const life = { over: false }

  const work = async (name: string, watch: Watch): Promise<void> => {
    while (watch.again && !life.over) {
      watch.again = false
      try {
        watch.stop ??= await follow(name, watch)
        await media.reconcile(watch.place)
        engine.answered()
      } catch (cause) {
        // The patrol comes back to it.
        engine.failed(cause)
      }
    }
    delete watch.working
  }

  /** An act is a reason to look; what to do stands in the state, not in the act. */
  const follow = async (name: string, watch: Watch): Promise<() => void> =>
    store.follow(
      name,
      await store.size(name),
      () => look(watch.place),
      () => delete watch.stop,
    )

  const look = (place: MeetingPlace): void => {
    if (life.over) return
    const name = logName({ kind: 'meeting', ...place })
    const watch = watched.get(name) ?? { place, again: true }
    watched.set(name, watch)
    watch.again = true
    watch.working ??= work(name, watch)
  }

  const patrol = async (): Promise<void> => {
    try {
      const places = await media.places()
      engine.answered()
      forgetAllBut(watched, new Set(places.map((place) => logName({ kind: 'meeting', ...place }))))
      for (const place of places) look(place)
    } catch (cause) {
      engine.failed(cause)
    }
  }

  const stopHearing = media.onPass(look)
  let patrolling = patrol()
  const timer = setInterval(() => {
    patrolling = patrolling.then(patrol)
  }, PATROL_MS).unref()

  return {
    look,
    lookAround: () => {
      for (const { place } of watched.values()) look(place)
    },
    close: async () => {
      life.over = true
      clearInterval(timer)
      stopHearing()
      await patrolling
      for (const { working } of watched.values()) await working
      for (const { stop } of watched.values()) stop?.()
    },
  }
}

/** Says once that the engine is lost, and once that it is found. */
const engineNews = ({ onEngine, onBug }: MediaReactorDeps) => {
  let lost = false
  return {
    answered: (): void => {
      if (lost) onEngine('found')
      lost = false
    },
    failed: (cause: unknown): void => {
      if (!(cause instanceof Fault)) return onBug(cause)
      // The reactor’s other faults are of a disk that fails; acts say so louder.
      if (cause.code !== 'media-unreachable') return
      if (!lost) onEngine('lost', cause)
      lost = true
    },
  }
}

/** Meetings without a media room are looked after again when somebody asks for a pass. */
const forgetAllBut = (watched: Map<string, Watch>, names: ReadonlySet<string>): void => {
  for (const [name, { stop, working }] of watched) {
    if (names.has(name) || working !== undefined) continue
    stop?.()
    watched.delete(name)
  }
}
