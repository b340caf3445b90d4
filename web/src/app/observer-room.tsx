import { PublicText } from '../features/observe/public-text.tsx'
import { FollowerRoom } from './follower-room.tsx'
import { useLocale } from './locale.tsx'
import { useRoom } from './room-context.tsx'
import { textBefore } from './text-before.ts'
import { timeZoneOf } from './time-zone.ts'

/** The room as an observer has it. */
export const ObserverRoom = () => {
  const { meeting, proceedings, seat } = useRoom()
  const { say } = useLocale()
  const timeZone = timeZoneOf(meeting, seat)
  return (
    <FollowerRoom
      timeZone={timeZone}
      asideName={say('room.text')}
      note={[
        say('seats.observer'),
        ...(meeting.phase === 'adjourned' ? [] : [say('seats.observer-floor')]),
      ].join(' ')}
      aside={<PublicText text={textBefore(proceedings)} timeZone={timeZone} />}
    />
  )
}
