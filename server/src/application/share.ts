import type { Recorded } from '@parley/domain/decider'
import type { Folds } from './folds.ts'
import type { Typed } from './kinds.ts'
import type { Share } from './transact.ts'

/** What an act adds to one log; once it is on disk, the log's fold grows with it. */
export const shareOf = <State, Event extends Typed>(
  log: string,
  size: number,
  events: readonly Event[],
  folds: Folds<State, Event>,
): Share => ({
  log,
  size,
  events,
  grow: (at, by) => {
    const recorded: readonly Recorded<Event>[] = events.map((event, index) => ({
      seq: size + index,
      at,
      by,
      event,
    }))
    folds.grow(log, recorded)
  },
})
