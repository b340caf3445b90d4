import type { Recorded } from '@parley/domain/decider'
import type { EventStore, LogId } from '../ports/event-store.ts'
import type { Kinds, Typed } from './kinds.ts'
import { recordedOf } from './leaf.ts'

/** A log read from its first leaf on. */
export type Folded<State> = {
  readonly state: State
  readonly size: number
  /** When the last leaf was recorded; 0 for a log without any. */
  readonly lastAt: number
}

export type Folds<State, Event> = {
  /** The log with all that is durable now. A log that does not exist has size 0. */
  readonly load: (log: LogId) => Promise<Folded<State>>
  /** Spares the reading of leaves just appended; ignored unless they are exactly the next ones. */
  readonly grow: (log: LogId, recorded: readonly Recorded<Event>[]) => void
}

const PAGE = 1000

/** Folds logs of one kind, keeping the `keep` used last so that only new leaves are read again. */
export const createFolds = <State, Event extends Typed>(
  store: EventStore,
  rules: {
    readonly initial: State
    readonly evolve: (state: State, recorded: Recorded<Event>) => State
    readonly kinds: Kinds<Event>
  },
  keep = 500,
): Folds<State, Event> => {
  const kept = new Map<LogId, Folded<State>>()
  /** The first readings of logs that are under way. */
  const opening = new Map<LogId, Promise<void>>()
  const none: Folded<State> = { state: rules.initial, size: 0, lastAt: 0 }

  const advance = (folded: Folded<State>, recorded: Recorded<Event>): Folded<State> => ({
    state: rules.evolve(folded.state, recorded),
    size: recorded.seq + 1,
    lastAt: recorded.at,
  })

  const remember = (log: LogId, folded: Folded<State>): void => {
    if (folded.size === 0 || folded.size < (kept.get(log)?.size ?? 0)) return
    kept.delete(log)
    kept.set(log, folded)
    if (kept.size <= keep) return
    for (const oldest of kept.keys()) {
      kept.delete(oldest)
      return
    }
  }

  const catchUp = async (log: LogId): Promise<Folded<State>> => {
    let folded = kept.get(log) ?? none
    for (;;) {
      const leaves = await store.read(log, folded.size, PAGE)
      for (const leaf of leaves) folded = advance(folded, recordedOf(leaf, rules.kinds))
      if (leaves.length < PAGE) break
    }
    remember(log, folded)
    return folded
  }

  return {
    load: async (log) => {
      if (kept.has(log)) return catchUp(log)
      // A thousand who come back at once after a restart wait for one of them to read the log, then look for what is newer.
      const reading = opening.get(log)
      if (reading !== undefined) {
        await reading
        return catchUp(log)
      }
      const first = catchUp(log)
      const settled = first.then(ignore, ignore)
      opening.set(log, settled)
      void settled.then(() => opening.delete(log))
      return first
    },

    grow: (log, recorded) => {
      const folded = kept.get(log) ?? none
      if (recorded[0]?.seq !== folded.size) return
      remember(log, recorded.reduce(advance, folded))
    },
  }
}

const ignore = (): void => undefined
