import { missingBeforeOpening } from '@parley/domain/meeting/views/missing'
import { formatDate, zoneOffset } from '@parley/messages/dates'
import { missingText } from '@parley/messages/problem-text'
import { formatDuration } from '@parley/messages/quantities'
import { useLocale } from '../../app/locale.tsx'
import { namingIn } from '../../app/naming.ts'
import { placesOf } from '../../app/places.ts'
import { useNames, useRoom, useServerNow } from '../../app/room-context.tsx'
import { TimesOfMeeting } from '../../app/times-of-meeting.tsx'
import { timeZoneOf } from '../../app/time-zone.ts'
import { pathOf, type MeetingView } from '../../app/routes.ts'
import { Icon } from '../../ui/icon.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Words } from '../../ui/words.tsx'
import styles from './phase.module.css'

const EVERY_MS = 10_000

/** How the meeting stands while it does not sit, and what there is to do meanwhile; nothing while it sits. */
export const Phase = () => {
  const { meeting } = useRoom()
  switch (meeting.phase) {
    case 'convened':
      return <BeforeOpening />
    case 'suspended':
      return <Suspended />
    case 'adjourned':
      return <Adjourned />
    case 'open':
    case 'none':
      return null
  }
}

const BeforeOpening = () => {
  const { meeting, proceedings } = useRoom()
  const { language, say } = useLocale()
  const { words } = useNames()
  const now = useServerNow(EVERY_MS)
  const { blocking, advisory } = missingBeforeOpening(meeting)
  const naming = namingIn(proceedings, language)
  const seconds = (meeting.startsAt - now) / 1000
  return (
    <section className={styles['phase']} aria-label={say('phase.convened')}>
      <p className={styles['state']}>{say('sitting.not-yet-open')}</p>
      <h1>
        <Words {...words(meeting.theme)} />
      </h1>
      <p>
        {seconds > 60
          ? say('sitting.begins-in', { duration: formatDuration(language, Math.round(seconds / 60) * 60) })
          : say('sitting.time-has-come')}
      </p>
      <Capitals at={meeting.startsAt} />
      {blocking.length > 0 ? (
        <div className={styles['missing']}>
          <h2 id="missing">{say('room.missing')}</h2>
          <ul aria-labelledby="missing">
            {blocking.map((one) => (
              <li key={JSON.stringify(one)}>{missingText(language, one, naming)}</li>
            ))}
          </ul>
        </div>
      ) : (
        <p className={styles['good']}>
          <Icon name="check" small /> {say('sitting.nothing-missing')}
        </p>
      )}
      {advisory.length > 0 && <p>{say('sitting.advisory', { count: advisory.length })}</p>}
      <Ways views={['prepare', 'text', 'chamber']} />
    </section>
  )
}

const Suspended = () => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const { party } = useNames()
  const now = useServerNow(EVERY_MS)
  const { suspension } = meeting
  if (suspension === undefined) return null
  const { cause, delegation, until } = suspension
  return (
    <section className={styles['phase']} aria-label={say('phase.suspended')}>
      <h1>{say('room.announce-suspended')}</h1>
      <p>{say('sitting.suspended-for', { cause: say(`suspension.${cause}`) })}</p>
      {delegation !== undefined && <p>{say('sitting.suspended-at-wish', { who: party(delegation).text })}</p>}
      {until !== undefined && (
        <>
          <p>{say(until > now ? 'sitting.resumes-at' : 'sitting.resumption-due')}</p>
          <Capitals at={until} isTimeOnly />
        </>
      )}
      <Ways views={['text', 'chamber']} />
    </section>
  )
}

const Adjourned = () => {
  const { meeting, proceedings, seat } = useRoom()
  const { say } = useLocale()
  const { words } = useNames()
  const texts = Object.values(proceedings.texts.byId)
  return (
    <section className={styles['phase']} aria-label={say('phase.adjourned')}>
      <h1>{say('room.announce-adjourned')}</h1>
      {meeting.adjournedAt !== undefined && <Capitals at={meeting.adjournedAt} />}
      {texts.map((text) => (
        <p key={text.text}>
          <Words {...words(text.title)} />:{' '}
          {say(
            text.adopted === undefined
              ? text.silence === undefined
                ? 'sitting.text-not-adopted'
                : 'sitting.text-in-silence'
              : 'room.adopted',
          )}
        </p>
      ))}
      <p>{say('sitting.what-now')}</p>
      <Ways views={['text', 'desk', 'chamber']} />
      <div className={styles['times']}>
        <TimesOfMeeting timeZone={timeZoneOf(meeting, seat)} />
      </div>
    </section>
  )
}

/** A moment as each capital reads it. */
const Capitals = ({ at, isTimeOnly = false }: { readonly at: number; readonly isTimeOnly?: boolean }) => {
  const { meeting } = useRoom()
  const { language } = useLocale()
  const { words, side } = useNames()
  return (
    <dl className={styles['capitals']}>
      {meeting.delegations.map(({ id, city, timeZone }) => (
        <div key={id}>
          <dt>
            <Mark side={side(id)} /> <Words {...words(city)} />
          </dt>
          <dd>
            {formatDate(language, at, timeZone, isTimeOnly ? 'time' : 'date-time')}{' '}
            <small>{zoneOffset(at, timeZone)}</small>
          </dd>
        </div>
      ))}
    </dl>
  )
}

const WAYS = {
  prepare: 'sitting.to-prepare',
  text: 'sitting.to-text',
  chamber: 'sitting.to-chamber',
  desk: 'sitting.to-desk',
} as const

/** Where this seat may go meanwhile. */
const Ways = ({ views }: { readonly views: readonly (keyof typeof WAYS & MeetingView)[] }) => {
  const { meeting, seat, sitting } = useRoom()
  const { say } = useLocale()
  const places = placesOf(meeting, seat)
  const shown = views.filter((view) => places.includes(view))
  if (shown.length === 0) return null
  return (
    <p className={styles['ways']}>
      {shown.map((view) => (
        <a key={view} href={pathOf({ page: 'meeting', ...sitting.place, view })}>
          {say(WAYS[view])}
        </a>
      ))}
    </p>
  )
}
