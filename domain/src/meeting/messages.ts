import { unreachable } from '../decider.ts'
import { activeAt, packOf } from './seats.ts'
import type { Meeting, Message } from './state.ts'

/** All messages in the order protocol reads them, those already read out included. Within a delegation: as received. */
export const messagesInOrder = (meeting: Meeting): readonly Message[] => {
  const order = packOf(meeting).messages.order
  const others = meeting.delegations.map((party) => party.id).filter((id) => id !== meeting.host)
  switch (order) {
    case 'host-first':
      return byDelegation(meeting, [meeting.host, ...others])
    case 'guest-first':
      return byDelegation(meeting, [...others, meeting.host])
    case 'as-received':
      return meeting.messages
  }
  return unreachable(order)
}

const byDelegation = (meeting: Meeting, delegations: readonly string[]): readonly Message[] =>
  delegations.flatMap((id) => meeting.messages.filter((one) => one.message.delegation === id))

/** What is still to be read, in order. A message whose reader has left waits for nobody. */
export const messagesToRead = (meeting: Meeting): readonly Message[] =>
  messagesInOrder(meeting).filter((one) => !one.readOut && hasReader(meeting, one))

/** Whether the reader is accredited, and not with another delegation than the author's. */
export const hasReader = (meeting: Meeting, { message }: Message): boolean => {
  const reader = activeAt(meeting, message.reader)
  if (reader === undefined) return false
  return reader.delegation === undefined || reader.delegation === message.delegation
}
