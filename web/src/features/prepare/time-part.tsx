import type { Instant } from '@parley/domain/words/identity'
import type { Party } from '@parley/domain/dialogue/events'
import { formatDate, zoneOffset } from '@parley/messages/dates'
import { useLocale } from '../../app/locale.tsx'
import { useRoom } from '../../app/room-context.tsx'
import { timeZoneOf } from '../../app/time-zone.ts'
import { wordingFor } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'
import { Words } from '../../ui/words.tsx'
import { FieldRow, TextField } from './fields.tsx'
import { filled, lacking } from './filled.ts'
import { Form } from './form.tsx'
import type { MayPrepare } from './may-prepare.ts'
import { useOpenForms } from './open-forms.tsx'
import { Part } from './part.tsx'
import { useDraft } from './use-draft.ts'
import { FORM_OF_TIME } from './whereabouts.ts'
import { instantOf, localTimeOf, type LocalTime } from './zoned-time.ts'
import styles from './part.module.css'

/** When the meeting begins, by the clocks of every capital. */
export const TimePart = ({ may }: { readonly may: MayPrepare }) => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const { isOpen, open } = useOpenForms()
  return (
    <Part section="time" heading={say('prepare.time')}>
      {may.time && isOpen(FORM_OF_TIME) ? (
        <TimeForm />
      ) : (
        <>
          <Capitals parties={meeting.delegations} languages={meeting.languages} instant={meeting.startsAt} />
          {may.time && (
            <div className={styles['add']}>
              <Button onPress={() => open(FORM_OF_TIME)}>{say('prepare.reschedule')}</Button>
            </div>
          )}
        </>
      )}
    </Part>
  )
}

const TimeForm = () => {
  const { meeting, seat } = useRoom()
  const { say } = useLocale()
  const { close } = useOpenForms()
  const timeZone = timeZoneOf(meeting, seat)
  const draft = useDraft(localTimeOf(meeting.startsAt, timeZone))
  const startsAt = instantOf(draft.value, timeZone)
  return (
    <Form
      name={FORM_OF_TIME}
      heading={say('prepare.reschedule')}
      draft={draft}
      filled={startsAt === undefined ? lacking('time') : filled({ type: 'RescheduleMeeting', startsAt })}
      save={say('prepare.save')}
      theirs={
        <Capitals parties={meeting.delegations} languages={meeting.languages} instant={meeting.startsAt} />
      }
      onClose={() => close(FORM_OF_TIME)}
    >
      <TimeFields
        value={draft.value}
        onChange={draft.set}
        timeZone={timeZone}
        parties={meeting.delegations}
        languages={meeting.languages}
      />
    </Form>
  )
}

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

const Capitals = ({
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
