import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import { useMemo } from 'react'
import { meetingLog } from '../../app/connection.ts'
import { useRoom } from '../../app/room-context.tsx'
import { once } from './once.ts'

/** Acts on the meeting’s record so that a second press is no second act; wherever in the room the button stands. */
export const useActOnce = (): ((command: ProceedingsCommand) => Promise<boolean>) => {
  const { sitting } = useRoom()
  return useMemo(
    () =>
      once(
        (command) => sitting.desk.act(meetingLog(sitting.place), command),
        () => sitting.store.read().proceedings.size,
      ),
    [sitting],
  )
}
