import type { Meeting } from '@parley/domain/meeting/state'
import { timeUsed } from '@parley/domain/meeting/views/time-used'
import { usedMs as usedOn } from '@parley/domain/meeting/views/clock'
import type { Instant } from '@parley/domain/words/identity'

export type Share = {
  readonly delegation: string
  readonly usedMs: number
  /** Whole per cent of what all delegations used; zero while nobody has spoken. */
  readonly percent: number
  readonly turns: number
  /** From 0 to 1: how long the bar is beside the longest, which leaves some room at its end. */
  readonly bar: number
  /** The same under the item taken up. */
  readonly itemMs: number
  readonly itemBar: number
}

/** The longest bar leaves a tenth free, so that a bar never looks full. */
const LONGEST = 0.9

/** Time used, delegation by delegation in the order of the alternat; nothing where speaking times are not known. */
export const shares = (meeting: Meeting, now: Instant): readonly Share[] | undefined => {
  const used = timeUsed(meeting, now)
  if (used === undefined) return undefined
  const rows = meeting.delegations.map(({ id }) => ({
    delegation: id,
    usedMs: used.byDelegation[id]?.usedMs ?? 0,
    turns: used.byDelegation[id]?.turns ?? 0,
    itemMs: usedUnderItem(meeting, id, now),
  }))
  const total = rows.reduce((sum, row) => sum + row.usedMs, 0)
  const longest = Math.max(...rows.map((row) => row.usedMs))
  const longestInItem = Math.max(...rows.map((row) => row.itemMs))
  return rows.map((row) => ({
    ...row,
    percent: total === 0 ? 0 : Math.round((row.usedMs / total) * 100),
    bar: barOf(row.usedMs, longest),
    itemBar: barOf(row.itemMs, longestInItem),
  }))
}

const barOf = (ms: number, longest: number): number => (longest === 0 ? 0 : (ms / longest) * LONGEST)

const usedUnderItem = (meeting: Meeting, delegation: string, now: Instant): number => {
  const isHere = (turn: { readonly item: string; readonly delegation?: string | undefined }): boolean =>
    turn.item === meeting.current && turn.delegation === delegation
  const past = meeting.turns.filter(isHere).reduce((sum, turn) => sum + turn.usedMs, 0)
  return past + (meeting.turn !== undefined && isHere(meeting.turn) ? usedOn(meeting.turn, now) : 0)
}
