import { decideProceedings, type Proceedings } from '@parley/domain/proceedings'
import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import type { Refusal } from '@parley/domain/refusal'
import type { Instant } from '@parley/domain/words/identity'

/**
 * Why an act of this seat would be refused now, or nothing when the rules allow it. The rules themselves are asked, so
 * that what a screen offers and what the server accepts are one and the same.
 */
export const refusalOf = (
  proceedings: Proceedings,
  seat: string,
  command: ProceedingsCommand,
  at: Instant,
): Refusal | undefined => {
  const decision = decideProceedings(proceedings, { by: { seat }, at, command })
  return decision.ok ? undefined : decision.refusal
}

export const isAllowed = (
  proceedings: Proceedings,
  seat: string,
  command: ProceedingsCommand,
  at: Instant,
): boolean => refusalOf(proceedings, seat, command, at) === undefined
