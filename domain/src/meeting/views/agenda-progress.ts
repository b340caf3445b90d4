import type { Instant } from '../../words/identity.ts'
import type { ItemState, Meeting } from '../state.ts'

export type ItemProgress = {
  readonly item: string
  readonly status: ItemState['status']
  readonly plannedMinutes: number | undefined
  /** Whole minutes since the item was taken up, to its end or to `now`; unknown ahead and in a record entered afterwards. */
  readonly actualMinutes: number | undefined
}

export type AgendaProgress = {
  readonly items: readonly ItemProgress[]
  readonly plannedMinutes: number
  /**
   * How far the meeting runs behind its plan, in whole minutes; negative when ahead of it. An item under way counts
   * only once it has overrun; items without a plan count for nothing.
   */
  readonly driftMinutes: number
}

/** How far the agenda has come at `now`, beside the plan. */
export const agendaProgress = (meeting: Meeting, now: Instant): AgendaProgress => {
  const items = meeting.agenda.map((item) => progressOf(item, meeting, now))
  return {
    items,
    plannedMinutes: items.reduce((sum, item) => sum + (item.plannedMinutes ?? 0), 0),
    driftMinutes: items.reduce((sum, item) => sum + driftOf(item), 0),
  }
}

const progressOf = (state: ItemState, meeting: Meeting, now: Instant): ItemProgress => ({
  item: state.item.id,
  status: state.status,
  plannedMinutes: state.item.plannedMinutes,
  actualMinutes:
    state.takenUpAt === undefined || meeting.retrospective !== undefined
      ? undefined
      : Math.max(0, Math.floor(((state.concludedAt ?? now) - state.takenUpAt) / 60_000)),
})

const driftOf = ({ status, plannedMinutes, actualMinutes }: ItemProgress): number => {
  if (plannedMinutes === undefined || actualMinutes === undefined) return 0
  const drift = actualMinutes - plannedMinutes
  return status === 'concluded' ? drift : Math.max(0, drift)
}
