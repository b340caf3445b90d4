import type { ProceedingsEvent } from '@parley/domain/proceedings/events'
import type { Instant } from '@parley/domain/words/identity'

export type Waited = { readonly delegation: string; readonly waitedMs: number }

export type WaitingTimes = {
  readonly delegation: string
  readonly count: number
  readonly medianMs: number
  readonly longestMs: number
}

type Told = { readonly at: Instant; readonly event: ProceedingsEvent }

/** How long those who got the floor had waited since they asked for it. Speakers named by the agenda asked for nothing. */
export const waits = (facts: Iterable<Told>): readonly Waited[] => {
  const asked = new Map<string, Instant>()
  const waited: Waited[] = []
  for (const { at, event } of facts) {
    if (event.type === 'FloorRequested' && event.inscribed !== true) asked.set(event.request, at)
    if (event.type !== 'FloorGiven' || event.request === undefined || event.delegation === undefined) continue
    const since = asked.get(event.request)
    if (since !== undefined) waited.push({ delegation: event.delegation, waitedMs: Math.max(0, at - since) })
  }
  return waited
}

/** The waiting of each delegation that waited, in the order given. */
export const waitingTimes = (
  all: readonly Waited[],
  delegations: readonly string[],
): readonly WaitingTimes[] =>
  delegations.flatMap((delegation) => {
    const own = all
      .filter((one) => one.delegation === delegation)
      .map(({ waitedMs }) => waitedMs)
      .toSorted((one, other) => one - other)
    const longestMs = own.at(-1)
    const medianMs = own[Math.ceil(own.length / 2) - 1]
    if (longestMs === undefined || medianMs === undefined) return []
    return [{ delegation, count: own.length, medianMs, longestMs }]
  })
