import { directionOf } from '@parley/messages/choose-catalogue'
import { languageName } from '@parley/messages/quantities'
import { useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { useRoom } from '../../app/room-context.tsx'
import { Field, FormFrame } from './form-frame.tsx'
import { useFormAct } from './use-form-act.ts'

/** A note of the chair for the record, in as many of the meeting's languages as there are words for. */
export const NoteForm = ({ onDone }: { readonly onDone: () => void }) => {
  const { meeting } = useRoom()
  const { language, say } = useLocale()
  const [words, setWords] = useState<Readonly<Record<string, string>>>({})
  const body = Object.fromEntries(
    Object.entries(words)
      .map(([one, text]) => [one, text.trim().normalize('NFC')] as const)
      .filter(([, text]) => text !== ''),
  )
  const isEmpty = Object.keys(body).length === 0
  const { reason, send } = useFormAct(isEmpty ? undefined : { type: 'EnterNote', body }, onDone)
  return (
    <FormFrame
      heading={say('sitting.note')}
      note={say('sitting.note-note')}
      confirm={say('sitting.note-confirm')}
      reason={reason}
      onConfirm={send}
      onCancel={onDone}
    >
      {meeting.languages.map((one) => (
        <Field key={one} label={languageName(language, one)}>
          <textarea
            lang={one}
            dir={directionOf(one)}
            value={words[one] ?? ''}
            maxLength={4000}
            onChange={({ target }) => setWords({ ...words, [one]: target.value })}
          />
        </Field>
      ))}
    </FormFrame>
  )
}
