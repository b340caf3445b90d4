import type { RemovalView } from '@parley/client/parley-client'

/** Requests that wait, the longest waiting first; then those settled, the latest settled first. */
export const waitingFirst = (
  removals: readonly RemovalView[],
): { readonly waiting: readonly RemovalView[]; readonly settled: readonly RemovalView[] } => ({
  waiting: removals
    .filter(({ settled }) => settled === undefined)
    .toSorted((one, other) => one.receivedAt - other.receivedAt),
  settled: removals
    .filter(({ settled }) => settled !== undefined)
    .toSorted((one, other) => (other.settled?.at ?? 0) - (one.settled?.at ?? 0)),
})
