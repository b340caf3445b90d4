import { problem, problemOfRefusal, type Problem, type ProtocolCode } from '@parley/protocol/problem'
import type { Refusal } from '@parley/domain/refusal'

/** What the application says to a door: what was asked for, or why not. Faults and bugs are thrown. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem }

export const give = <Value>(value: Value): Answer<Value> => ({ ok: true, value })

export const deny = (
  code: ProtocolCode,
  extra: Omit<Partial<Problem>, 'code' | 'status' | 'type'> = {},
): Answer<never> => ({ ok: false, problem: problem(code, extra) })

export const denyByRule = (refusal: Refusal): Answer<never> => ({
  ok: false,
  problem: problemOfRefusal(refusal),
})
