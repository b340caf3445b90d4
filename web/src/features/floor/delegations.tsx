import { SPEAKING_ROLES } from '@parley/domain/meeting/seats'
import { nextSpeakers } from '@parley/domain/meeting/speakers'
import type { Accredited, Meeting } from '@parley/domain/meeting/state'
import { useLocale } from '../../app/locale.tsx'
import { usePresence } from '../../app/presence.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { Mark } from '../../ui/mark.tsx'
import { SeatPicture } from '../../media/seat-picture.tsx'
import { Words } from '../../ui/words.tsx'
import { NamePlate } from './name-plate.tsx'
import styles from './delegations.module.css'

/** How many of a delegation are shown with a place for a picture; the others are counted. */
const SHOWN = 6

/** The delegations facing each other across an axis; the head first. */
export const Delegations = () => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  return (
    <section className={styles['table']} aria-label={say('room.both-sides')}>
      {meeting.delegations.map(({ id }) => (
        <Delegation key={id} delegation={id} />
      ))}
    </section>
  )
}

const Delegation = ({ delegation }: { readonly delegation: string }) => {
  const { meeting, seat: mine } = useRoom()
  const { say } = useLocale()
  const names = useNames()
  const people = peopleOf(meeting, delegation)
  const other = names.partyOther(delegation)
  const [next] = nextSpeakers(meeting)
  const presence = usePresence()
  const here = people.filter(({ seat }) => presence?.has(seat) === true).length
  const roleOf = (person: Accredited): string | undefined => {
    if (person.seat === mine) return say('room.you')
    if (meeting.chair.includes(person.seat)) return say('room.chair')
    if (person.role === 'head') return say('room.head')
    return person.seat === next?.seat ? say('room.next') : undefined
  }
  return (
    <div>
      <h2>
        <Mark side={names.side(delegation)} />
        <Words {...names.party(delegation)} />
        {other !== undefined && (
          <span>
            <Words {...other} />
          </span>
        )}
        {presence !== undefined && (
          <span className={styles['here']}>{say('sitting.here-count', { here, count: people.length })}</span>
        )}
      </h2>
      <ul className={styles['seats']}>
        {people.slice(0, SHOWN).map((person) => (
          <li key={person.seat}>
            <SeatPicture
              seat={person.seat}
              isSpeaking={meeting.turn?.seat === person.seat}
              className={styles['picture']}
            >
              {meeting.turn?.seat === person.seat && (
                <span className={styles['tag']}>{say('room.speaking')}</span>
              )}
            </SeatPicture>
            <NamePlate seat={person.seat} role={roleOf(person)} marked={false} brief />
          </li>
        ))}
      </ul>
      {people.length > SHOWN && (
        <p className={styles['more']}>{say('room.more-people', { count: people.length - SHOWN })}</p>
      )}
    </div>
  )
}

/** Who takes the floor for a delegation, the head first and then in the order of the roles. */
const peopleOf = (meeting: Meeting, delegation: string): readonly Accredited[] =>
  Object.values(meeting.people)
    .filter(
      ({ active, role, delegation: of }) => active && of === delegation && SPEAKING_ROLES.includes(role),
    )
    .toSorted((one, other) => SPEAKING_ROLES.indexOf(one.role) - SPEAKING_ROLES.indexOf(other.role))
