import { packOf } from '@parley/domain/meeting/seats'
import { nextSpeakers } from '@parley/domain/meeting/speakers'
import type { MotionKind, Speech } from '@parley/domain/meeting/things'
import type { Proceedings } from '@parley/domain/proceedings'
import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import type { Instant } from '@parley/domain/words/identity'
import { isAllowed } from '../../app/permission.ts'
import { mayRaisePoint, nextAct, requestable } from './next-act.ts'

/** What a delegate may do besides their next act. */
export type OtherAct =
  | { readonly id: string; readonly kind: 'request'; readonly speech: Speech }
  | { readonly id: string; readonly kind: 'request-for' }
  | { readonly id: string; readonly kind: 'withdraw'; readonly speech: Speech; readonly request: string }
  | { readonly id: string; readonly kind: 'point' }
  | { readonly id: string; readonly kind: 'appeal' }
  | { readonly id: string; readonly kind: 'move'; readonly motion: MotionKind }

/** Everything the rules let this seat do now, besides what its one primary button does. */
export const otherActs = (proceedings: Proceedings, seat: string, at: Instant): readonly OtherAct[] => {
  const { meeting } = proceedings
  if (meeting.phase === 'none') return []
  const may = (command: ProceedingsCommand): boolean => isAllowed(proceedings, seat, command, at)
  const first = nextAct(proceedings, seat, at)
  const kinds = requestable(proceedings, seat, at)
  const own = nextSpeakers(meeting).filter((one) => one.seat === seat)
  return [
    ...kinds
      .filter((speech) => first.kind !== 'request' || speech !== first.speech)
      .map((speech): OtherAct => ({ id: `request-${speech}`, kind: 'request', speech })),
    ...(kinds.length > 0 ? [{ id: 'request-for', kind: 'request-for' } as const] : []),
    ...own
      .filter(({ request }) => first.kind !== 'withdraw' || request !== first.request)
      .map(({ request, kind }): OtherAct => ({
        id: `withdraw-${request}`,
        kind: 'withdraw',
        speech: kind,
        request,
      })),
    ...(mayRaisePoint(proceedings, seat, at) ? [{ id: 'point', kind: 'point' } as const] : []),
    ...(may({ type: 'AppealRuling' }) ? [{ id: 'appeal', kind: 'appeal' } as const] : []),
    ...packOf(meeting)
      .motions.order.filter((kind) => may({ type: 'MoveMotion', kind }))
      .map((motion): OtherAct => ({ id: `move-${motion}`, kind: 'move', motion })),
  ]
}

/** The command of an act that needs nothing more to be said. */
export const otherCommand = (act: Exclude<OtherAct, { kind: 'request-for' }>): ProceedingsCommand => {
  switch (act.kind) {
    case 'request':
      return { type: 'RequestFloor', kind: act.speech }
    case 'withdraw':
      return { type: 'WithdrawRequest', request: act.request }
    case 'point':
      return { type: 'RaisePointOfOrder' }
    case 'appeal':
      return { type: 'AppealRuling' }
    case 'move':
      return { type: 'MoveMotion', kind: act.motion }
  }
}
