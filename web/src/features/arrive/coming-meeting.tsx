import type { MeetingView } from '@parley/client/parley-client'
import { useEffect, useState } from 'react'
import { arrivalCounts } from '../../app/arrival-counts.ts'
import type { Place } from '../../app/connection.ts'
import { useLocale } from '../../app/locale.tsx'
import { ownClient } from '../../app/own-client.ts'
import { pathOf } from '../../app/routes.ts'
import { sideOf } from '../../app/sides.ts'
import { useArrivals } from '../../app/use-arrivals.ts'
import { wordingFor } from '../../app/wording.ts'
import { LobbyPanel, type Called } from './lobby-panel.tsx'
import styles from './coming-meeting.module.css'

/** Who of one's own has come to a meeting, seen from outside it; nothing for whoever invites nobody. */
export const ComingMeeting = ({ place, timeZone }: { readonly place: Place; readonly timeZone: string }) => {
  const { dialogue, meeting } = place
  const { language, say } = useLocale()
  const { arrivals } = useArrivals(place)
  const [view, setView] = useState<MeetingView>()
  const who = [...(arrivals?.keys() ?? [])].join(' ')
  useEffect(() => {
    void ownClient()
      .summary(dialogue, meeting)
      .then((answer) => {
        if (answer.ok) setView(answer.value)
      })
    // Whoever is accredited meanwhile has a name as well.
  }, [dialogue, meeting, who])
  if (arrivals === undefined || arrivals.size === 0 || view === undefined) return null
  const called = (seat: string): Called => {
    const found = view.people.find((one) => one.seat === seat)
    return {
      name: wordingFor(found?.person.name, language, view.languages),
      office: wordingFor(found?.person.office, language, view.languages),
      side: sideOf(view, found?.delegation),
    }
  }
  return (
    <div className={styles['coming']}>
      <a href={`${pathOf({ page: 'meeting', ...place, view: 'prepare' })}#invitations`}>
        {say('arrive.who-has-come')}
      </a>
      <span>{say('arrive.counts', arrivalCounts(arrivals.values()))}</span>
      <LobbyPanel place={place} called={called} timeZone={timeZone} />
    </div>
  )
}
