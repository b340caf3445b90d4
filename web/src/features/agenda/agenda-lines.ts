import type { Meeting } from '@parley/domain/meeting/state'
import { agendaProgress, type ItemProgress } from '@parley/domain/meeting/views/agenda-progress'
import type { AgendaItem } from '@parley/domain/meeting/things'
import type { Instant } from '@parley/domain/words/identity'

export type AgendaLine = {
  readonly number: number
  readonly item: AgendaItem
  readonly status: ItemProgress['status']
  readonly plannedMinutes: number | undefined
  readonly actualMinutes: number | undefined
  /** When an item still ahead is expected to begin; unknown out of session and where an item before it has no plan. */
  readonly expectedAt: Instant | undefined
}

export type AgendaPlan = {
  readonly lines: readonly AgendaLine[]
  readonly driftMinutes: number
  /** When the agenda is expected to be through; unknown as for `expectedAt`. */
  readonly endsAt: Instant | undefined
}

const MINUTE_MS = 60_000

/** The agenda beside its plan at `now`, and when what is ahead may be expected. */
export const agendaPlan = (meeting: Meeting, now: Instant): AgendaPlan => {
  const progress = agendaProgress(meeting, now)
  let expected: Instant | undefined =
    meeting.phase === 'open' && meeting.retrospective === undefined ? now : undefined
  const lines = meeting.agenda.map((state, index): AgendaLine => {
    const { plannedMinutes, actualMinutes } = progress.items[index] ?? {
      plannedMinutes: undefined,
      actualMinutes: undefined,
    }
    const expectedAt = state.status === 'ahead' ? expected : undefined
    expected = through(state.status, expected, plannedMinutes, actualMinutes)
    return {
      number: index + 1,
      item: state.item,
      status: state.status,
      plannedMinutes,
      actualMinutes,
      expectedAt,
    }
  })
  return { lines, driftMinutes: progress.driftMinutes, endsAt: expected }
}

/** When an item that begins at `from` is expected to be through. */
const through = (
  status: ItemProgress['status'],
  from: Instant | undefined,
  plannedMinutes: number | undefined,
  actualMinutes: number | undefined,
): Instant | undefined => {
  if (from === undefined || status === 'concluded') return from
  if (plannedMinutes === undefined) return undefined
  return from + Math.max(0, plannedMinutes - (actualMinutes ?? 0)) * MINUTE_MS
}
