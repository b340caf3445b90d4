import { currentItem } from '@parley/domain/meeting/seats'
import { nextSpeakers } from '@parley/domain/meeting/speakers'
import type { Meeting } from '@parley/domain/meeting/state'
import { Speech } from '@parley/domain/meeting/things'
import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import { useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { isAllowed } from '../../app/permission.ts'
import { useNames, useRoom, useServerNow } from '../../app/room-context.tsx'
import { Field, FormFrame, OneOfField } from './form-frame.tsx'
import { useFormAct } from './use-form-act.ts'
import styles from './form-frame.module.css'

/** The floor for somebody who is not on the list, or not next on it; out of order only with a reason. */
export const CallSomebody = ({ onDone }: { readonly onDone: () => void }) => {
  const { proceedings, meeting, seat: chair } = useRoom()
  const { say } = useLocale()
  const names = useNames()
  const now = useServerNow()
  const [seat, setSeat] = useState('')
  const [kind, setKind] = useState<Speech>('statement')
  const [departure, setDeparture] = useState('')
  const isOutOfOrder = nextSpeakers(meeting).length > 0
  const callable = (one: string, speech: Speech): boolean =>
    isAllowed(proceedings, chair, commandOf(one, speech, isOutOfOrder ? '–' : ''), now)
  const seats = Object.values(meeting.people)
    .filter(({ active }) => active)
    .map((person) => person.seat)
    .filter((one) => Speech.options.some((speech) => callable(one, speech)))
  const kinds = Speech.options.filter((speech) => seat === '' || callable(seat, speech))
  const isUnfinished = seat === '' || (isOutOfOrder && departure.trim() === '')
  const { reason, send } = useFormAct(
    isUnfinished ? undefined : commandOf(seat, kind, departure.trim().normalize('NFC')),
    onDone,
  )
  return (
    <FormFrame
      heading={say('sitting.call-somebody')}
      note={seats.length === 0 ? noteWhy(meeting, say) : undefined}
      confirm={say('sitting.call-confirm')}
      reason={reason}
      onConfirm={send}
      onCancel={onDone}
    >
      <div className={styles['pair']}>
        <Field label={say('console.speaker')}>
          <select value={seat} onChange={({ target }) => setSeat(target.value)}>
            <option value="">{say('sitting.choose')}</option>
            {seats.map((one) => (
              <option key={one} value={one} lang={names.person(one).lang}>
                {names.person(one).text}
              </option>
            ))}
          </select>
        </Field>
        <OneOfField
          label={say('console.kind')}
          value={kind}
          options={kinds}
          wordsOf={(one) => say(`speech.${one}`)}
          onChange={setKind}
        />
      </div>
      {isOutOfOrder && (
        <Field label={say('room.reason')}>
          <input
            value={departure}
            maxLength={500}
            aria-required
            onChange={({ target }) => setDeparture(target.value)}
          />
        </Field>
      )}
    </FormFrame>
  )
}

const commandOf = (seat: string, kind: Speech, departure: string): ProceedingsCommand => ({
  type: 'GiveFloor',
  seat,
  kind,
  ...(departure === '' ? {} : { departure }),
})

const noteWhy = (meeting: Meeting, say: ReturnType<typeof useLocale>['say']): string =>
  say(
    meeting.turn !== undefined
      ? 'sitting.nobody-while-turn'
      : currentItem(meeting) === undefined
        ? 'sitting.nobody-between-items'
        : 'sitting.nobody-to-call',
  )
