import { clock } from '@parley/domain/meeting/views/clock'
import { packOf } from '@parley/domain/meeting/seats'
import { useEffect, useRef, useState } from 'react'
import { announcementOf, type Announcement } from './announcements.ts'
import { useLocale } from './locale.tsx'
import { useRoom, useServerNow } from './room-context.tsx'

/** Says aloud, to those who do not see it, what has just been recorded. What happened before the page was opened is not said. */
export const Announcer = () => {
  const { facts, proceedings, seat } = useRoom()
  const { language, say } = useLocale()
  const said = useRef(facts.length)
  const [last, setLast] = useState<Announcement>()
  useEffect(() => {
    for (let index = said.current; index < facts.length; index += 1) {
      const fact = facts.at(index)
      const announcement = fact && announcementOf(language, fact, proceedings, seat)
      if (announcement !== undefined) setLast(announcement)
    }
    said.current = facts.length
  }, [facts, proceedings, language, seat])
  const isLastMinute = useIsMyLastMinute()
  return (
    <>
      <p className="sr" role="status">
        {last?.when === 'in-turn' ? last.text : ''}
      </p>
      <p className="sr" role="alert">
        {isLastMinute ? say('room.announce-warning') : last?.when === 'at-once' ? last.text : ''}
      </p>
    </>
  )
}

const useIsMyLastMinute = (): boolean => {
  const { meeting, seat } = useRoom()
  const now = useServerNow()
  const { turn } = meeting
  return turn !== undefined && turn.seat === seat && clock(turn, packOf(meeting), now).state === 'warning'
}
