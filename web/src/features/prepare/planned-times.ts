import type { ItemState } from '@parley/domain/meeting/state'
import type { Instant } from '@parley/domain/words/identity'

export type PlannedTimes = {
  /** When each item is due to begin; not known after an item whose length nobody has planned. */
  readonly begins: readonly (Instant | undefined)[]
  readonly ends: Instant | undefined
  /** Of the items whose length is planned. */
  readonly minutes: number
}

/** The agenda's planned lengths laid end to end from the planned start. */
export const plannedTimes = (agenda: readonly Pick<ItemState, 'item'>[], startsAt: Instant): PlannedTimes => {
  const begins: (Instant | undefined)[] = []
  let next: Instant | undefined = startsAt
  let minutes = 0
  for (const { item } of agenda) {
    begins.push(next)
    minutes += item.plannedMinutes ?? 0
    next =
      next === undefined || item.plannedMinutes === undefined
        ? undefined
        : next + item.plannedMinutes * 60_000
  }
  return { begins, ends: agenda.length === 0 ? undefined : next, minutes }
}
