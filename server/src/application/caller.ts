import type { Author } from '@parley/domain/words/identity'
import type { Principal } from '@parley/protocol/address'

/** Who is asking: the operator, or a seat with a live session. */
export type Caller =
  | { readonly kind: 'operator' }
  | { readonly kind: 'seat'; readonly principal: Principal; readonly session: string }

/** Somebody who came in and has still to be admitted: no caller yet. */
export type Newcomer = { readonly kind: 'waiting'; readonly principal: Principal; readonly session: string }

export const authorOf = (caller: Caller): Author =>
  caller.kind === 'operator' ? { operator: true } : { seat: caller.principal.seat }

/** One name per principal, across dialogues and meetings; act ids are unique below it. */
export const callerName = (caller: Caller): string =>
  caller.kind === 'operator' ? 'operator' : principalName(caller.principal)

export const principalName = ({ dialogue, meeting, seat }: Principal): string =>
  meeting === undefined ? `${dialogue}#${seat}` : `${dialogue}/${meeting}#${seat}`
