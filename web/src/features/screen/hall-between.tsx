import { currentItem } from '@parley/domain/meeting/seats'
import type { Meeting } from '@parley/domain/meeting/state'
import { formatDate, zoneOffset } from '@parley/messages/dates'
import type { Key } from '@parley/messages/format'
import { textBefore } from '../../app/text-before.ts'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { wordingFor } from '../../app/wording.ts'
import { Mark } from '../../ui/mark.tsx'
import { hallSays, type HallLanguage } from './hall-words.ts'
import styles from './hall-screen.module.css'

/** What the hall reads while nobody speaks: how the meeting stands, what is put to it, and when it goes on. */
export const HallBetween = ({ languages }: { readonly languages: readonly HallLanguage[] }) => {
  const { meeting, proceedings } = useRoom()
  const text = textBefore(proceedings)
  const put = meeting.phase === 'open' && text?.put !== undefined ? text : undefined
  const at = momentOf(meeting)
  return (
    <div className={styles['rest']}>
      <div className={`${styles['duo']} ${styles['between']}`}>
        {languages.map((one) => (
          <div key={one.lang} lang={one.lang} dir={one.dir}>
            <h1>
              {put === undefined
                ? hallSays(one, stateOf(meeting))
                : hallSays(one, 'room.announce-put', { title: wordingFor(put.title, one.lang).text })}
            </h1>
            {meeting.suspension !== undefined && (
              <p>{hallSays(one, `suspension.${meeting.suspension.cause}`)}</p>
            )}
          </div>
        ))}
      </div>
      {at !== undefined && <Capitals at={at} languages={languages} />}
    </div>
  )
}

const stateOf = (meeting: Meeting): Key => {
  switch (meeting.phase) {
    case 'open':
      return currentItem(meeting)?.item.kind === 'break' ? 'item-kind.break' : 'room.floor-free'
    case 'convened':
      return 'sitting.not-yet-open'
    case 'suspended':
      return 'room.announce-suspended'
    case 'adjourned':
      return 'room.announce-adjourned'
    case 'none':
      return 'phase.none'
  }
}

/** The moment a hall waits for: the beginning, or the announced resumption. */
const momentOf = ({ phase, startsAt, suspension }: Meeting): number | undefined => {
  if (phase === 'convened') return startsAt
  return phase === 'suspended' ? suspension?.until : undefined
}

const Capitals = ({
  at,
  languages,
}: {
  readonly at: number
  readonly languages: readonly HallLanguage[]
}) => {
  const { meeting } = useRoom()
  const { side } = useNames()
  const first = languages.find(({ catalogue }) => catalogue !== undefined)?.catalogue ?? 'en'
  return (
    <ul className={styles['capitals']}>
      {meeting.delegations.map(({ id, city, timeZone }) => (
        <li key={id}>
          <Mark side={side(id)} large />
          <span>
            {languages
              .map(({ lang }) => wordingFor(city, lang).text)
              .filter((name, place, all) => all.indexOf(name) === place)
              .join(' · ')}
          </span>
          <b dir="ltr">
            {formatDate(first, at, timeZone, 'time')} <small>{zoneOffset(at, timeZone)}</small>
          </b>
        </li>
      ))}
    </ul>
  )
}
