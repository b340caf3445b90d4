import type { Speech } from '@parley/domain/meeting/things'
import { directionOf } from '@parley/messages/choose-catalogue'
import { languageName } from '@parley/messages/quantities'
import { useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { useRoom, useServerNow } from '../../app/room-context.tsx'
import { Button } from '../../ui/button.tsx'
import { requestable } from './next-act.ts'
import styles from './request-for.module.css'

/** The floor asked for on behalf of others: which kind of turn, and for whom, as it will stand on the list. */
export const RequestFor = ({ onDone }: { readonly onDone: () => void }) => {
  const { proceedings, meeting, seat, act } = useRoom()
  const { language, say } = useLocale()
  const kinds = requestable(proceedings, seat, useServerNow())
  const [chosen, setChosen] = useState<Speech>()
  const [names, setNames] = useState<Readonly<Record<string, string>>>({})
  const kind = kinds.find((one) => one === chosen) ?? kinds[0]
  const onBehalfOf = Object.fromEntries(
    Object.entries(names)
      .map(([one, name]) => [one, name.trim().normalize('NFC')] as const)
      .filter(([, name]) => name !== ''),
  )
  const isReady = kind !== undefined && Object.keys(onBehalfOf).length > 0
  const send = (): void => {
    if (!isReady) return
    onDone()
    void act({ type: 'RequestFloor', kind, onBehalfOf })
  }
  return (
    <div
      className={styles['form']}
      role="dialog"
      aria-label={say('sitting.request-for')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone()
      }}
    >
      <label>
        <span>{say('console.kind')}</span>
        <select
          value={kind}
          ref={focusOnce}
          onChange={({ target }) => setChosen(kinds.find((one) => one === target.value))}
        >
          {kinds.map((one) => (
            <option key={one} value={one}>
              {say(`speech.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {meeting.languages.map((one) => (
        <label key={one}>
          <span>{say('sitting.for-whom', { language: languageName(language, one) })}</span>
          <input
            lang={one}
            dir={directionOf(one)}
            maxLength={200}
            value={names[one] ?? ''}
            onChange={({ target }) => setNames({ ...names, [one]: target.value })}
          />
        </label>
      ))}
      <div>
        <Button
          look="primary"
          size="large"
          reason={isReady ? undefined : say('sitting.for-whom-needed')}
          onPress={send}
        >
          {say('room.act-request')}
        </Button>
        <Button size="large" shortcut="Esc" onPress={onDone}>
          {say('room.cancel')}
        </Button>
      </div>
    </div>
  )
}

const focusOnce = (select: HTMLSelectElement | null): void => select?.focus()
