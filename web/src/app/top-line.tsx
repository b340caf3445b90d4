import { formatDate } from '@parley/messages/dates'
import { ordinal } from '@parley/messages/ordinals'
import { LobbyPanel } from '../features/arrive/lobby-panel.tsx'
import { Chip } from '../ui/chip.tsx'
import { Icon } from '../ui/icon.tsx'
import { Mark } from '../ui/mark.tsx'
import { Words } from '../ui/words.tsx'
import { Brand } from './brand.tsx'
import { useCell } from './cell.ts'
import type { ConnectionState } from './connection.ts'
import { LanguageChoice } from './language-choice.tsx'
import { useLocale } from './locale.tsx'
import { PlacesMenu } from './places-menu.tsx'
import { placesOf } from './places.ts'
import { RecordingSign } from './recording-sign.tsx'
import { useNames, useRoom, useServerNow } from './room-context.tsx'
import type { MeetingView } from './routes.ts'
import { timeZoneOf } from './time-zone.ts'
import styles from './top-line.module.css'

const EVERY_MS = 5000

/** Which meeting, how it stands, that it is recorded, what time it is in each capital, how the line is, who you are. */
export const TopLine = ({ view }: { readonly view: MeetingView }) => {
  const { meeting, facts, seat, sitting } = useRoom()
  const { language, say } = useLocale()
  const names = useNames()
  return (
    <header className={styles['top']}>
      <Brand />
      <p className={styles['where']}>
        <b>
          <Words {...names.words(meeting.dialogueName)} />
        </b>{' '}
        {say('term.ordinal-meeting', { ordinal: ordinal(language, meeting.number, 'meeting') })}
      </p>
      <Chip solid>{say(`phase.${meeting.phase}`)}</Chip>
      <RecordingSign />
      <span className={styles['entry']}>
        <Icon name="record" small />
        {say('room.entry', { count: facts.at(-1)?.seq ?? 0 })}
      </span>
      <div className={styles['end']}>
        <Capitals />
        <Line />
        <LanguageChoice />
        <span className={styles['you']}>
          {meeting.chair.includes(seat) ? (
            <Icon name="gavel" small />
          ) : (
            <Mark side={names.sideOfSeat(seat)} />
          )}
          <b>
            <Words {...names.person(seat)} />
          </b>
        </span>
        {placesOf(meeting, seat).includes('prepare') && (
          <LobbyPanel
            place={sitting.place}
            timeZone={timeZoneOf(meeting, seat)}
            called={(one) => ({
              name: names.person(one),
              office: names.office(one),
              side: names.sideOfSeat(one),
            })}
          />
        )}
        <PlacesMenu view={view} />
      </div>
    </header>
  )
}

const Capitals = () => {
  const { meeting } = useRoom()
  const { language } = useLocale()
  const { words } = useNames()
  const now = useServerNow(EVERY_MS)
  return (
    <span className={styles['capitals']}>
      {meeting.delegations.slice(0, 3).map(({ id, city, timeZone }) => (
        <span key={id}>
          <Words {...words(city)} />
          <b>{formatDate(language, now, timeZone, 'time')}</b>
        </span>
      ))}
    </span>
  )
}

const BARS: Readonly<Record<ConnectionState, number>> = {
  opening: 1,
  live: 4,
  lost: 0,
  'signed-out': 0,
  refused: 0,
  outdated: 0,
}

/** The state of the line, as bars and a word. */
const Line = () => {
  const { sitting } = useRoom()
  const { say } = useLocale()
  const state = useCell(sitting.connection)
  const word = state === 'live' || state === 'opening' ? state : 'lost'
  return (
    <span className={styles['line']}>
      <span className={styles['bars']} aria-hidden="true">
        {[1, 2, 3, 4].map((bar) => (
          <i key={bar} className={bar > BARS[state] ? styles['off'] : ''} />
        ))}
      </span>
      <span className={state === 'live' ? styles['word'] : ''}>{say(`room.connection-${word}`)}</span>
    </span>
  )
}
