import type { Instant } from '../../words/identity.ts'
import type { Meeting } from '../state.ts'
import { usedMs } from './clock.ts'

/** Speaking time and turns; pauses, interpretation among them, are charged to nobody. */
export type Used = { readonly usedMs: number; readonly overtimeMs: number; readonly turns: number }

export type TimeUsed = {
  /** Every delegation, those that have not spoken included. */
  readonly byDelegation: Readonly<Record<string, Used>>
  /** The items under which somebody spoke. */
  readonly byItem: Readonly<Record<string, Used>>
  /** The seats that spoke. */
  readonly bySeat: Readonly<Record<string, Used>>
}

const NOTHING: Used = { usedMs: 0, overtimeMs: 0, turns: 0 }

/**
 * How long each has spoken, the turn under way included as of `now`. Nothing for a record entered afterwards from
 * published sources: its speaking times are not known.
 */
export const timeUsed = (meeting: Meeting, now: Instant): TimeUsed | undefined => {
  if (meeting.retrospective !== undefined) return undefined
  const byDelegation = new Map(meeting.delegations.map((party): [string, Used] => [party.id, NOTHING]))
  const byItem = new Map<string, Used>()
  const bySeat = new Map<string, Used>()
  for (const turn of [...meeting.turns, ...underWay(meeting, now)]) {
    charge(byItem, turn.item, turn)
    charge(bySeat, turn.seat, turn)
    if (turn.delegation !== undefined) charge(byDelegation, turn.delegation, turn)
  }
  return {
    byDelegation: Object.fromEntries(byDelegation),
    byItem: Object.fromEntries(byItem),
    bySeat: Object.fromEntries(bySeat),
  }
}

type Charged = {
  readonly item: string
  readonly seat: string
  readonly delegation?: string | undefined
  readonly usedMs: number
  readonly overtimeMs: number
}

const underWay = ({ turn }: Meeting, now: Instant): readonly Charged[] => {
  if (turn === undefined) return []
  const { item, seat, delegation } = turn
  const used = usedMs(turn, now)
  return [{ item, seat, delegation, usedMs: used, overtimeMs: Math.max(0, used - turn.limitSeconds * 1000) }]
}

const charge = (accounts: Map<string, Used>, key: string, turn: Charged): void => {
  const before = accounts.get(key) ?? NOTHING
  accounts.set(key, {
    usedMs: before.usedMs + turn.usedMs,
    overtimeMs: before.overtimeMs + turn.overtimeMs,
    turns: before.turns + 1,
  })
}
