import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import type { Refusal } from '@parley/domain/refusal'
import type { Author, Instant } from '@parley/domain/words/identity'
import type { ActDone } from '@parley/protocol/acts'
import { NotCanonical } from '@parley/record/canonical'
import type { Clock } from '../ports/clock.ts'
import type { EventStore, Portion, Receipt } from '../ports/event-store.ts'
import { type Answer, deny, denyByRule, give } from './answer.ts'
import type { Typed } from './kinds.ts'
import { canonicalText, leafOf } from './leaf.ts'
import type { Queue } from './queue.ts'

/** What an act adds to one log: the events, and how the log stood when they were decided. */
export type Share = {
  readonly log: string
  readonly size: number
  readonly events: readonly Typed[]
  /** Told once the events are on disk, recorded at this moment by this author. */
  readonly grow: (at: Instant, by: Author) => void
}

export type Plan =
  | { readonly ok: true; readonly at: number; readonly shares: readonly [Share, ...Share[]] }
  | { readonly ok: false; readonly refusal: Refusal }

export type Transaction = {
  /** The logs that must stand still while the act is decided; the first is the one the act is for. */
  readonly logs: readonly [string, ...string[]]
  readonly by: Author
  /** Names the principal; together with `id` the act itself. */
  readonly scope: string
  readonly id: string
  readonly command: object
  readonly expectedSize: number | undefined
  /** Reads the logs and applies the rules; asked again when a log grew meanwhile. */
  readonly decide: () => Promise<Plan>
}

export type Transact = (transaction: Transaction) => Promise<Answer<ActDone>>

/** How often an act is decided anew before its author is told that the log moves too fast. */
const ATTEMPTS = 8

/**
 * Carries an act out once: its events are on disk, all of them, when the answer is `done`. The same act again is answered
 * as before with `repeated`; the same id for another command is `act-id-reused`.
 */
export const createTransact =
  (store: EventStore, queue: Queue): Transact =>
  async (transaction) => {
    const fingerprint = fingerprintOf(transaction)
    if (fingerprint === undefined) return deny('malformed')
    return queue.run(transaction.logs, () => attempt(store, transaction, fingerprint))
  }

const attempt = async (
  store: EventStore,
  transaction: Transaction,
  fingerprint: string,
): Promise<Answer<ActDone>> => {
  const { logs, scope, id, expectedSize } = transaction
  const key = { scope, id, fingerprint }
  const earlier = await store.find(key)
  if (earlier !== undefined) return repeated(logs[0], earlier, fingerprint)
  for (let attempts = 0; attempts < ATTEMPTS; attempts += 1) {
    const plan = await transaction.decide()
    if (!plan.ok) return denyByRule(plan.refusal)
    const [first] = plan.shares
    if (expectedSize !== undefined && expectedSize !== first.size) return deny('stale', { size: first.size })
    const written = plan.shares.filter((share) => share.events.length > 0)
    if (written.length === 0) return give({ log: logs[0], firstSeq: first.size, count: 0, repeated: false })
    const portions = portionsOf(written, plan.at, transaction.by)
    if (portions === undefined) return deny('too-large')
    const outcome = await store.append(portions, key)
    if (outcome.kind === 'repeated') return repeated(logs[0], outcome, fingerprint)
    if (outcome.kind === 'stale') continue
    for (const share of written) share.grow(plan.at, transaction.by)
    return give({ ...placeOf(logs[0], outcome.receipt), repeated: false })
  }
  return deny('stale', { size: await store.size(logs[0]) })
}

/** `undefined` when an event has more bytes than a leaf may have. */
const portionsOf = (shares: readonly Share[], at: Instant, by: Author): readonly Portion[] | undefined => {
  try {
    return shares.map(({ log, size, events }) => ({
      log,
      expectedSize: size,
      leaves: events.map((event, index) => leafOf(log, { seq: size + index, at, by, event })),
    }))
  } catch (error) {
    if (error instanceof NotCanonical && error.code === 'too-large') return undefined
    throw error
  }
}

const repeated = (
  log: string,
  earlier: { readonly receipt: Receipt; readonly fingerprint: string },
  fingerprint: string,
): Answer<ActDone> =>
  earlier.fingerprint === fingerprint
    ? give({ ...placeOf(log, earlier.receipt), repeated: true })
    : deny('act-id-reused')

const placeOf = (log: string, receipt: Receipt): Pick<ActDone, 'log' | 'firstSeq' | 'count'> => {
  const portion = receipt.portions.find((one) => one.log === log)
  assert(portion !== undefined, 'an act is recorded in the log it is for')
  return { log, firstSeq: portion.firstSeq, count: portion.count }
}

/** The hash of what is asked; `undefined` for text that no leaf could hold. */
const fingerprintOf = ({ logs, command }: Transaction): string | undefined => {
  try {
    return createHash('sha256')
      .update(canonicalText({ log: logs[0], command }))
      .digest('hex')
  } catch (error) {
    if (error instanceof NotCanonical) return undefined
    throw error
  }
}

/** The server's clock, which never goes back within a log. */
export const momentAfter = (clock: Clock, ...lastAts: readonly number[]): number =>
  Math.max(clock.now(), ...lastAts)
