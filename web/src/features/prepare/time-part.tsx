import { useLocale } from '../../app/locale.tsx'
import { useRoom } from '../../app/room-context.tsx'
import { timeZoneOf } from '../../app/time-zone.ts'
import { Button } from '../../ui/button.tsx'
import { filled, lacking } from './filled.ts'
import { Form } from './form.tsx'
import type { MayPrepare } from './may-prepare.ts'
import { useOpenForms } from './open-forms.tsx'
import { Part } from './part.tsx'
import { Capitals, TimeFields } from './time-fields.tsx'
import { useDraft } from './use-draft.ts'
import { FORM_OF_TIME } from './whereabouts.ts'
import { instantOf, localTimeOf } from './zoned-time.ts'
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
