import { secretariatAt } from '@parley/domain/meeting/seats'
import { useMemo } from 'react'
import { recordLine } from '../features/record/record-line.ts'
import { RemovalRequests } from '../features/release/removal-requests.tsx'
import { ReleaseDesk } from '../features/release/release-desk.tsx'
import { useLocale } from './locale.tsx'
import { MarkedWording } from './marked-wording.tsx'
import { NoticePage } from './notice-page.tsx'
import { placesOf } from './places.ts'
import { useRoom } from './room-context.tsx'
import { timeZoneOf } from './time-zone.ts'

/** The release desk, for those who have business there. */
export const DeskPage = () => {
  const { meeting, seat } = useRoom()
  const { say } = useLocale()
  if (placesOf(meeting, seat).includes('desk')) return <Entered />
  return (
    <NoticePage title={say('desk.closed-title')}>
      <p>{say('desk.closed')}</p>
    </NoticePage>
  )
}

const Entered = () => {
  const { facts, meeting, proceedings, seat, sitting } = useRoom()
  const { language } = useLocale()
  const timeZone = timeZoneOf(meeting, seat)
  const bySeq = useMemo(() => new Map(facts.map((fact) => [fact.seq, fact])), [facts])
  return (
    <main>
      <ReleaseDesk
        timeZone={timeZone}
        factLine={(seq) => {
          const fact = bySeq.get(seq)
          return fact && recordLine(language, fact, proceedings, timeZone)
        }}
        changed={(wording) => <MarkedWording {...wording} />}
      >
        {secretariatAt(meeting, seat) !== undefined && (
          <RemovalRequests
            dialogue={sitting.place.dialogue}
            languages={meeting.languages}
            timeZone={timeZone}
          />
        )}
      </ReleaseDesk>
    </main>
  )
}
