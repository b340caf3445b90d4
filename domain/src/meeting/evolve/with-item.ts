import type { ItemState, Meeting } from '../state.ts'

/** The meeting with one agenda item changed; the same meeting when it has no such item. */
export const withItem = (meeting: Meeting, id: string, change: (item: ItemState) => ItemState): Meeting => {
  const index = meeting.agenda.findIndex((one) => one.item.id === id)
  const item = meeting.agenda[index]
  return item === undefined ? meeting : { ...meeting, agenda: meeting.agenda.with(index, change(item)) }
}
