import { SPEAKING_ROLES } from '@parley/domain/meeting/seats'
import { nextSpeakers } from '@parley/domain/meeting/speakers'
import type { Accredited, Meeting } from '@parley/domain/meeting/state'
import { useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { usePresence } from '../../app/presence.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Mark } from '../../ui/mark.tsx'
import { PinFace } from '../../media/pin-face.tsx'
import { SeatPicture } from '../../media/seat-picture.tsx'
import { Words } from '../../ui/words.tsx'
import { galleryPage } from './gallery-page.ts'
import { NamePlate } from './name-plate.tsx'
import styles from './delegations.module.css'

/** How many of a delegation are shown at a time, each with a place for a picture; the others are on further pages. */
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
  const [wanted, setWanted] = useState(1)
  const { shown, page, pages } = galleryPage(people, SHOWN, wanted)
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
        {shown.map((person) => (
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
            <PinFace seat={person.seat} />
            <NamePlate seat={person.seat} role={roleOf(person)} marked={false} brief />
          </li>
        ))}
      </ul>
      {pages > 1 && <Pages page={page} pages={pages} of={names.party(delegation).text} onTurn={setWanted} />}
    </div>
  )
}

/** Leafing through a delegation; which page it is, is said when it changes. */
const Pages = ({
  page,
  pages,
  of,
  onTurn,
}: {
  readonly page: number
  readonly pages: number
  readonly of: string
  readonly onTurn: (page: number) => void
}) => {
  const { say } = useLocale()
  const turn = (way: 'previous' | 'next', to: number) => (
    <Button
      look="quiet"
      label={`${say(`media.page-${way}`)}: ${of}`}
      reason={to < 1 || to > pages ? say('media.page-of', { page, pages }) : undefined}
      onPress={() => onTurn(to)}
    >
      {say(`media.page-${way}`)}
    </Button>
  )
  return (
    <div className={styles['pages']}>
      {turn('previous', page - 1)}
      <span role="status">{say('media.page-of', { page, pages })}</span>
      {turn('next', page + 1)}
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
