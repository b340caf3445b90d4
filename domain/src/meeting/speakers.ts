import { unreachable } from '../decider.ts'
import { currentItem, packOf, personAt } from './seats.ts'
import type { ItemState, Meeting, Request } from './state.ts'
import { Role } from './things.ts'

/**
 * Everybody waiting for the floor under the item taken up, in the order the rule pack calls them; empty between items.
 * Alternation goes on from the delegation that spoke last under this item and begins with the host; delegations
 * nobody waits for are passed over; beyond two they follow each other in the order of the alternat. Where the
 * pack hears rights of reply after the list, they come last, among themselves in the same order.
 */
export const nextSpeakers = (meeting: Meeting): readonly Request[] => {
  const item = currentItem(meeting)
  if (item === undefined || item.requests.length === 0) return []
  if (packOf(meeting).rightOfReply.heard === 'in-order') return ordered(meeting, item, item.requests)
  const replies = item.requests.filter((one) => one.kind === 'right-of-reply')
  const others = item.requests.filter((one) => one.kind !== 'right-of-reply')
  return [...ordered(meeting, item, others), ...ordered(meeting, item, replies)]
}

const ordered = (meeting: Meeting, item: ItemState, requests: readonly Request[]): readonly Request[] => {
  const order = packOf(meeting).speakers.order
  switch (order) {
    case 'alternation':
      return alternating(meeting, item, requests)
    case 'request':
      return requests
    case 'precedence':
      return requests.toSorted((one, other) => rank(meeting, one) - rank(meeting, other))
  }
  return unreachable(order)
}

const rank = (meeting: Meeting, request: Request): number => {
  const role = personAt(meeting, request.seat)?.role
  return role === undefined ? Role.options.length : Role.options.indexOf(role)
}

const alternating = (meeting: Meeting, item: ItemState, requests: readonly Request[]): readonly Request[] => {
  const queues = rotation(meeting, item).map((id) => requests.filter((one) => one.delegation === id))
  const rounds = Math.max(0, ...queues.map((queue) => queue.length))
  const called: Request[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (const queue of queues) {
      const request = queue[round]
      if (request !== undefined) called.push(request)
    }
  }
  return [...called, ...requests.filter((one) => !called.includes(one))]
}

/** The delegations in the order of their next turns. */
const rotation = (meeting: Meeting, item: ItemState): readonly string[] => {
  const alternat = meeting.delegations.map((party) => party.id)
  const last = item.spokeLast === undefined ? -1 : alternat.indexOf(item.spokeLast)
  const first = last === -1 ? Math.max(0, alternat.indexOf(meeting.host)) : last + 1
  return [...alternat.slice(first), ...alternat.slice(0, first)]
}
