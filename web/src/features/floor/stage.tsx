import { currentItem } from '@parley/domain/meeting/seats'
import type { Turn } from '@parley/domain/meeting/state'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Picture } from '../../ui/picture.tsx'
import { Words } from '../../ui/words.tsx'
import { SeatPicture } from '../../media/seat-picture.tsx'
import { SharedScreens } from '../../media/shared-screens.tsx'
import { ClockBox, TurnRuler } from './clock-box.tsx'
import { MessageWording } from './message-wording.tsx'
import { NamePlate } from './name-plate.tsx'
import { Phase } from './phase.tsx'
import styles from './stage.module.css'

/** The speaker, the chair, the clock: what everybody looks at. */
export const Stage = () => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const { turn } = meeting
  const [chair] = meeting.chair
  const isShared = meeting.chair.length > 1
  if (meeting.phase !== 'open') {
    return (
      <section aria-label={say('room.stage')}>
        <Phase />
        {turn !== undefined && <Speaker turn={turn} />}
      </section>
    )
  }
  return (
    <section className={styles['stage']} aria-label={say('room.stage')}>
      <div className={styles['pictures']}>
        <SharedScreens caption={turn === undefined && <Between brief />}>
          {turn === undefined ? (
            <Picture side={undefined} className={styles['main']}>
              <Between />
            </Picture>
          ) : (
            <SeatPicture seat={turn.seat} className={styles['main']} />
          )}
        </SharedScreens>
        <div className={styles['beside']}>
          {chair !== undefined && (
            <div>
              <SeatPicture seat={chair} className={styles['chair']} />
              {meeting.chair.map((one) => (
                <NamePlate key={one} seat={one} role={say(isShared ? 'sitting.co-chair' : 'room.chair')} />
              ))}
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
  const { meeting, seat } = useRoom()
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
      {message !== undefined && <MessageWording message={message} isReader={turn.seat === seat} />}
    </>
  )
}

/** What stands on the stage while nobody speaks: where the meeting is, in words. */
const Between = ({ brief = false }: { readonly brief?: boolean }) => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const { words } = useNames()
  const item = currentItem(meeting)
  return (
    <div className={styles[brief ? 'between-brief' : 'between']}>
      <p className={styles['phase']}>
        {say(item?.item.kind === 'break' ? 'item-kind.break' : 'room.floor-free')}
      </p>
      <h1 className={styles['what']}>
        <Words {...words(item?.item.title ?? meeting.theme)} />
      </h1>
    </div>
  )
}
