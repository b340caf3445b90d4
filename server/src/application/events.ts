import type { LogAddress } from '@parley/protocol/address'
import type { Clock } from '../ports/clock.ts'
import { type Answer, deny, give } from './answer.ts'
import type { Caller } from './caller.ts'
import type { Logs } from './logs.ts'
import { windowOn } from './visible.ts'

/** A page of a log as a caller sees it: leaves as their exact bytes, and how far into the log they reach. */
export type EventPage = {
  /** How many leaves the log has. */
  readonly size: number
  /** Where the next page begins; equal to `size` when there is none. */
  readonly next: number
  readonly leaves: readonly Uint8Array[]
}

export const MAX_PAGE = 1000

/** The leaves a caller may see among `limit` of the log from `from` on. A `from` beyond the end is `stale`. */
export const readEvents = async (
  logs: Logs,
  clock: Clock,
  caller: Caller,
  address: LogAddress,
  { from, limit }: { readonly from: number; readonly limit: number },
): Promise<Answer<EventPage>> => {
  const opened = await windowOn(logs, clock, caller, address)
  if (!opened.ok) return opened
  const { log, shows } = opened.value
  const leaves = await logs.store.read(log, from, limit)
  const size = await logs.store.size(log)
  if (from > size) return deny('stale', { size })
  return give({ size, next: from + leaves.length, leaves: leaves.filter(shows) })
}
