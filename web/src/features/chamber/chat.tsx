import type { ChamberCommand } from '@parley/domain/chamber'
import { formatDate } from '@parley/messages/dates'
import { useEffect, useRef, useState } from 'react'
import { useCell } from '../../app/cell.ts'
import type { ChamberLine } from '../../app/chamber-line.ts'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Words } from '../../ui/words.tsx'
import styles from './chat.module.css'

/** What the delegation's people have said to each other in writing, and the place to say something. */
export const Chat = ({ line, timeZone }: { readonly line: ChamberLine; readonly timeZone: string }) => {
  const { sitting } = useRoom()
  const { language, say } = useLocale()
  const names = useNames()
  const { words } = useCell(line.chamber)
  const end = useRef<HTMLLIElement>(null)
  useEffect(() => {
    // Some browsers answer with a promise, which an effect must not hand on.
    end.current?.scrollIntoView({ block: 'nearest' })
  }, [words.length])
  return (
    <>
      <ol className={styles['words']}>
        {words.length === 0 && <li className={styles['none']}>{say('room.chamber-empty')}</li>}
        {words.toArray().map((word, index) => (
          <li key={`${word.at}-${word.seat}-${index}`} ref={index === words.length - 1 ? end : undefined}>
            <b>
              <Words {...names.person(word.seat)} />
            </b>
            <time>{formatDate(language, word.at, timeZone, 'time')}</time>
            <p dir="auto">{word.body}</p>
          </li>
        ))}
      </ol>
      <Writing
        onSend={(body) => {
          const command: ChamberCommand = { type: 'PassWord', body }
          void sitting.desk.act(line.log, command)
        }}
      />
    </>
  )
}

const Writing = ({ onSend }: { readonly onSend: (body: string) => void }) => {
  const { say } = useLocale()
  const [body, setBody] = useState('')
  return (
    <form
      className={styles['field']}
      onSubmit={(event) => {
        event.preventDefault()
        if (body.trim() === '') return
        onSend(body.trim().normalize('NFC'))
        setBody('')
      }}
    >
      <input
        value={body}
        maxLength={4000}
        dir="auto"
        autoComplete="off"
        placeholder={say('room.chamber-write')}
        aria-label={say('room.chamber-write')}
        onChange={({ target }) => setBody(target.value)}
      />
      <button type="submit" aria-label={say('room.chamber-send')}>
        <Icon name="send" />
      </button>
    </form>
  )
}
