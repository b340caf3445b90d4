import type { Arrivals } from '@parley/client/parley-client'
import type { Role } from '@parley/domain/meeting/things'
import { formatDate } from '@parley/messages/dates'
import { useLocale } from '../../app/locale.tsx'
import { usePresence } from '../../app/presence.tsx'
import { useRoom } from '../../app/room-context.tsx'
import { timeZoneOf } from '../../app/time-zone.ts'
import { Chip } from '../../ui/chip.tsx'

export type Arrival = Arrivals['arrivals'][number]

/** How far a person has come: whether they are in the room now, or else invited, waiting, arrived; and since when. */
export const HowFar = ({
  seat,
  role,
  arrival,
}: {
  readonly seat: string
  readonly role: Role
  readonly arrival: Arrival | undefined
}) => {
  const { say } = useLocale()
  const presence = usePresence()?.get(seat)
  return (
    <>
      {presence !== undefined && <Chip>{say(`prepare.is-${presence}`)}</Chip>}
      {presence === undefined && arrival !== undefined && (
        <Chip solid={arrival.state === 'waiting'}>{say(`arrive.state-${arrival.state}`)}</Chip>
      )}
      <small>
        {say(`role.${role}`)}
        <ArrivalTimes arrival={arrival} />
      </small>
    </>
  )
}

/** When it came to that, where it has come to anything. */
const ArrivalTimes = ({ arrival }: { readonly arrival: Arrival | undefined }) => {
  const { meeting, seat } = useRoom()
  const { language, say } = useLocale()
  if (arrival === undefined || arrival.state === 'not-invited') return null
  const time = (at: number): string => formatDate(language, at, timeZoneOf(meeting, seat), 'date-time')
  const since = time(arrival.since)
  if (arrival.state === 'invited')
    return <> · {say('arrive.link-times', { since, until: time(arrival.until) })}</>
  return (
    <>
      {' · '}
      {say('arrive.here-since', { since })}
      {arrival.devices > 1 && (
        <>
          {' · '}
          {say(arrival.state === 'waiting' ? 'arrive.waits-on' : 'arrive.on-devices', {
            count: arrival.devices,
          })}
        </>
      )}
    </>
  )
}
