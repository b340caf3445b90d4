import { Speech } from '@parley/domain/meeting/things'
import { useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { useRoom } from '../../app/room-context.tsx'
import { limitOf } from './chair-acts.ts'
import { FormFrame, NumberField, OneOfField } from './form-frame.tsx'
import { useFormAct } from './use-form-act.ts'
import styles from './form-frame.module.css'

/** How long turns of a kind are under the item taken up, from the next one on. */
export const LimitForm = ({ onDone }: { readonly onDone: () => void }) => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const [kind, setKind] = useState<Speech>('statement')
  const [minutes, setMinutes] = useState(() => String(limitOf(meeting, 'statement') / 60))
  const seconds = Math.round(Number(minutes) * 60)
  const isUnfinished = !Number.isFinite(seconds) || seconds < 1 || seconds > 86_400
  const { reason, send } = useFormAct(
    isUnfinished ? undefined : { type: 'SetTimeLimit', kind, limitSeconds: seconds },
    onDone,
  )
  return (
    <FormFrame
      heading={say('sitting.limit')}
      note={say('sitting.limit-note')}
      confirm={say('sitting.limit-confirm')}
      reason={reason}
      onConfirm={send}
      onCancel={onDone}
    >
      <div className={styles['pair']}>
        <OneOfField
          label={say('console.kind')}
          value={kind}
          options={Speech.options}
          wordsOf={(one) => say(`speech.${one}`)}
          onChange={(chosen) => {
            setKind(chosen)
            setMinutes(String(limitOf(meeting, chosen) / 60))
          }}
        />
        <NumberField
          label={say('sitting.minutes')}
          min={0.5}
          max={1440}
          step={0.5}
          value={minutes}
          onChange={setMinutes}
        />
      </div>
    </FormFrame>
  )
}
