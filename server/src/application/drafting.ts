import { collectFacts } from '@parley/domain/release/facts'
import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import { writeRelease } from '@parley/messages/writers/index'
import type { EventStore } from '../ports/event-store.ts'
import { isProceedingsEvent } from './kinds.ts'
import { recordedOf } from './leaf.ts'

/**
 * A command as the rules see it: a `DraftRelease` without an expression gets one written from the first `size` leaves of
 * the log. Where no writer knows the language it stays without, and the rules refuse it.
 */
export const withExpression = async (
  store: EventStore,
  log: string,
  size: number,
  command: ProceedingsCommand,
): Promise<ProceedingsCommand> => {
  if (command.type !== 'DraftRelease' || command.expression !== undefined || size === 0) return command
  const leaves = await store.read(log, 0, size)
  const facts = collectFacts(leaves.map((leaf) => recordedOf(leaf, isProceedingsEvent)))
  const expression = writeRelease(command.language, facts)
  return expression === undefined ? command : { ...command, expression }
}
