import { unreachable } from '../../decider.ts'
import type { Author, Instant } from '../../words/identity.ts'
import { lookup } from '../../words/lookup.ts'
import type { EventOf } from '../events.ts'
import { itemAt, throughOf } from '../seats.ts'
import type { ItemState, Meeting, Request, Turn } from '../state.ts'
import { withItem } from './with-item.ts'

export type FloorEvent = EventOf<
  | 'ListOpened'
  | 'ListClosed'
  | 'FloorRequested'
  | 'RequestWithdrawn'
  | 'FloorGiven'
  | 'TimeExtended'
  | 'TimeLimitSet'
  | 'FloorPaused'
  | 'FloorResumed'
  | 'FloorReturned'
  | 'MessageReadOut'
>

export const evolveFloor = (
  meeting: Meeting,
  event: FloorEvent,
  { at, by }: { readonly at: Instant; readonly by: Author },
): Meeting => {
  switch (event.type) {
    case 'ListOpened':
      return withItem(meeting, event.item, (item) => ({ ...item, list: 'open' }))
    case 'ListClosed':
      return withItem(meeting, event.item, (item) => ({ ...item, list: 'closed' }))
    case 'FloorRequested':
      return requested(meeting, event, by)
    case 'RequestWithdrawn':
      if (meeting.current === undefined) return meeting
      return withItem(meeting, meeting.current, (item) => without(item, event.request))
    case 'FloorGiven':
      return given(meeting, event, at)
    case 'TimeExtended':
      return withTurn(meeting, (turn) => ({ ...turn, limitSeconds: turn.limitSeconds + event.bySeconds }))
    case 'TimeLimitSet':
      return withItem(meeting, event.item, (item) => ({
        ...item,
        limitSeconds: { ...item.limitSeconds, [event.kind]: event.limitSeconds },
      }))
    case 'FloorPaused':
      return paused(meeting, event, at)
    case 'FloorResumed':
      return withTurn(meeting, (turn) => ({ ...turn, since: at, pausedFor: undefined }))
    case 'FloorReturned':
      return returned(meeting, event, at)
    case 'MessageReadOut':
      return {
        ...meeting,
        messages: meeting.messages.map((one) =>
          one.message.id === event.message ? { ...one, readOut: true } : one,
        ),
      }
  }
  return unreachable(event)
}

const withTurn = (meeting: Meeting, change: (turn: Turn) => Turn): Meeting =>
  meeting.turn === undefined ? meeting : { ...meeting, turn: change(meeting.turn) }

const without = (item: ItemState, request: string): ItemState => ({
  ...item,
  requests: item.requests.filter((one) => one.request !== request),
})

const requested = (meeting: Meeting, event: EventOf<'FloorRequested'>, by: Author): Meeting => {
  const { request, item, seat, delegation, kind, onBehalfOf } = event
  const inscribed = event.inscribed === true
  // Who was named on the agenda is listed by the chair's act, which is nobody's device.
  const through = inscribed ? undefined : throughOf(meeting, seat, by)
  const entry = { request, item, seat, through, delegation, kind, inscribed, onBehalfOf }
  return {
    ...withItem(meeting, item, (one) => ({ ...one, requests: [...one.requests, entry] })),
    counted: { ...meeting.counted, requests: meeting.counted.requests + 1 },
  }
}

/** The request that this turn answers. */
const requestOf = (meeting: Meeting, { item, request }: EventOf<'FloorGiven'>): Request | undefined =>
  itemAt(meeting, item)?.requests.find((entry) => entry.request === request)

const given = (meeting: Meeting, event: EventOf<'FloorGiven'>, at: Instant): Meeting => {
  const { turn, item, seat, delegation, kind, limitSeconds, message, departure } = event
  return {
    ...withItem(meeting, item, (one) => ({
      ...one,
      requests: one.requests.filter((entry) => entry.request !== event.request),
      spokeLast: delegation ?? one.spokeLast,
      rightsOfReply:
        kind === 'right-of-reply' && delegation !== undefined
          ? { ...one.rightsOfReply, [delegation]: (lookup(one.rightsOfReply, delegation) ?? 0) + 1 }
          : one.rightsOfReply,
    })),
    turn: {
      turn,
      item,
      seat,
      through: requestOf(meeting, event)?.through,
      delegation,
      kind,
      limitSeconds,
      givenAt: at,
      since: at,
      spentMs: 0,
      pausedFor: undefined,
      message,
      departure,
    },
    ruling: undefined,
    counted: { ...meeting.counted, turns: meeting.counted.turns + 1 },
  }
}

/** A pause while the meeting stands suspended is the suspension's own, and ends with it. */
const paused = (meeting: Meeting, event: EventOf<'FloorPaused'>, at: Instant): Meeting => {
  const changed = withTurn(meeting, (turn) => ({
    ...turn,
    since: undefined,
    spentMs: turn.spentMs + runningMs(turn, at),
    pausedFor: event.cause,
  }))
  if (changed.suspension === undefined) return changed
  return { ...changed, suspension: { ...changed.suspension, pausedTurn: true } }
}

const runningMs = (turn: Turn, at: Instant): number =>
  turn.since === undefined ? 0 : Math.max(0, at - turn.since)

const returned = (meeting: Meeting, event: EventOf<'FloorReturned'>, at: Instant): Meeting => {
  const held = meeting.turn
  if (held === undefined) return meeting
  const { turn, item, seat, delegation, kind, limitSeconds, givenAt, message } = held
  const { usedMs, overtimeMs } = event
  return {
    ...meeting,
    turn: undefined,
    turns: meeting.turns.append({
      turn,
      item,
      seat,
      delegation,
      kind,
      limitSeconds,
      usedMs,
      overtimeMs,
      givenAt,
      endedAt: at,
      message,
    }),
  }
}
