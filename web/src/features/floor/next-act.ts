import { currentItem, speaksForDelegation } from '@parley/domain/meeting/seats'
import { nextSpeakers } from '@parley/domain/meeting/speakers'
import type { Meeting } from '@parley/domain/meeting/state'
import { Speech } from '@parley/domain/meeting/things'
import type { Proceedings } from '@parley/domain/proceedings'
import type { Refusal } from '@parley/domain/refusal'
import type { Instant } from '@parley/domain/words/identity'
import { isAllowed, refusalOf } from '../../app/permission.ts'

/** The next legitimate act of a person at a meeting: what the one primary button of their screen does. */
export type NextAct =
  | { readonly kind: 'yield' }
  | { readonly kind: 'await-ruling' }
  | { readonly kind: 'withdraw'; readonly place: number; readonly request: string; readonly speech: Speech }
  | { readonly kind: 'request'; readonly speech: Speech }
  /** Someone who takes the floor, but may not ask for it now; the rules say why. */
  | { readonly kind: 'blocked'; readonly refusal: Refusal }
  /** Someone who follows the meeting without taking the floor. */
  | { readonly kind: 'follow' }

export const nextAct = (proceedings: Proceedings, seat: string, at: Instant): NextAct => {
  const { meeting } = proceedings
  if (isAllowed(proceedings, seat, { type: 'YieldFloor' }, at)) return { kind: 'yield' }
  if (meeting.pointOfOrder?.seat === seat) return { kind: 'await-ruling' }
  const place = nextSpeakers(meeting).findIndex((one) => one.seat === seat)
  const own = nextSpeakers(meeting)[place]
  if (own !== undefined) {
    return { kind: 'withdraw', place: place + 1, request: own.request, speech: own.kind }
  }
  if (!speaksForDelegation(meeting, seat)) return { kind: 'follow' }
  const [speech] = requestable(proceedings, seat, at)
  if (speech !== undefined) return { kind: 'request', speech }
  const refusal = refusalOf(proceedings, seat, { type: 'RequestFloor', kind: usualKind(meeting) }, at)
  return refusal === undefined ? { kind: 'follow' } : { kind: 'blocked', refusal }
}

/** The kinds of turn this seat may ask for now, the usual one under this item first. */
export const requestable = (proceedings: Proceedings, seat: string, at: Instant): readonly Speech[] => {
  const usual = usualKind(proceedings.meeting)
  return [usual, ...Speech.options.filter((kind) => kind !== usual)].filter((kind) =>
    isAllowed(proceedings, seat, { type: 'RequestFloor', kind }, at),
  )
}

export const mayRaisePoint = (proceedings: Proceedings, seat: string, at: Instant): boolean =>
  isAllowed(proceedings, seat, { type: 'RaisePointOfOrder' }, at)

const usualKind = (meeting: Meeting): Speech => {
  const item = currentItem(meeting)?.item
  if (item === undefined) return 'statement'
  switch (item.kind) {
    case 'exchange':
      return 'exchange'
    case 'remarks':
      return 'remarks'
    case 'adoption':
    case 'signature':
      return 'explanation-of-position'
    case 'messages':
    case 'topic':
    case 'text':
    case 'break':
      return 'statement'
  }
}
