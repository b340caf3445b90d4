import { formatDate } from '@parley/messages/dates'
import { useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom, useServerNow } from '../../app/room-context.tsx'
import { timeZoneOf } from '../../app/time-zone.ts'
import { Field, FormFrame, NumberField, OneOfField } from './form-frame.tsx'
import { useFormAct } from './use-form-act.ts'
import styles from './form-frame.module.css'

const CAUSES = ['break', 'consultation', 'technical'] as const
const MINUTE_MS = 60_000

/** A suspension with its cause, at whose wish, and until when: an announcement, which binds nobody. */
export const SuspendForm = ({ onDone }: { readonly onDone: () => void }) => {
  const { meeting, seat } = useRoom()
  const { language, say } = useLocale()
  const names = useNames()
  const now = useServerNow()
  const [cause, setCause] = useState<(typeof CAUSES)[number]>('break')
  const [minutes, setMinutes] = useState('15')
  const [delegation, setDelegation] = useState('')
  const length = Number(minutes)
  const isUnfinished = !Number.isFinite(length) || length < 1 || length > 1440
  // On the whole minute, as it will be announced.
  const until = Math.ceil((now + length * MINUTE_MS) / MINUTE_MS) * MINUTE_MS
  const { reason, send } = useFormAct(
    isUnfinished
      ? undefined
      : { type: 'SuspendMeeting', cause, until, ...(delegation === '' ? {} : { delegation }) },
    onDone,
  )
  return (
    <FormFrame
      heading={say('sitting.suspend-until')}
      note={
        isUnfinished
          ? undefined
          : say('sitting.suspended-until', {
              time: formatDate(language, until, timeZoneOf(meeting, seat), 'time'),
            })
      }
      confirm={say('sitting.suspend-confirm')}
      reason={reason}
      onConfirm={send}
      onCancel={onDone}
    >
      <div className={styles['pair']}>
        <OneOfField
          label={say('sitting.cause')}
          value={cause}
          options={CAUSES}
          wordsOf={(one) => say(`suspension.${one}`)}
          onChange={setCause}
        />
        <NumberField
          label={say('sitting.minutes')}
          min={1}
          max={1440}
          value={minutes}
          onChange={setMinutes}
        />
        <Field label={say('sitting.at-whose-wish')}>
          <select value={delegation} onChange={({ target }) => setDelegation(target.value)}>
            <option value="">{say('sitting.of-the-chair')}</option>
            {meeting.delegations.map(({ id }) => (
              <option key={id} value={id} lang={names.shortParty(id).lang}>
                {names.shortParty(id).text}
              </option>
            ))}
          </select>
        </Field>
      </div>
    </FormFrame>
  )
}
