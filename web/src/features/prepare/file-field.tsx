import { sendFile } from '@parley/client/files'
import type { DocumentFile } from '@parley/domain/meeting/things'
import { problemText } from '@parley/messages/problem-text'
import { formatNumber } from '@parley/messages/quantities'
import { useId, useRef, useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { ownAddress } from '../../app/own-client.ts'
import { useRoom } from '../../app/room-context.tsx'
import { Button } from '../../ui/button.tsx'
import { fileToSend, WANTED } from './file-to-send.ts'
import styles from './fields.module.css'

/** A file for a document: sent as soon as it is chosen, on record only with the deposit. */
export const FileField = ({
  value,
  onChange,
}: {
  readonly value: DocumentFile | undefined
  readonly onChange: (value: DocumentFile | undefined) => void
}) => {
  const { sitting } = useRoom()
  const { language, say } = useLocale()
  const id = useId()
  const chooser = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<'sending' | { readonly trouble: string }>()
  const send = async (file: File): Promise<void> => {
    const wanted = fileToSend(file)
    if (!wanted.ok) return setState({ trouble: say(`prepare.${wanted.why}`) })
    setState('sending')
    const sent = await sendFile(ownAddress(language), sitting.place, file)
    if (!sent.ok) return setState({ trouble: problemText(language, sent.problem) })
    setState(undefined)
    onChange({ ...sent.value, name: wanted.name, type: wanted.type })
  }
  return (
    <div className={styles['field']} role="group" aria-labelledby={id} aria-describedby={`${id}-note`}>
      <span id={id}>{say('prepare.file')}</span>
      {/* The browser's own button speaks the browser's language, not the person's. */}
      <input
        ref={chooser}
        hidden
        type="file"
        accept={WANTED}
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file !== undefined) void send(file)
        }}
      />
      <span>
        <Button onPress={() => chooser.current?.click()}>{say('prepare.file-choose')}</Button>
      </span>
      <small id={`${id}-note`}>{say('prepare.file-note')}</small>
      <div role="status">
        {state === 'sending' && <span>{say('prepare.file-sending')}</span>}
        {typeof state === 'object' && <span className={styles['problem']}>{state.trouble}</span>}
        {state === undefined && value !== undefined && (
          <span className={styles['language']}>
            {say('prepare.file-sent', {
              name: value.name,
              size: say('prepare.kilobytes', {
                count: formatNumber(language, Math.ceil(value.sizeBytes / 1000)),
              }),
            })}
            <Button look="quiet" onPress={() => onChange(undefined)}>
              {say('prepare.file-leave-out')}
            </Button>
          </span>
        )}
      </div>
    </div>
  )
}
