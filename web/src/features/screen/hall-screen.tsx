import { clock } from '@parley/domain/meeting/views/clock'
import { currentItem, packOf } from '@parley/domain/meeting/seats'
import { nextSpeakers } from '@parley/domain/meeting/speakers'
import type { Turn } from '@parley/domain/meeting/state'
import { chooseCatalogue, directionOf, type Catalogue } from '@parley/messages/choose-catalogue'
import { format, type Key } from '@parley/messages/format'
import { ordinal } from '@parley/messages/ordinals'
import { lookup } from '@parley/domain/words/lookup'
import { remainingDigits } from '../../app/clock-digits.ts'
import { personNameAt } from '../../app/naming.ts'
import { useNames, useRoom, useServerNow } from '../../app/room-context.tsx'
import { wordingFor } from '../../app/wording.ts'
import { Mark } from '../../ui/mark.tsx'
import { Picture } from '../../ui/picture.tsx'
import { Ruler } from '../../ui/ruler.tsx'
import styles from './hall-screen.module.css'

const EVERY_MS = 250

/** For the wall of a hall: the item, the speaker and the clock, in two languages at equal rank; no controls. */
export const HallScreen = () => {
  const { meeting } = useRoom()
  const languages = meeting.languages.slice(0, 2)
  const item = currentItem(meeting)?.item
  return (
    <main className={styles['screen']}>
      <header className={styles['duo']}>
        {languages.map((language) => (
          <div key={language} lang={language} dir={directionOf(language)}>
            <p className={styles['meeting']}>
              {wordingFor(meeting.dialogueName, language).text} ·{' '}
              {said(language, 'term.ordinal-meeting', {
                ordinal: ordinal(chooseCatalogue([language]), meeting.number, 'meeting'),
              })}
            </p>
            <p className={styles['item']}>{wordingFor(item?.title ?? meeting.theme, language).text}</p>
          </div>
        ))}
      </header>
      {meeting.turn === undefined ? (
        <Between languages={languages} />
      ) : (
        <Speaking turn={meeting.turn} languages={languages} />
      )}
    </main>
  )
}

const said = (language: string, key: Key, params?: Readonly<Record<string, string>>): string => {
  const catalogue: Catalogue = chooseCatalogue([language])
  return format(catalogue, key, params)
}

const Speaking = ({ turn, languages }: { readonly turn: Turn; readonly languages: readonly string[] }) => {
  const { meeting } = useRoom()
  const { side } = useNames()
  const pack = packOf(meeting)
  const { remainingMs, usedMs, state } = clock(turn, pack, useServerNow(EVERY_MS))
  const digits = remainingDigits(remainingMs)
  const person = lookup(meeting.people, turn.seat)?.person
  const party = meeting.delegations.find(({ id }) => id === turn.delegation)
  return (
    <>
      <div className={styles['middle']}>
        <Picture side={side(turn.delegation)} className={styles['picture']} />
        <div className={styles['time']}>
          <p className={styles['labels']}>
            {languages.map((language) => (
              <span key={language} lang={language}>
                {said(
                  language,
                  state === 'overtime' ? 'room.over' : `room.${state === 'paused' ? 'paused' : 'remaining'}`,
                )}
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
          <Next languages={languages} />
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
        <div className={styles['duo']}>
          {languages.map((language) => (
            <div key={language} lang={language} dir={directionOf(language)}>
              <h1>{wordingFor(person?.name, language).text}</h1>
              <p className={styles['office']}>
                {wordingFor(person?.office, language).text || wordingFor(party?.name, language).text}
              </p>
            </div>
          ))}
        </div>
      </footer>
    </>
  )
}

const Next = ({ languages }: { readonly languages: readonly string[] }) => {
  const { meeting } = useRoom()
  const { sideOfSeat } = useNames()
  const [next] = nextSpeakers(meeting)
  if (next === undefined) return null
  return (
    <div className={styles['next']}>
      {languages.map((language) => (
        <p key={language} lang={language} dir={directionOf(language)}>
          <span>{said(language, 'room.next')}</span>
          <b>
            <Mark side={sideOfSeat(next.seat)} large />{' '}
            {wordingFor(personNameAt(meeting, next.seat), language).text}
          </b>
        </p>
      ))}
    </div>
  )
}

const Between = ({ languages }: { readonly languages: readonly string[] }) => {
  const { meeting } = useRoom()
  return (
    <div className={`${styles['duo']} ${styles['between']}`}>
      {languages.map((language) => (
        <p key={language} lang={language} dir={directionOf(language)}>
          {said(language, meeting.phase === 'open' ? 'room.floor-free' : `phase.${meeting.phase}`)}
        </p>
      ))}
    </div>
  )
}
