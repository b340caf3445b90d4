import { accept, refuse } from '../../decider.ts'
import type { Refusal } from '../../refusal.ts'
import type { CommandOf } from '../commands.ts'
import type { EventOf } from '../events.ts'
import { messagesToRead } from '../messages.ts'
import { activeAt, currentItem, packOf } from '../seats.ts'
import { nextSpeakers } from '../speakers.ts'
import type { ItemState, Meeting } from '../state.ts'
import type { Role, Speech } from '../things.ts'
import type { MeetingDecision } from './circumstances.ts'
import { hasSpeakers, kindRefusal, rightOfReplyRefusal } from './list-of-speakers.ts'
import { ofDelegation } from './sitting.ts'

/** The chair calls a speaker: the next, or another with a reason; see `GiveFloor`. */
export const giveFloor = (meeting: Meeting, command: CommandOf<'GiveFloor'>): MeetingDecision => {
  const item = currentItem(meeting)
  if (item === undefined) return refuse({ code: 'no-item-taken-up' })
  if (meeting.turn !== undefined) return refuse({ code: 'floor-taken', by: meeting.turn.seat })
  if (!hasSpeakers(item)) return refuse({ code: 'wrong-item-kind', needs: 'topic' })
  const { seat, kind, departure } = command
  const list = nextSpeakers(meeting)
  const [next] = list
  const called = list.find(
    (one) => (seat === undefined || one.seat === seat) && (kind === undefined || one.kind === kind),
  )
  if (called === undefined) return callFromOutsideTheList(meeting, item, command)
  const granted = { seat: called.seat, kind: called.kind, request: called.request }
  if (next === undefined || called === next) return accept(floorGiven(meeting, item, granted))
  const outOfOrder = departureRefusal(meeting, next.seat, departure)
  if (outOfOrder !== undefined) return refuse(outOfOrder)
  return accept(floorGiven(meeting, item, departure === undefined ? granted : { ...granted, departure }))
}

/** Roles the chair may call though they ask for no floor themselves: guests who are heard by invitation. */
const CALLABLE_ROLES: readonly Role[] = [
  'head',
  'alternate',
  'delegate',
  'regional',
  'adviser',
  'officer',
  'observer',
]

const callFromOutsideTheList = (
  meeting: Meeting,
  item: ItemState,
  { seat, kind, departure }: CommandOf<'GiveFloor'>,
): MeetingDecision => {
  const [next] = nextSpeakers(meeting)
  if (seat === undefined) return refuse({ code: next === undefined ? 'list-empty' : 'not-on-the-list' })
  const person = activeAt(meeting, seat)
  if (person === undefined) return refuse({ code: 'seat-unknown', seat })
  if (kind === undefined) return refuse({ code: 'not-on-the-list' })
  if (!CALLABLE_ROLES.includes(person.role)) return refuse({ code: 'not-entitled', needs: 'speaker' })
  const unfit = kindRefusal(item, seat, kind) ?? rightOfReplyRefusal(meeting, item, seat, kind)
  if (unfit !== undefined) return refuse(unfit)
  if (next === undefined) return accept(floorGiven(meeting, item, { seat, kind }))
  const outOfOrder = departureRefusal(meeting, next.seat, departure)
  if (outOfOrder !== undefined) return refuse(outOfOrder)
  return accept(
    floorGiven(meeting, item, departure === undefined ? { seat, kind } : { seat, kind, departure }),
  )
}

/** The chair calls a message to be read, in protocol order or with a reason to depart from it. */
export const callMessage = (meeting: Meeting, command: CommandOf<'CallMessage'>): MeetingDecision => {
  const item = currentItem(meeting)
  if (item === undefined) return refuse({ code: 'no-item-taken-up' })
  if (meeting.turn !== undefined) return refuse({ code: 'floor-taken', by: meeting.turn.seat })
  if (item.item.kind !== 'messages') return refuse({ code: 'wrong-item-kind', needs: 'messages' })
  const waiting = messagesToRead(meeting)
  const [next] = waiting
  if (command.message === undefined) {
    if (next === undefined) return refuse({ code: 'no-message-left' })
    return accept(reading(meeting, item, next.message.id, next.message.reader))
  }
  const known = meeting.messages.find((one) => one.message.id === command.message)
  if (known === undefined) return refuse({ code: 'message-unknown', message: command.message })
  const { id, reader } = known.message
  if (known.readOut) return refuse({ code: 'message-read', message: id })
  if (!waiting.includes(known)) return refuse({ code: 'seat-unknown', seat: reader })
  if (next === undefined || known === next) return accept(reading(meeting, item, id, reader))
  const outOfOrder = departureRefusal(meeting, next.message.reader, command.departure)
  if (outOfOrder !== undefined) return refuse(outOfOrder)
  return accept(reading(meeting, item, id, reader, command.departure))
}

/** Why the order may not be departed from: no reason was given, or the rules do not let the chair. */
const departureRefusal = (
  meeting: Meeting,
  next: string,
  departure: string | undefined,
): Refusal | undefined => {
  if (departure === undefined) return { code: 'out-of-order', next }
  return packOf(meeting).speakers.chairMayDepart ? undefined : { code: 'departure-not-allowed', next }
}

type Granted = {
  readonly seat: string
  readonly kind: Speech
  readonly request?: string
  readonly message?: string
  readonly departure?: string
}

const reading = (
  meeting: Meeting,
  item: ItemState,
  message: string,
  seat: string,
  departure?: string,
): EventOf<'FloorGiven'> =>
  floorGiven(meeting, item, {
    seat,
    kind: 'message',
    message,
    ...(departure === undefined ? {} : { departure }),
  })

const floorGiven = (meeting: Meeting, item: ItemState, granted: Granted): EventOf<'FloorGiven'> => ({
  type: 'FloorGiven',
  turn: `t${meeting.counted.turns + 1}`,
  item: item.item.id,
  ...ofDelegation(meeting, granted.seat),
  limitSeconds: item.limitSeconds[granted.kind] ?? packOf(meeting).limitSeconds[granted.kind],
  ...granted,
})
