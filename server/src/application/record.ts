import { logName, type LogAddress } from '@parley/protocol/address'
import type { Clock } from '../ports/clock.ts'
import { type Answer, deny, give } from './answer.ts'
import type { Caller } from './caller.ts'
import type { Heads } from './heads.ts'
import type { Logs } from './logs.ts'
import { windowOn, type Window } from './visible.ts'

/**
 * The verifiable side of the record, for those who see every leaf of the log it is about; to others it does not exist. A
 * head covers what they may not see: from one head to the next they could try out which words lead to it.
 */
export type RecordAccess = {
  readonly checkpoint: (caller: Caller, address: LogAddress) => Promise<Answer<string>>
  readonly inclusion: (caller: Caller, address: LogAddress, seq: number) => Promise<Answer<string>>
  readonly consistency: (
    caller: Caller,
    address: LogAddress,
    range: { readonly from: number; readonly to: number },
  ) => Promise<Answer<{ readonly hashes: readonly string[] }>>
  /** The meeting's log and the dialogue's as one bundle. */
  readonly bundle: (
    caller: Caller,
    dialogue: string,
    meeting: string,
  ) => Promise<Answer<AsyncIterable<Uint8Array>>>
}

export const createRecordAccess = (logs: Logs, clock: Clock, heads: Heads): RecordAccess => {
  const opened = async <Value>(
    caller: Caller,
    address: LogAddress,
    ask: (window: Window) => Promise<Value | undefined>,
  ): Promise<Answer<Value>> => {
    const window = await windowOn(logs, clock, caller, address)
    if (!window.ok) return window
    if (address.kind === 'meeting' && !seesWhole(window.value)) return deny('not-found')
    // A chamber without a single act has no log yet, and so no head.
    if ((await logs.store.size(window.value.log)) === 0) return deny('not-found')
    const value = await ask(window.value)
    return value === undefined ? deny('not-found') : give(value)
  }

  return {
    checkpoint: (caller, address) => opened(caller, address, ({ log }) => heads.checkpoint(log)),
    inclusion: (caller, address, seq) => opened(caller, address, ({ log }) => heads.inclusion(log, seq)),
    consistency: (caller, address, { from, to }) =>
      opened(caller, address, async ({ log }) => {
        const hashes = await heads.consistency(log, from, to)
        return hashes && { hashes: hashes.map((hash) => Buffer.from(hash).toString('base64')) }
      }),
    bundle: (caller, dialogue, meeting) =>
      opened(caller, { kind: 'meeting', dialogue, meeting }, ({ log }) =>
        heads.bundle([logName({ kind: 'dialogue', dialogue }), log]),
      ),
  }
}

/** Delegations, secretariats, presiding officers, interpreters and the operator see every leaf of a meeting. */
const seesWhole = ({ viewer }: Window): boolean => {
  switch (viewer.kind) {
    case 'operator':
    case 'secretariat':
      return true
    case 'public':
      return false
    case 'accredited':
      return viewer.role !== 'observer' && viewer.role !== 'press'
  }
}
