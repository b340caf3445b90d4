import type { Lobby } from '@parley/client/parley-client'
import { useCallback, useEffect, useState } from 'react'
import type { Place } from '../../app/connection.ts'
import { ownClient } from '../../app/own-client.ts'

const ASKS_EVERY_MS = 4000

/** Who waits to be admitted by this seat, asked again every few seconds while the page is looked at. */
export const useLobby = ({ dialogue, meeting }: Place) => {
  const [waiting, setWaiting] = useState<Lobby['waiting']>([])
  const [isTroubled, setTroubled] = useState(false)
  const ask = useCallback(async (): Promise<void> => {
    const answer = await ownClient().lobby({ dialogue, meeting })
    if (answer.ok) setWaiting(answer.value.waiting)
  }, [dialogue, meeting])
  useEffect(() => {
    void ask()
    const timer = setInterval(() => {
      if (!document.hidden) void ask()
    }, ASKS_EVERY_MS)
    return () => clearInterval(timer)
  }, [ask])
  const decide = async (seat: string, decision: 'admit' | 'revoke'): Promise<void> => {
    const answer = await ownClient()[decision]({ dialogue, meeting, seat })
    setTroubled(!answer.ok)
    await ask()
  }
  return { waiting, isTroubled, decide }
}
