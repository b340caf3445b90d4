import type { Meeting } from '@parley/domain/meeting/state'
import type { AgendaItem } from '@parley/domain/meeting/things'
import { agendaProgress, type ItemProgress } from '@parley/domain/meeting/views/agenda-progress'
import type { Instant } from '@parley/domain/words/identity'

export type PlanRow = {
  readonly number: number
  readonly item: AgendaItem
  readonly status: ItemProgress['status']
  readonly plannedMinutes: number | undefined
  readonly actualMinutes: number | undefined
  /** Actual less planned, where both are known. */
  readonly differenceMinutes: number | undefined
}

export type PlanBesideActual = {
  readonly rows: readonly PlanRow[]
  /** The longest of all times, by which the bars are drawn; at least one minute. */
  readonly longestMinutes: number
  readonly plannedMinutes: number
  readonly actualMinutes: number
  readonly driftMinutes: number
}

/** Each item's planned time beside what it took, or has taken so far. */
export const planBesideActual = (meeting: Meeting, now: Instant): PlanBesideActual => {
  const { items, plannedMinutes, driftMinutes } = agendaProgress(meeting, now)
  const rows = meeting.agenda.map(({ item, status }, index): PlanRow => {
    const { plannedMinutes: planned, actualMinutes: actual } = items[index] ?? {}
    return {
      number: index + 1,
      item,
      status,
      plannedMinutes: planned,
      actualMinutes: actual,
      differenceMinutes: planned === undefined || actual === undefined ? undefined : actual - planned,
    }
  })
  return {
    rows,
    longestMinutes: Math.max(1, ...rows.flatMap((row) => [row.plannedMinutes ?? 0, row.actualMinutes ?? 0])),
    plannedMinutes,
    actualMinutes: rows.reduce((sum, { actualMinutes }) => sum + (actualMinutes ?? 0), 0),
    driftMinutes,
  }
}
