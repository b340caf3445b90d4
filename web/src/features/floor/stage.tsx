import { currentItem } from '@parley/domain/meeting/seats'
import type { Turn } from '@parley/domain/meeting/state'
import { formatDate, zoneOffset } from '@parley/messages/dates'
import { missingText } from '@parley/messages/problem-text'
import { missingBeforeOpening } from '@parley/domain/meeting/views/missing'
import { useLocale } from '../../app/locale.tsx'
import { namingIn } from '../../app/naming.ts'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Picture } from '../../ui/picture.tsx'
import { Words } from '../../ui/words.tsx'
import { ClockBox, TurnRuler } from './clock-box.tsx'
import { NamePlate } from './name-plate.tsx'
import styles from './stage.module.css'

/** The speaker, the chair, the clock: what everybody looks at. */
export const Stage = () => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const { sideOfSeat } = useNames()
  const { turn } = meeting
  const [chair] = meeting.chair
  return (
    <section className={styles['stage']} aria-label={say('room.stage')}>
      <div className={styles['pictures']}>
        <Picture side={turn === undefined ? undefined : sideOfSeat(turn.seat)} className={styles['main']}>
          {turn === undefined && <Between />}
        </Picture>
        <div className={styles['beside']}>
          {chair !== undefined && (
            <div>
              <Picture side={sideOfSeat(chair)} className={styles['chair']} />
              <NamePlate seat={chair} role={say('room.chair')} />
            </div>
          )}
          {turn !== undefined && <ClockBox turn={turn} />}
        </div>
      </div>
      {turn !== undefined && <Speaker turn={turn} />}
    </section>
  )
}

const Speaker = ({ turn }: { readonly turn: Turn }) => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const names = useNames()
  const person = names.person(turn.seat)
  const other = names.personOther(turn.seat)
  const office = names.office(turn.seat)
  const party = turn.delegation === undefined ? undefined : names.party(turn.delegation)
  const message = meeting.messages.find((one) => one.message.id === turn.message)?.message
  return (
    <>
      <div className={styles['speaker']}>
        <div>
          <h1>
            <Mark side={names.side(turn.delegation)} large />
            <Words {...person} />
            {other !== undefined && (
              <span className={styles['other']}>
                <Words {...other} />
              </span>
            )}
          </h1>
          <p>
            {[office, party].map((one) =>
              one === undefined || one.text === '' ? null : (
                <span key={one.text} className={styles['part']}>
                  <Words {...one} />
                </span>
              ),
            )}
          </p>
        </div>
        <p className={styles['kind']}>
          <Icon name="say" small /> {say(`speech.${turn.kind}`)}
          {message !== undefined && (
            <>
              <br />
              <Words {...names.words(message.author.name)} />
            </>
          )}
        </p>
      </div>
      <TurnRuler turn={turn} />
    </>
  )
}

/** What stands on the stage while nobody speaks: where the meeting is, in words. */
const Between = () => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const { words } = useNames()
  const item = currentItem(meeting)
  return (
    <div className={styles['between']}>
      <p className={styles['phase']}>
        {meeting.phase === 'open' ? say('room.floor-free') : say(`phase.${meeting.phase}`)}
      </p>
      <p className={styles['what']}>
        <Words {...words(item?.item.title ?? meeting.theme)} />
      </p>
      {meeting.phase === 'convened' && <BeforeOpening />}
      {meeting.suspension !== undefined && <p>{say(`suspension.${meeting.suspension.cause}`)}</p>}
    </div>
  )
}

const BeforeOpening = () => {
  const { meeting, proceedings } = useRoom()
  const { language, say } = useLocale()
  const { words } = useNames()
  const { blocking } = missingBeforeOpening(meeting)
  const naming = namingIn(proceedings, language)
  return (
    <>
      {meeting.delegations.map(({ id, city, timeZone }) => (
        <p key={id}>
          <Words {...words(city)} /> {formatDate(language, meeting.startsAt, timeZone, 'date-time')} (
          {zoneOffset(meeting.startsAt, timeZone)})
        </p>
      ))}
      {blocking.length > 0 && (
        <ul className={styles['missing']} aria-label={say('room.missing')}>
          {blocking.map((one) => (
            <li key={JSON.stringify(one)}>{missingText(language, one, naming)}</li>
          ))}
        </ul>
      )}
    </>
  )
}
