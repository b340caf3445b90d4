import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import type { EventStore } from '../ports/event-store.ts'

/** A command as the rules see it. */
export const withExpression = async (
  _store: EventStore,
  _log: string,
  _size: number,
  command: ProceedingsCommand,
): Promise<ProceedingsCommand> => command
