import type { Problem } from '@parley/protocol/problem'

/** No answer came: the network, or whatever stands between, failed. Whether a request arrived is not known. */
export type Unreachable = { readonly status: 0; readonly code: 'unreachable'; readonly cause: string }

/** Why something asked of the server was not done. */
export type Trouble = Problem | Unreachable

/** What asking led to. Trouble is data and never thrown. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Trouble }

export const done = <Value>(value: Value): Result<Value> => ({ ok: true, value })

export const failed = (problem: Trouble): { readonly ok: false; readonly problem: Trouble } => ({
  ok: false,
  problem,
})
