import type { Party } from '@parley/domain/dialogue/events'
import type { Instant } from '@parley/domain/words/identity'
import { formatDate, zoneOffset } from '@parley/messages/dates'
import { useLocale } from '../../app/locale.tsx'
import { wordingFor } from '../../app/wording.ts'
import { Words } from '../../ui/words.tsx'
import { FieldRow, TextField } from './fields.tsx'
import { instantOf, type LocalTime } from './zoned-time.ts'
import styles from './part.module.css'

/** A day and a time as one’s own clocks show them, and what all capitals’ clocks show then. */
export const TimeFields = ({
  value,
  onChange,
  timeZone,
  parties,
  languages,
}: {
  readonly value: LocalTime
  readonly onChange: (value: LocalTime) => void
  readonly timeZone: string
  readonly parties: readonly Party[]
  readonly languages: readonly string[]
}) => {
  const { language, say } = useLocale()
  const instant = instantOf(value, timeZone)
  const city = parties.find((one) => one.timeZone === timeZone)?.city
  const where = city === undefined ? timeZone : wordingFor(city, language, languages).text
  return (
    <>
      <FieldRow>
        <TextField
          kind="date"
          label={say('prepare.day')}
          value={value.day}
          onChange={(day) => onChange({ ...value, day })}
        />
        <TextField
          kind="time"
          label={say('prepare.time-of-day', { city: where })}
          value={value.time}
          onChange={(time) => onChange({ ...value, time })}
        />
      </FieldRow>
      {instant !== undefined && <Capitals parties={parties} languages={languages} instant={instant} />}
    </>
  )
}

/** A moment by the clocks of every capital. */
export const Capitals = ({
  parties,
  languages,
  instant,
}: {
  readonly parties: readonly Party[]
  readonly languages: readonly string[]
  readonly instant: Instant
}) => {
  const { language } = useLocale()
  return (
    <dl className={styles['wording']}>
      {parties.flatMap(({ id, city, timeZone }) => [
        <dt key={`${id} city`}>
          <Words {...wordingFor(city, language, languages)} />
        </dt>,
        <dd key={id}>
          {formatDate(language, instant, timeZone, 'date-time')}{' '}
          <small dir="ltr">{zoneOffset(instant, timeZone)}</small>
        </dd>,
      ])}
    </dl>
  )
}
