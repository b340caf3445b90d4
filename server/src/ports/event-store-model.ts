import type { AppendOutcome, KeyedAct, LogId, Portion } from './event-store.ts'

/** An event store as simple as can be, one append after the other, against which the contract compares the real ones. */
export const createEventStoreModel = (): {
  readonly logs: Map<LogId, Uint8Array[]>
  readonly append: (portions: readonly Portion[], act: KeyedAct | undefined) => AppendOutcome
} => {
  const logs = new Map<LogId, Uint8Array[]>()
  const acts = new Map<string, AppendOutcome>()
  const sizeOf = (log: LogId): number => logs.get(log)?.length ?? 0
  const append = (portions: readonly Portion[]): AppendOutcome => {
    const stale = portions.find(({ log, expectedSize }) => sizeOf(log) !== expectedSize)
    if (stale !== undefined) return { kind: 'stale', log: stale.log, size: sizeOf(stale.log) }
    for (const { log, leaves } of portions) logs.set(log, [...(logs.get(log) ?? []), ...leaves])
    const placed = portions.map(({ log, expectedSize: firstSeq, leaves }) => ({
      log,
      firstSeq,
      count: leaves.length,
    }))
    return { kind: 'appended', receipt: { portions: placed } }
  }
  return {
    logs,
    append: (portions, act) => {
      const earlier = act && acts.get(act.id)
      if (earlier !== undefined) return earlier
      const outcome = append(portions)
      if (outcome.kind === 'appended' && act !== undefined) {
        acts.set(act.id, { kind: 'repeated', receipt: outcome.receipt, fingerprint: act.fingerprint })
      }
      return outcome
    },
  }
}
