import type { MeetingView } from '@parley/client/parley-client'
import type { Localized } from '@parley/domain/words/language'
import { lookup } from '@parley/domain/words/lookup'
import { formatDate, zoneOffset } from '@parley/messages/dates'
import { useLocale } from '../../app/locale.tsx'
import { sideOf } from '../../app/sides.ts'
import { otherWordingFor, wordingFor } from '../../app/wording.ts'
import { Icon } from '../../ui/icon.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Words } from '../../ui/words.tsx'
import { partsOf, type Part } from './my-part.ts'
import styles from './arrival.module.css'

/** Who a person is about to be: name, scripts, office, delegation; when, about what, and what is theirs to do. */
export const Arrival = ({
  meeting,
  seat,
  onEnter,
}: {
  readonly meeting: MeetingView
  readonly seat: string
  readonly onEnter: () => void
}) => {
  const { say } = useLocale()
  return (
    <main className={styles['page']}>
      <p className={styles['lead']}>{say('room.enter-as')}</p>
      <Identity meeting={meeting} seat={seat} />
      <p className={styles['note']}>
        {say('room.enter-used')} {say('room.enter-not-me')}
      </p>
      <Facts meeting={meeting} seat={seat} />
      <ul className={styles['rights']}>
        <li>
          <Icon name="record" small /> {say('room.enter-record')}
        </li>
        <li>
          <Icon name="lock" small /> {say('room.enter-chamber')}
        </li>
      </ul>
      <button type="button" className={styles['enter']} onClick={onEnter}>
        {say('room.enter-room')}
      </button>
    </main>
  )
}

const Identity = ({ meeting, seat }: { readonly meeting: MeetingView; readonly seat: string }) => {
  const { language, say } = useLocale()
  const person = meeting.people.find((one) => one.seat === seat)
  const secretariat = meeting.secretariats.find((one) => one.seat === seat)
  const side = sideOf(meeting, person?.delegation ?? secretariat?.party)
  const party = meeting.delegations.find(({ id }) => id === (person?.delegation ?? secretariat?.party))
  const { name, office } = person?.person ?? secretariat?.person ?? { name: {}, office: undefined }
  const words = (wording: Localized | undefined) => wordingFor(wording, language, meeting.languages)
  const shown = words(name)
  const other = otherWordingFor(name, shown, meeting.languages)
  const role = person === undefined ? say('room.secretariat') : say(`role.${person.role}`)
  return (
    <div className={`${styles['card']} ${styles[side ?? 'none']}`}>
      <p className={styles['side']}>
        <Mark side={side} large />
        {party !== undefined && (
          <>
            <Words {...words(party.name)} /> ·{' '}
          </>
        )}
        {role}
      </p>
      <h1>
        <Words {...shown} />
      </h1>
      {other !== undefined && (
        <p className={styles['other']}>
          <Words {...other} />
        </p>
      )}
      {office !== undefined && (
        <p className={styles['office']}>
          <Words {...words(office)} />
        </p>
      )}
    </div>
  )
}

const Facts = ({ meeting, seat }: { readonly meeting: MeetingView; readonly seat: string }) => {
  const { language, say } = useLocale()
  const words = (wording: Localized | undefined) => wordingFor(wording, language, meeting.languages)
  const parts = partsOf(meeting, seat)
  return (
    <dl className={styles['facts']}>
      <div>
        <dt>{say('room.begins')}</dt>
        <dd>
          {meeting.delegations.map(({ id, city, timeZone }) => (
            <span key={id} className={styles['zone']}>
              <Words {...words(city)} />{' '}
              <b>{formatDate(language, meeting.startsAt, timeZone, 'date-time')}</b>{' '}
              {zoneOffset(meeting.startsAt, timeZone)}
            </span>
          ))}
          <span className={styles['zone']}>
            {say(`mode.${meeting.mode}`)} · {say(`phase.${meeting.phase}`)}
          </span>
        </dd>
      </div>
      <div>
        <dt>{say('room.theme')}</dt>
        <dd>
          <Words {...words(meeting.theme)} />
        </dd>
      </div>
      {parts.length > 0 && (
        <div>
          <dt>{say('room.your-part')}</dt>
          <dd>
            {parts.map((part) => (
              <PartLine key={JSON.stringify(part)} part={part} meeting={meeting} />
            ))}
          </dd>
        </div>
      )}
    </dl>
  )
}

const PartLine = ({ part, meeting }: { readonly part: Part; readonly meeting: MeetingView }) => {
  const { language, say } = useLocale()
  const text = (wording: Localized | undefined): string =>
    wordingFor(wording, language, meeting.languages).text
  switch (part.kind) {
    case 'chair':
      return <p>{say('room.your-part-chair')}</p>
    case 'reader':
      return <p>{say('room.your-part-reader', { who: text(part.message.author.name) })}</p>
    case 'speaker':
      return (
        <p>
          <b>{text(part.item.title)}</b>
          <br />
          {say('room.your-part-speaker')}
        </p>
      )
    case 'exchange': {
      const people = Object.fromEntries(meeting.people.map((one) => [one.seat, one.person.name]))
      return (
        <p>
          <b>{text(part.item.title)}</b>
          <br />
          {say('room.your-part-exchange', { who: text(lookup(people, part.with)) })}
        </p>
      )
    }
  }
}
