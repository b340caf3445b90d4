import {
  type AppendOutcome,
  type EventStore,
  type KeyedAct,
  type LogId,
  type Portion,
  type Receipt,
  assertAppendable,
  assertRange,
} from '../../ports/event-store.ts'
import { Fault } from '../../ports/fault.ts'
import { createFollowers } from '../followers.ts'

/** An event store that forgets when the process ends; for tests. */
export const memoryEventStore = (): EventStore => {
  const leavesByLog = new Map<LogId, Uint8Array[]>()
  const acts = new Map<string, { readonly receipt: Receipt; readonly fingerprint: string }>()
  let closed = false

  const readLeaves = (log: LogId, fromSeq: number, limit: number): readonly Uint8Array[] =>
    (leavesByLog.get(log) ?? []).slice(fromSeq, fromSeq + limit)

  const followers = createFollowers(readLeaves)

  const append = (portions: readonly Portion[], act: KeyedAct | undefined): AppendOutcome => {
    const earlier = act === undefined ? undefined : acts.get(keyOf(act.scope, act.id))
    if (earlier !== undefined) return { kind: 'repeated', ...earlier }
    for (const { log, expectedSize } of portions) {
      const size = leavesByLog.get(log)?.length ?? 0
      if (size !== expectedSize) return { kind: 'stale', log, size }
    }
    for (const { log, leaves } of portions) {
      const stored = leavesByLog.get(log) ?? []
      stored.push(...leaves)
      leavesByLog.set(log, stored)
    }
    const receipt = {
      portions: portions.map(({ log, expectedSize, leaves }) => ({
        log,
        firstSeq: expectedSize,
        count: leaves.length,
      })),
    }
    if (act !== undefined) acts.set(keyOf(act.scope, act.id), { receipt, fingerprint: act.fingerprint })
    for (const { log, expectedSize, leaves } of portions) followers.announce(log, expectedSize, leaves)
    return { kind: 'appended', receipt }
  }

  return {
    append: async (portions, act) => {
      assertAppendable(portions, act)
      if (closed) throw new Fault('store-closed', { retryable: true })
      return append(portions, act)
    },
    find: async ({ scope, id }) => acts.get(keyOf(scope, id)),
    read: async (log, fromSeq, limit) => {
      assertRange(fromSeq, limit)
      return readLeaves(log, fromSeq, limit)
    },
    size: async (log) => leavesByLog.get(log)?.length ?? 0,
    logs: async (prefix) => [...leavesByLog.keys()].filter((log) => log.startsWith(prefix)).toSorted(),
    follow: (log, fromSeq, listener, onFault) => {
      assertRange(fromSeq, 0)
      return followers.follow(log, fromSeq, listener, onFault)
    },
    close: async () => {
      closed = true
      followers.close()
    },
  }
}

const keyOf = (scope: string, id: string): string => JSON.stringify([scope, id])
