import type { PublicMeeting } from '../application/archive/public-record.ts'

/** Speaking time of each delegation, in the order of the alternat, and of those of no delegation. */
export type TimesUsed = {
  readonly byDelegation: readonly number[]
  readonly others: number
  readonly totalMs: number
}

/** Durations are shown to the second: what rounds to none was played back, not spoken, and counts as none. */
const SHOWN_FROM_MS = 500

/** Whether a speaking time is long enough to be shown. */
export const isShown = (ms: number): boolean => ms >= SHOWN_FROM_MS

export type ItemTimes = { readonly item: string; readonly used: TimesUsed }

/** Times used per agenda item, items without any left out; `undefined` when no speaking time is known. */
export const timesUsed = (
  meeting: PublicMeeting,
): { readonly items: readonly ItemTimes[]; readonly whole: TimesUsed } | undefined => {
  const places = meeting.delegations.map(({ id }) => id)
  const items = meeting.items
    .map(({ item, turns }) => ({
      item: item.id,
      used: sum(
        places,
        turns.map((turn) => ({ delegation: turn.delegation, ms: turn.used?.usedMs ?? 0 })),
      ),
    }))
    .filter(({ used }) => isShown(used.totalMs))
  if (items.length === 0) return undefined
  const turns = meeting.items.flatMap((item) => item.turns)
  return {
    items,
    whole: sum(
      places,
      turns.map((turn) => ({ delegation: turn.delegation, ms: turn.used?.usedMs ?? 0 })),
    ),
  }
}

const sum = (
  places: readonly string[],
  turns: readonly { readonly delegation: string | undefined; readonly ms: number }[],
): TimesUsed => {
  const byDelegation = places.map((place) => total(turns.filter(({ delegation }) => delegation === place)))
  const others = total(
    turns.filter(({ delegation }) => delegation === undefined || !places.includes(delegation)),
  )
  return { byDelegation, others, totalMs: byDelegation.reduce((all, ms) => all + ms, others) }
}

const total = (turns: readonly { readonly ms: number }[]): number =>
  turns.reduce((all, { ms }) => all + ms, 0)
