import { packOf } from '@parley/domain/meeting/seats'
import { agreedRoot } from '@parley/domain/text/views/standing'
import { formatDate } from '@parley/messages/dates'
import { useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { useRoom, useServerNow } from '../../app/room-context.tsx'
import { textBefore } from '../../app/text-before.ts'
import { timeZoneOf } from '../../app/time-zone.ts'
import { FormFrame, NumberField } from './form-frame.tsx'
import { useFormAct } from './use-form-act.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/** The delegations are given until a moment to break their silence on the exact text as agreed. */
export const SilenceForm = ({ onDone }: { readonly onDone: () => void }) => {
  const { proceedings, meeting, seat } = useRoom()
  const { language, say } = useLocale()
  const now = useServerNow()
  const leastHours = Math.ceil((packOf(meeting).adoption.silence.minimumSeconds * 1000) / HOUR_MS)
  const [hours, setHours] = useState(String(Math.max(24, leastHours)))
  const text = textBefore(proceedings)
  const length = Number(hours)
  const isUnfinished = text === undefined || !Number.isFinite(length) || length < leastHours || length > 2160
  const expiresAt = Math.ceil((now + length * HOUR_MS) / MINUTE_MS + 1) * MINUTE_MS
  const { reason, send } = useFormAct(
    isUnfinished
      ? undefined
      : { type: 'OpenSilence', text: text.text, root: agreedRoot(text, meeting), expiresAt },
    onDone,
  )
  return (
    <FormFrame
      heading={say('sitting.open-silence')}
      note={
        isUnfinished
          ? undefined
          : say('sitting.silence-until', {
              time: formatDate(language, expiresAt, timeZoneOf(meeting, seat), 'date-time'),
            })
      }
      confirm={say('sitting.open-silence')}
      reason={reason}
      onConfirm={send}
      onCancel={onDone}
    >
      <NumberField
        label={say('sitting.hours')}
        min={leastHours}
        max={2160}
        value={hours}
        onChange={setHours}
      />
    </FormFrame>
  )
}
