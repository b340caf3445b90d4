import { clock } from '@parley/domain/meeting/views/clock'
import { packOf } from '@parley/domain/meeting/seats'
import type { Meeting } from '@parley/domain/meeting/state'
import { useEffect, useRef, useState } from 'react'
import {
  announcementOf,
  entryAnnouncement,
  lineAnnouncement,
  nextAnnouncement,
  type Announcement,
} from './announcements.ts'
import { useCell } from './cell.ts'
import type { ConnectionState } from './connection.ts'
import { useLocale } from './locale.tsx'
import type { Fact } from './proceedings-store.ts'
import { useRoom, useServerNow } from './room-context.tsx'

/**
 * Says aloud, to those who do not see it, what has just been recorded. What happened before the page was opened is not
 * said again; only that the sitting is recorded.
 */
export const Announcer = () => {
  const { say } = useLocale()
  const last = useLastAnnouncement()
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

/** How all stood when something was last said; no meeting before anything could be. */
type Said = {
  readonly facts: number
  readonly meeting: Meeting | undefined
  readonly state: ConnectionState
}

/** What several facts recorded in one breath amount to is said together; what interrupts goes before the rest. */
const useLastAnnouncement = (): Announcement | undefined => {
  const { facts, proceedings, meeting, seat, sitting } = useRoom()
  const { language } = useLocale()
  const state = useCell(sitting.connection)
  const said = useRef<Said>({ facts: facts.length, meeting: undefined, state })
  const [last, setLast] = useState<Announcement>()
  useEffect(() => {
    const before = said.current
    const told = factsSince(facts, before.facts).map((fact) =>
      announcementOf(language, fact, proceedings, seat),
    )
    const all = [
      ...told,
      entryAnnouncement(language, before.meeting, meeting),
      nextAnnouncement(language, before.meeting, meeting, seat),
      lineAnnouncement(language, before.state, state),
    ].filter((one) => one !== undefined)
    const urgent = all.filter(({ when }) => when === 'at-once')
    const chosen = urgent.length > 0 ? urgent : all
    const [first] = chosen
    if (first !== undefined) {
      setLast({ when: first.when, text: chosen.map(({ text }) => text).join(' ') })
    }
    said.current = { facts: facts.length, meeting, state }
  }, [facts, proceedings, meeting, language, seat, state])
  return last
}

const factsSince = (facts: ReturnType<typeof useRoom>['facts'], from: number): readonly Fact[] => {
  const since: Fact[] = []
  for (let index = from; index < facts.length; index += 1) {
    const fact = facts.at(index)
    if (fact !== undefined) since.push(fact)
  }
  return since
}

const useIsMyLastMinute = (): boolean => {
  const { meeting, seat } = useRoom()
  const now = useServerNow()
  const { turn } = meeting
  return turn !== undefined && turn.seat === seat && clock(turn, packOf(meeting), now).state === 'warning'
}
