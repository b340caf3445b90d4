import { accept, refuse, unreachable } from '../../decider.ts'
import type { Refusal } from '../../refusal.ts'
import type { CommandOf } from '../commands.ts'
import { isExchangeOfOneSide } from '../named-speakers.ts'
import { itemAt } from '../seats.ts'
import type { ItemState, Meeting } from '../state.ts'
import type { MeetingDecision } from './circumstances.ts'

export type AgendaCommand = CommandOf<'PlaceItem' | 'AmendItem' | 'MoveItem' | 'RemoveItem'>

const AGENDA_LIMIT = 200

/** The agenda stays open to change until adjournment, but only ahead of the meeting: what was taken up stands. */
export const decideAgenda = (meeting: Meeting, command: AgendaCommand): MeetingDecision => {
  switch (command.type) {
    case 'PlaceItem':
      return placeItem(meeting, command)
    case 'AmendItem':
      return amendItem(meeting, command)
    case 'MoveItem': {
      const item = itemAhead(meeting, command.item)
      if (!item.ok) return refuse(item.refusal)
      const position = Math.min(command.position, meeting.agenda.length - 1)
      return accept({ type: 'ItemMoved', item: command.item, position })
    }
    case 'RemoveItem': {
      const item = itemAhead(meeting, command.item)
      return item.ok ? accept({ type: 'ItemRemoved', item: command.item }) : refuse(item.refusal)
    }
  }
  return unreachable(command)
}

const placeItem = (meeting: Meeting, command: CommandOf<'PlaceItem'>): MeetingDecision => {
  const { item } = command
  if (itemAt(meeting, item.id) !== undefined) return refuse({ code: 'item-exists', item: item.id })
  if (meeting.agenda.length >= AGENDA_LIMIT) return refuse({ code: 'agenda-full' })
  if (isExchangeOfOneSide(meeting, item)) return refuse({ code: 'exchange-needs-two-sides' })
  const position = Math.min(command.position ?? meeting.agenda.length, meeting.agenda.length)
  return accept({ type: 'ItemPlaced', item, position })
}

const amendItem = (meeting: Meeting, command: CommandOf<'AmendItem'>): MeetingDecision => {
  const before = itemAhead(meeting, command.item.id)
  if (!before.ok) return refuse(before.refusal)
  if (before.item.item.kind !== command.item.kind) {
    return refuse({ code: 'item-kind-fixed', item: command.item.id })
  }
  if (isExchangeOfOneSide(meeting, command.item)) return refuse({ code: 'exchange-needs-two-sides' })
  return accept({ type: 'ItemAmended', item: command.item })
}

/** The item named, if the meeting has not come to it yet. */
export const itemAhead = (
  meeting: Meeting,
  id: string,
): { readonly ok: true; readonly item: ItemState } | { readonly ok: false; readonly refusal: Refusal } => {
  const item = itemAt(meeting, id)
  if (item === undefined) return { ok: false, refusal: { code: 'item-unknown', item: id } }
  switch (item.status) {
    case 'ahead':
      return { ok: true, item }
    case 'taken-up':
      return { ok: false, refusal: { code: 'item-taken-up', item: id } }
    case 'concluded':
      return { ok: false, refusal: { code: 'item-concluded', item: id } }
  }
  return unreachable(item.status)
}
