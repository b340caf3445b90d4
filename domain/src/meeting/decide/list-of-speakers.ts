import { accept, refuse, unreachable } from '../../decider.ts'
import type { Refusal } from '../../refusal.ts'
import { lookup } from '../../words/lookup.ts'
import type { CommandOf } from '../commands.ts'
import { speakersNamed } from '../named-speakers.ts'
import { currentItem, packOf, personAt } from '../seats.ts'
import type { ItemState, Meeting } from '../state.ts'
import type { Speech } from '../things.ts'
import type { Circumstances, MeetingDecision } from './circumstances.ts'
import { speakerOf } from './for-colleague.ts'
import { ofDelegation } from './sitting.ts'

export type ListCommand = CommandOf<'OpenList' | 'CloseList' | 'RequestFloor' | 'WithdrawRequest'>

export const decideListOfSpeakers = (
  meeting: Meeting,
  command: ListCommand,
  { by }: Circumstances,
): MeetingDecision => {
  const item = currentItem(meeting)
  switch (command.type) {
    case 'OpenList':
      if (item === undefined) return refuse({ code: 'no-item-taken-up' })
      if (!hasSpeakers(item)) return refuse({ code: 'wrong-item-kind', needs: 'topic' })
      if (item.list === 'open') return refuse({ code: 'list-already-open' })
      return accept({ type: 'ListOpened', item: item.item.id })
    case 'CloseList':
      if (item === undefined) return refuse({ code: 'no-item-taken-up' })
      if (item.list === 'closed') return refuse({ code: 'list-closed' })
      return accept({ type: 'ListClosed', item: item.item.id })
    case 'RequestFloor': {
      const seat = speakerOf(command, by)
      if (item === undefined || seat === undefined) return refuse({ code: 'no-item-taken-up' })
      return requestFloor(meeting, item, seat, command)
    }
    case 'WithdrawRequest':
      return withdrawRequest(item, speakerOf(command, by), command.request)
  }
  return unreachable(command)
}

/** Whether people speak under this item at all; messages are read and breaks are silent. */
export const hasSpeakers = ({ item }: ItemState): boolean => item.kind !== 'messages' && item.kind !== 'break'

const requestFloor = (
  meeting: Meeting,
  item: ItemState,
  seat: string,
  command: CommandOf<'RequestFloor'>,
): MeetingDecision => {
  const { kind, onBehalfOf } = command
  const { speakers } = packOf(meeting)
  if (!hasSpeakers(item)) return refuse({ code: 'list-closed' })
  const unfit = kindRefusal(item, seat, kind)
  if (unfit !== undefined) return refuse(unfit)
  if (item.list === 'closed' && !speakers.afterClosing.includes(kind)) return refuse({ code: 'list-closed' })
  const own = item.requests.filter((one) => one.seat === seat)
  const barred = speakers.severalEntries
    ? own.some((one) => one.kind === kind)
    : own.some((one) => (one.kind === 'right-of-reply') === (kind === 'right-of-reply'))
  if (barred) return refuse({ code: 'already-on-the-list' })
  const exhausted = rightOfReplyRefusal(meeting, item, seat, kind)
  if (exhausted !== undefined) return refuse(exhausted)
  return accept({
    type: 'FloorRequested',
    request: `r${meeting.counted.requests + 1}`,
    item: item.item.id,
    seat,
    ...ofDelegation(meeting, seat),
    kind,
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
  })
}

/**
 * Why this kind of turn has no place under this item. Messages are called and points of order raised, never asked
 * for; positions are explained where a text is decided; an exchange is between its two people only.
 */
export const kindRefusal = ({ item }: ItemState, seat: string, kind: Speech): Refusal | undefined => {
  if (item.kind === 'exchange' && !speakersNamed(item).includes(seat)) {
    return { code: 'not-party-to-the-exchange' }
  }
  switch (kind) {
    case 'statement':
    case 'report':
    case 'reply':
    case 'right-of-reply':
    case 'remarks':
      return undefined
    case 'explanation-of-position':
      return ['text', 'adoption', 'signature'].includes(item.kind)
        ? undefined
        : { code: 'kind-not-requestable', kind }
    case 'exchange':
      return item.kind === 'exchange' ? undefined : { code: 'kind-not-requestable', kind }
    case 'message':
    case 'point-of-order':
      return { code: 'kind-not-requestable', kind }
  }
  return unreachable(kind)
}

/** Rights of reply are counted per delegation and item, those granted and those waiting. */
export const rightOfReplyRefusal = (
  meeting: Meeting,
  item: ItemState,
  seat: string,
  kind: Speech,
): Refusal | undefined => {
  const delegation = personAt(meeting, seat)?.delegation
  if (kind !== 'right-of-reply' || delegation === undefined) return undefined
  const allowed = packOf(meeting).rightOfReply.perDelegationPerItem
  const waiting = item.requests.filter((one) => one.kind === kind && one.delegation === delegation).length
  const granted = lookup(item.rightsOfReply, delegation) ?? 0
  return granted + waiting < allowed ? undefined : { code: 'right-of-reply-used', allowed }
}

/** A seat takes back the request it names, or its earliest. */
const withdrawRequest = (
  item: ItemState | undefined,
  seat: string | undefined,
  request: string | undefined,
): MeetingDecision => {
  const waiting = item?.requests ?? []
  if (request === undefined) {
    const own = waiting.find((one) => one.seat === seat)
    if (own === undefined) return refuse({ code: 'not-on-the-list' })
    return accept({ type: 'RequestWithdrawn', request: own.request })
  }
  const named = waiting.find((one) => one.request === request)
  if (named === undefined) return refuse({ code: 'request-unknown', request })
  if (named.seat !== seat) return refuse({ code: 'request-of-another-seat' })
  return accept({ type: 'RequestWithdrawn', request })
}
