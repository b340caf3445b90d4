import type { OwnSeat } from '@parley/client/own-seat'
import { useEffect, useState } from 'react'
import { Arrival } from '../features/arrive/arrival.tsx'
import { ArrivalFrame } from './arrival-frame.tsx'
import { useLocale } from './locale.tsx'
import { NoticePage } from './notice-page.tsx'
import { whoAmI } from './session.ts'

/** How often whoever waits asks whether they have been admitted. */
const ASKS_EVERY_MS = 2000

/** Waiting to be admitted: who one is, and that the secretariat knows. It goes on by itself. */
export const LobbyPage = ({
  own,
  onAdmitted,
}: {
  readonly own: OwnSeat
  readonly onAdmitted: (own: OwnSeat) => void
}) => {
  const { language, say } = useLocale()
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    if (isOver) return undefined
    const timer = setInterval(() => {
      void whoAmI(language).then((who) => {
        if (who.ok && !who.value.waits) onAdmitted(who.value)
        // No answer is no decision: it is asked again.
        if (!who.ok && who.problem.status === 401) setOver(true)
      })
    }, ASKS_EVERY_MS)
    return () => clearInterval(timer)
  }, [isOver, language, onAdmitted])
  const title = say(isOver ? 'arrive.turned-away-title' : 'arrive.lobby-title')
  useEffect(() => {
    document.title = `${title} · Parley`
  }, [title])
  return (
    <ArrivalFrame>
      {isOver ? (
        <NoticePage title={title}>
          <p role="status">{say('arrive.turned-away')}</p>
        </NoticePage>
      ) : (
        <Arrival card={own.card} invitation={undefined} />
      )}
    </ArrivalFrame>
  )
}
