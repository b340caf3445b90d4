import { useState } from 'react'
import type { Turn } from '@parley/domain/meeting/state'
import { currentItem } from '@parley/domain/meeting/seats'
import { ClockBox, TurnRuler } from '../features/floor/clock-box.tsx'
import { KitPlates } from '../features/room-kit/kit-plates.tsx'
import { delegationOfKit, seatsAsKept, seatsKept, speakersOf } from '../features/room-kit/kit-people.ts'
import { KitRoster } from '../features/room-kit/kit-roster.tsx'
import { OwnDevices } from '../media/own-devices.tsx'
import { Button } from '../ui/button.tsx'
import { Mark } from '../ui/mark.tsx'
import { Words } from '../ui/words.tsx'
import { useLocale } from './locale.tsx'
import { NoticePage } from './notice-page.tsx'
import { useNames, useRoom } from './room-context.tsx'
import styles from './room-kit-room.module.css'

/** One device for several people of a delegation who sit in one room: large plates, and the floor asked for by name. */
export const RoomKitRoom = () => {
  const { meeting, seat } = useRoom()
  const { say } = useLocale()
  const delegation = delegationOfKit(meeting, seat)
  if (delegation !== undefined) return <Kit delegation={delegation} />
  return (
    <NoticePage title={say('seats.kit')}>
      <p>{say('seats.kit-not-yours')}</p>
    </NoticePage>
  )
}

const KEPT = 'parley.kit'

const Kit = ({ delegation }: { readonly delegation: string }) => {
  const { meeting, seat } = useRoom()
  const { say } = useLocale()
  const key = [KEPT, meeting.dialogue, meeting.meeting, seat].join('/')
  const [kept, setKept] = useState(() => localStorage.getItem(key))
  const speakers = speakersOf(meeting, delegation)
  const present = seatsKept(kept, speakers)
  const [isChoosing, setChoosing] = useState(present.length === 0)
  return (
    <div className={styles['kit']}>
      <main className={styles['main']} tabIndex={0}>
        {isChoosing ? (
          <KitRoster
            speakers={speakers}
            present={present}
            onChange={(seats) => {
              localStorage.setItem(key, seatsAsKept(seats))
              setKept(seatsAsKept(seats))
            }}
            onReady={() => setChoosing(false)}
          />
        ) : (
          <>
            <Before present={present} />
            <KitPlates present={present} clock={clockOf} />
          </>
        )}
      </main>
      <footer className={styles['foot']}>
        <OwnDevices />
        {!isChoosing && (
          <Button size="large" onPress={() => setChoosing(true)}>
            {say('seats.kit-change')}
          </Button>
        )}
      </footer>
    </div>
  )
}

const clockOf = (turn: Turn) => (
  <>
    <TurnRuler turn={turn} />
    <ClockBox turn={turn} />
  </>
)

/** What the meeting is at, and who speaks where it is nobody in this room. */
const Before = ({ present }: { readonly present: readonly string[] }) => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const { person, personOther, sideOfSeat, words } = useNames()
  const { turn } = meeting
  const other = turn === undefined ? undefined : personOther(turn.seat)
  return (
    <header className={styles['before']}>
      <div>
        <p className={styles['item']}>
          <Words {...words(currentItem(meeting)?.item.title ?? meeting.theme)} />
        </p>
        {turn === undefined ? (
          <h1>{say(meeting.phase === 'open' ? 'room.floor-free' : `phase.${meeting.phase}`)}</h1>
        ) : (
          <h1>
            <Mark side={sideOfSeat(turn.seat)} large /> <Words {...person(turn.seat)} />
            {other !== undefined && (
              <small>
                <Words {...other} />
              </small>
            )}
          </h1>
        )}
      </div>
      {turn !== undefined && !present.includes(turn.seat) && <ClockBox turn={turn} />}
    </header>
  )
}
