import { PublicText } from '../features/observe/public-text.tsx'
import { PositionsForPress } from '../features/press/positions.tsx'
import { ReleasesForPress } from '../features/press/releases.tsx'
import { FollowerRoom } from './follower-room.tsx'
import { useLocale } from './locale.tsx'
import { useRoom } from './room-context.tsx'
import { pathOf } from './routes.ts'
import { textBefore } from './text-before.ts'
import { timeZoneOf } from './time-zone.ts'

/** The room as a press officer has it: what may be published and when, beside the meeting itself. */
export const PressRoom = () => {
  const { meeting, proceedings, seat, sitting } = useRoom()
  const { say } = useLocale()
  const timeZone = timeZoneOf(meeting, seat)
  return (
    <FollowerRoom
      timeZone={timeZone}
      asideName={say('seats.releases')}
      note={say('seats.press')}
      aside={
        <>
          <ReleasesForPress
            timeZone={timeZone}
            desk={pathOf({ page: 'meeting', ...sitting.place, view: 'desk' })}
          />
          <PositionsForPress />
          <PublicText text={textBefore(proceedings)} timeZone={timeZone} />
        </>
      }
    />
  )
}
