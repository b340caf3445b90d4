import { openBrowserSocket } from '@parley/client/browser-socket'
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'
import { meetingLog, type Place } from './connection.ts'
import { ownClient } from './own-client.ts'

/** Who has the meeting open: in front of them, or behind other windows. Who is missing has not. */
export type Presence = ReadonlyMap<string, 'here' | 'away'>

const PresenceContext = createContext<Presence | undefined>(undefined)

/** Who is here, as far as is known; nothing where it is not known at all. It is never recorded. */
export const usePresence = (): Presence | undefined => useContext(PresenceContext)

/** Says that this seat is here, or away while the page is hidden, and tells the parts of the page who else is. */
export const PresenceProvider = ({
  place,
  children,
}: {
  readonly place: Place
  readonly children: ReactNode
}) => {
  const [presence, setPresence] = useState<Presence>()
  const log = meetingLog(place)
  useEffect(() => {
    const live = ownClient({ openSocket: openBrowserSocket }).live()
    const attend = (): void => {
      live.attend(log, document.hidden ? 'away' : 'here', (present) =>
        setPresence(new Map(present.map(({ seat, state }) => [seat, state]))),
      )
    }
    attend()
    document.addEventListener('visibilitychange', attend)
    return () => {
      document.removeEventListener('visibilitychange', attend)
      live.close()
    }
  }, [log])
  return <PresenceContext value={presence}>{children}</PresenceContext>
}
