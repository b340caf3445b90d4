import assert from 'node:assert/strict'
import type { Fault } from './fault.ts'

/** Names one log: 1 to 256 printable ASCII characters without space, so that every store sorts alike. */
export type LogId = string

/** One log's share of an append. `expectedSize` is the number of leaves the decider had seen. */
export type Portion = {
  readonly log: LogId
  readonly expectedSize: number
  readonly leaves: readonly Uint8Array[]
}

/** Names an act, so that a retry is answered and not repeated: `scope` is the principal, `id` the client's choice. */
export type ActKey = { readonly scope: string; readonly id: string }

/** An act's key, and the hash of what it asks: the same key with another hash is not a retry. */
export type KeyedAct = ActKey & { readonly fingerprint: string }

/** Where an append's leaves stand, in the order of its portions. Sequence numbers count from 0 in each log. */
export type Receipt = {
  readonly portions: readonly { readonly log: LogId; readonly firstSeq: number; readonly count: number }[]
}

export type AppendOutcome =
  | { readonly kind: 'appended'; readonly receipt: Receipt }
  /** The act had been appended earlier, under this fingerprint. Nothing was written. */
  | { readonly kind: 'repeated'; readonly receipt: Receipt; readonly fingerprint: string }
  /** The log has grown since the decider looked. Nothing was written; decide again. */
  | { readonly kind: 'stale'; readonly log: LogId; readonly size: number }

/** Hears leaves of one log, `firstSeq` being the first one's sequence number. */
export type Listener = (firstSeq: number, leaves: readonly Uint8Array[]) => void

/**
 * Append-only logs of leaves (opaque bytes, kept exactly as given).
 *
 * Every method may reject with a `Fault`; a malformed argument is a bug and rejects with an `AssertionError`.
 * Leaves belong to the store once handed in, and to everyone once handed out: nobody may change their bytes.
 */
export type EventStore = {
  /**
   * Appends all portions or none; resolves only when the bytes are on disk. A repeated act is recognised before
   * a stale size is. A portion's log need not exist before. Portions name different logs and hold a leaf each at least.
   */
  readonly append: (portions: readonly Portion[], act?: KeyedAct) => Promise<AppendOutcome>
  /** What an act led to when it was appended; `undefined` if it never was. */
  readonly find: (
    act: ActKey,
  ) => Promise<{ readonly receipt: Receipt; readonly fingerprint: string } | undefined>
  /** At most `limit` leaves from `fromSeq` on, in order; none from a log that does not exist. */
  readonly read: (log: LogId, fromSeq: number, limit: number) => Promise<readonly Uint8Array[]>
  /** The number of leaves in the log, 0 if it does not exist. */
  readonly size: (log: LogId) => Promise<number>
  /** The logs whose id starts with `prefix`, sorted by code point. */
  readonly logs: (prefix: string) => Promise<readonly LogId[]>
  /**
   * Tells `listener` every leaf from `fromSeq` on, those to come included: in order, without gap or repeat, and never
   * before the append is on disk; never before `follow` has returned. Ends by calling what it returns, by `close`,
   * or by a fault, told once to `onFault`. A listener that throws is ended likewise and disturbs no other.
   */
  readonly follow: (
    log: LogId,
    fromSeq: number,
    listener: Listener,
    onFault: (fault: Fault) => void,
  ) => () => void
  /** Ends every follower and finishes what was handed in. Appends after it reject with `store-closed`. */
  readonly close: () => Promise<void>
}

/** Fails on an append no decider could have meant. */
export const assertAppendable = (portions: readonly Portion[], act: KeyedAct | undefined): void => {
  assert(portions.length > 0, 'an append has a portion')
  const logs = new Set<LogId>()
  for (const { log, expectedSize, leaves } of portions) {
    assert(logIdPattern.test(log), 'a log id is printable ASCII')
    assert(!logs.has(log), 'an append names each log once')
    logs.add(log)
    assert(isCount(expectedSize), 'an expected size is a count')
    assert(leaves.length > 0, 'a portion has a leaf')
  }
  if (act !== undefined) assert(act.scope !== '' && act.id !== '', 'an act key is not empty')
}

/** Fails on a range no reader could have meant. */
export const assertRange = (fromSeq: number, limit: number): void => {
  assert(isCount(fromSeq), 'a sequence number is a count')
  assert(isCount(limit), 'a limit is a count')
}

const logIdPattern = /^[!-~]{1,256}$/
const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0
