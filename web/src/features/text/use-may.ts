import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import { isAllowed } from '../../app/permission.ts'
import { useRoom, useServerNow } from '../../app/room-context.tsx'

/** Rights on a text change with the record, not with the second. */
const EVERY_MS = 60_000

/** Asks the rules whether this seat may do something now. */
export const useMay = (): ((command: ProceedingsCommand) => boolean) => {
  const { proceedings, seat } = useRoom()
  const now = useServerNow(EVERY_MS)
  return (command) => isAllowed(proceedings, seat, command, now)
}
