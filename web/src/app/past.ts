import type { LeafOnWire, ParleyClient } from '@parley/client/parley-client'

/** As many leaves as one answer may hold. */
const AT_ONCE = 1000

/**
 * Tells of what a log holds so far, in large pieces: one message for each leaf takes a browser three times as long.
 * Answers from where on the log is still to be followed. Where asking fails the live line says why, and tells the rest.
 */
export const tellPast = async (
  events: ParleyClient['events'],
  log: string,
  tell: (leaf: LeafOnWire) => void,
): Promise<number> => {
  for (let from = 0; ;) {
    const page = await events(log, from, AT_ONCE)
    if (!page.ok) return from
    for (const leaf of page.value.leaves) tell(leaf)
    from = page.value.next
    if (from >= page.value.size) return from
  }
}
