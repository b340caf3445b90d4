import type { SeatCard } from '@parley/client/own-seat'
import type { Localized } from '@parley/domain/words/language'
import { formatDate, zoneOffset } from '@parley/messages/dates'
import { ordinal } from '@parley/messages/ordinals'
import { useLocale } from '../../app/locale.tsx'
import { sideOf } from '../../app/sides.ts'
import { otherWordingFor, wordingFor } from '../../app/wording.ts'
import { Icon } from '../../ui/icon.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Words } from '../../ui/words.tsx'
import { zonesOf } from './zones.ts'
import styles from './arrival.module.css'

/**
 * Who a person is about to be: name, scripts, office, delegation; when, about what, and what is theirs to do. With an
 * `invitation` it is not used up yet; without `onEnter` the person waits to be admitted.
 */
export const Arrival = ({
  card,
  invitation,
  onEnter,
}: {
  readonly card: SeatCard
  readonly invitation: { readonly lobby: boolean } | undefined
  readonly onEnter?: (() => void) | undefined
}) => {
  const { say } = useLocale()
  const lead = invitation === undefined ? 'room.seat-of' : 'room.enter-as'
  return (
    <main className={styles['page']}>
      <p className={styles['lead']}>{say(lead)}</p>
      <Identity card={card} />
      <p className={styles['note']}>
        {invitation !== undefined && <>{say('arrive.used-on-enter')} </>}
        {say('room.enter-not-me')}
      </p>
      <Facts card={card} />
      {onEnter === undefined ? <Waiting /> : <Entry card={card} invitation={invitation} onEnter={onEnter} />}
    </main>
  )
}

const Entry = ({
  card,
  invitation,
  onEnter,
}: {
  readonly card: SeatCard
  readonly invitation: { readonly lobby: boolean } | undefined
  readonly onEnter: () => void
}) => {
  const { say } = useLocale()
  const enter = card.meeting === undefined ? 'arrive.enter' : 'room.enter-room'
  const asks = invitation?.lobby === true
  return (
    <>
      <ul className={styles['rights']}>
        <li>
          <Icon name="record" small /> {say('room.enter-record')}
        </li>
        <li>
          <Icon name="lock" small /> {say('room.enter-chamber')}
        </li>
      </ul>
      <button type="button" className={styles['enter']} onClick={onEnter}>
        {say(asks ? 'arrive.ask-to-enter' : enter)}
      </button>
      {asks && <p className={styles['below']}>{say('arrive.secretariat-admits')}</p>}
    </>
  )
}

const Waiting = () => {
  const { say } = useLocale()
  return (
    <div className={styles['waiting']} role="status">
      <h2>{say('arrive.lobby-title')}</h2>
      <p>{say('arrive.lobby-note')}</p>
    </div>
  )
}

const Identity = ({ card }: { readonly card: SeatCard }) => {
  const { language, say } = useLocale()
  const { languages, parties, delegation, person, role } = card
  const side = sideOf({ delegations: parties }, delegation)
  const party = parties.find(({ id }) => id === delegation)
  const words = (wording: Localized | undefined) => wordingFor(wording, language, languages)
  const shown = words(person.name)
  const other = otherWordingFor(person.name, shown, languages)
  return (
    <div className={`${styles['card']} ${styles[side ?? 'none']}`}>
      <p className={styles['side']}>
        <Mark side={side} large />
        {party !== undefined && (
          <>
            <Words {...words(party.name)} /> ·{' '}
          </>
        )}
        {say(role === undefined ? 'room.secretariat' : `role.${role}`)}
      </p>
      <h1>
        <Words {...shown} />
      </h1>
      {other !== undefined && (
        <p className={styles['other']}>
          <Words {...other} />
        </p>
      )}
      {person.office !== undefined && (
        <p className={styles['office']}>
          <Words {...words(person.office)} />
        </p>
      )}
    </div>
  )
}

const Facts = ({ card }: { readonly card: SeatCard }) => {
  const { language, say } = useLocale()
  const { meeting, parts, languages } = card
  const words = (wording: Localized | undefined) => wordingFor(wording, language, languages)
  return (
    <dl className={styles['facts']}>
      <div>
        <dt>{say('portal.kind-dialogue')}</dt>
        <dd>
          <Words {...words(card.dialogueName)} />
          {meeting !== undefined && (
            <span className={styles['zone']}>
              {say('term.ordinal-meeting', { ordinal: ordinal(language, meeting.number, 'meeting') })}
            </span>
          )}
        </dd>
      </div>
      {meeting !== undefined && <Time card={card} meeting={meeting} />}
      {meeting !== undefined && (
        <div>
          <dt>{say('room.theme')}</dt>
          <dd>
            <Words {...words(meeting.theme)} />
          </dd>
        </div>
      )}
      {parts.length > 0 && (
        <div>
          <dt>{say('room.your-part')}</dt>
          <dd>
            {parts.map((part) => (
              <PartLine key={JSON.stringify(part)} part={part} languages={languages} />
            ))}
          </dd>
        </div>
      )}
    </dl>
  )
}

const Time = ({
  card,
  meeting,
}: {
  readonly card: SeatCard
  readonly meeting: NonNullable<SeatCard['meeting']>
}) => {
  const { language, say } = useLocale()
  const { startsAt, mode, phase } = meeting
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <div>
      <dt>{say('room.begins')}</dt>
      <dd>
        {zonesOf(startsAt, card.parties, own).map(({ city, timeZone }) => (
          <span key={timeZone} className={styles['zone']}>
            {city === undefined ? (
              say('arrive.your-time')
            ) : (
              <Words {...wordingFor(city, language, card.languages)} />
            )}{' '}
            <b>{formatDate(language, startsAt, timeZone, 'date-time')}</b> {zoneOffset(startsAt, timeZone)}
          </span>
        ))}
        <span className={styles['zone']}>
          {say(`mode.${mode}`)} · {say(`phase.${phase}`)}
        </span>
      </dd>
    </div>
  )
}

const PartLine = ({
  part,
  languages,
}: {
  readonly part: SeatCard['parts'][number]
  readonly languages: readonly string[]
}) => {
  const { language, say } = useLocale()
  const text = (wording: Localized): string => wordingFor(wording, language, languages).text
  switch (part.kind) {
    case 'chair':
      return <p>{say('room.your-part-chair')}</p>
    case 'reader':
      return <p>{say('room.your-part-reader', { who: text(part.author) })}</p>
    case 'speaker':
      return (
        <p>
          <b>{text(part.item)}</b>
          <br />
          {say('room.your-part-speaker')}
        </p>
      )
    case 'exchange':
      return (
        <p>
          <b>{text(part.item)}</b>
          <br />
          {say('room.your-part-exchange', { who: text(part.with) })}
        </p>
      )
  }
}
