import { clock } from '@parley/domain/meeting/views/clock'
import { packOf } from '@parley/domain/meeting/seats'
import { nextSpeakers } from '@parley/domain/meeting/speakers'
import type { Turn } from '@parley/domain/meeting/state'
import { lookup } from '@parley/domain/words/lookup'
import { remainingDigits } from '../../app/clock-digits.ts'
import { personNameAt } from '../../app/naming.ts'
import { useNames, useRoom, useServerNow } from '../../app/room-context.tsx'
import { wordingFor } from '../../app/wording.ts'
import { SeatPicture } from '../../media/seat-picture.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Ruler } from '../../ui/ruler.tsx'
import { hallSays, lettersOf, type HallLanguage } from './hall-words.ts'
import styles from './hall-screen.module.css'

const EVERY_MS = 250

/** The speaker and the clock, and who comes next; a message also says whose it is. */
export const HallSpeaking = ({
  turn,
  languages,
}: {
  readonly turn: Turn
  readonly languages: readonly HallLanguage[]
}) => {
  const { meeting } = useRoom()
  const { side } = useNames()
  const pack = packOf(meeting)
  const { usedMs } = clock(turn, pack, useServerNow(EVERY_MS))
  const letters = lettersOf(
    languages.map(({ lang }) => wordingFor(personNameAt(meeting, turn.seat), lang).text),
  )
  return (
    <>
      <div className={styles['middle']}>
        <SeatPicture seat={turn.seat} className={styles['picture']} />
        <div className={styles['time']}>
          <HallClock turn={turn} languages={languages} />
          {meeting.pointOfOrder === undefined ? (
            <Next languages={languages} />
          ) : (
            <PointOfOrder seat={meeting.pointOfOrder.seat} languages={languages} />
          )}
        </div>
      </div>
      <footer>
        <div className={styles['line']}>
          <Mark side={side(turn.delegation)} large />
          <Ruler
            minutes={turn.limitSeconds / 60}
            usedMinutes={usedMs / 60_000}
            warningMinutes={pack.warningSeconds / 60}
            side={side(turn.delegation)}
          />
        </div>
        <div className={styles['duo']} style={{ '--word': letters.word, '--name': letters.name }}>
          {languages.map((one) => (
            <Speaker key={one.lang} one={one} turn={turn} />
          ))}
        </div>
      </footer>
    </>
  )
}

const Speaker = ({ one, turn }: { readonly one: HallLanguage; readonly turn: Turn }) => {
  const { meeting } = useRoom()
  const { lang, dir } = one
  const person = lookup(meeting.people, turn.seat)?.person
  const party = meeting.delegations.find(({ id }) => id === turn.delegation)
  const message = meeting.messages.find(({ message: { id } }) => id === turn.message)?.message
  return (
    <div lang={lang} dir={dir}>
      <h1>{wordingFor(person?.name, lang).text}</h1>
      <p className={styles['office']}>
        {message === undefined
          ? wordingFor(person?.office, lang).text || wordingFor(party?.name, lang).text
          : `${hallSays(one, `message-form.${message.form}`)} · ${wordingFor(message.author.name, lang).text}`}
      </p>
    </div>
  )
}

const HallClock = ({
  turn,
  languages,
}: {
  readonly turn: Turn
  readonly languages: readonly HallLanguage[]
}) => {
  const { meeting } = useRoom()
  const { remainingMs, state } = clock(turn, packOf(meeting), useServerNow(EVERY_MS))
  const digits = remainingDigits(remainingMs)
  const word = state === 'overtime' ? 'over' : state === 'paused' ? 'paused' : 'remaining'
  return (
    <>
      <p className={styles['labels']}>
        {languages.map((one) => (
          <span key={one.lang} lang={one.lang}>
            {hallSays(one, `room.${word}`)}
          </span>
        ))}
      </p>
      <p
        className={`${styles['clock']} ${styles[state]}`}
        role="timer"
        dir="ltr"
        style={{ '--characters': digits.length }}
      >
        {digits}
      </p>
    </>
  )
}

const Next = ({ languages }: { readonly languages: readonly HallLanguage[] }) => {
  const { meeting } = useRoom()
  const { sideOfSeat } = useNames()
  const [next] = nextSpeakers(meeting)
  if (next === undefined) return null
  return (
    <div className={styles['next']}>
      {languages.map((one) => (
        <p key={one.lang} lang={one.lang} dir={one.dir}>
          <span>{hallSays(one, 'room.next')}</span>
          <b>
            <Mark side={sideOfSeat(next.seat)} large />{' '}
            {wordingFor(personNameAt(meeting, next.seat), one.lang).text}
          </b>
        </p>
      ))}
    </div>
  )
}

const PointOfOrder = ({
  seat,
  languages,
}: {
  readonly seat: string
  readonly languages: readonly HallLanguage[]
}) => {
  const { meeting } = useRoom()
  const { sideOfSeat } = useNames()
  return (
    <div className={`${styles['next']} ${styles['point']}`}>
      {languages.map((one) => (
        <p key={one.lang} lang={one.lang} dir={one.dir}>
          <span>{hallSays(one, 'speech.point-of-order')}</span>
          <b>
            <Mark side={sideOfSeat(seat)} large /> {wordingFor(personNameAt(meeting, seat), one.lang).text}
          </b>
        </p>
      ))}
    </div>
  )
}
