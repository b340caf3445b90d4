import type { Arrivals } from '@parley/client/parley-client'

type Arrival = Arrivals['arrivals'][number]

/** How many have come how far; each person counts once, and `all` is their sum. */
export const arrivalCounts = (
  arrivals: Iterable<Pick<Arrival, 'state'>>,
): Record<'all' | 'none' | 'invited' | 'waiting' | 'arrived', number> => {
  const counts = { all: 0, none: 0, invited: 0, waiting: 0, arrived: 0 }
  for (const { state } of arrivals) {
    counts.all += 1
    counts[state === 'not-invited' ? 'none' : state] += 1
  }
  return counts
}
