import type { Meeting } from '@parley/domain/meeting/state'
import { usedMs } from '@parley/domain/meeting/views/clock'
import type { Instant } from '@parley/domain/words/identity'

/** Speaking time used up to a moment. */
export type Point = { readonly at: Instant; readonly usedMs: number }

export type BalanceOverTime = {
  readonly from: Instant
  readonly to: Instant
  /** The most any delegation used. */
  readonly mostMs: number
  /** In the order of the alternat; each line begins at `from` with nothing, ends at `to`, and never falls. */
  readonly lines: readonly { readonly delegation: string; readonly points: readonly Point[] }[]
}

/**
 * How each delegation's speaking time grew from the opening to the adjournment, or to `now`. Nothing before the opening
 * and for a record entered afterwards, whose times are not known.
 */
export const balanceOverTime = (meeting: Meeting, now: Instant): BalanceOverTime | undefined => {
  const { openedAt, delegations, retrospective } = meeting
  if (openedAt === undefined || retrospective !== undefined) return undefined
  const spoken = [...meeting.turns, ...underWay(meeting, now)]
  // A server clock set back would make the line run backwards.
  const to = Math.max(openedAt, meeting.adjournedAt ?? now, ...spoken.map(({ endedAt }) => endedAt))
  const lines = delegations.map(({ id }) => ({
    delegation: id,
    points: pointsOf(
      spoken.filter(({ delegation }) => delegation === id),
      openedAt,
      to,
    ),
  }))
  return {
    from: openedAt,
    to,
    lines,
    mostMs: Math.max(...lines.map(({ points }) => points.at(-1)?.usedMs ?? 0)),
  }
}

type Spoken = {
  readonly delegation?: string | undefined
  readonly givenAt: Instant
  readonly endedAt: Instant
  readonly usedMs: number
}

const underWay = ({ turn, adjournedAt }: Meeting, now: Instant): readonly Spoken[] =>
  turn === undefined || adjournedAt !== undefined
    ? []
    : [{ ...turn, endedAt: Math.max(turn.givenAt, now), usedMs: usedMs(turn, now) }]

const pointsOf = (turns: readonly Spoken[], from: Instant, to: Instant): readonly Point[] => {
  const points: Point[] = [{ at: from, usedMs: 0 }]
  let used = 0
  for (const turn of turns) {
    points.push({ at: turn.givenAt, usedMs: used })
    used += turn.usedMs
    points.push({ at: turn.endedAt, usedMs: used })
  }
  return [...points, { at: to, usedMs: used }]
}
