import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import { refusalOf } from '../../app/permission.ts'
import { useNames, useRoom, useServerNow } from '../../app/room-context.tsx'

/** What becomes of a command that is being made: why the rules would refuse it as it stands, and the way to send it. */
export const useFormAct = (
  command: ProceedingsCommand | undefined,
  onDone: () => void,
): { readonly reason: string | undefined; readonly send: () => void } => {
  const { proceedings, seat, act } = useRoom()
  const { reason } = useNames()
  const now = useServerNow()
  const refusal = command && refusalOf(proceedings, seat, command, now)
  return {
    // An unfinished form has nothing to explain: its fields say what is missing.
    reason: command === undefined ? '' : refusal && reason(refusal),
    send: () => {
      if (command === undefined) return
      onDone()
      void act(command)
    },
  }
}
