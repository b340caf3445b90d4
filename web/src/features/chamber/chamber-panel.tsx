import type { ChamberCommand } from '@parley/domain/chamber'
import { formatDate } from '@parley/messages/dates'
import { useEffect, useRef, useState } from 'react'
import { useCell } from '../../app/cell.ts'
import { chamberLog } from '../../app/connection.ts'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { emptyChamber } from '../../app/sitting.ts'
import { Icon } from '../../ui/icon.tsx'
import { Words } from '../../ui/words.tsx'
import styles from './chamber-panel.module.css'

/** The closed room of one's own delegation. It looks like nothing else on the screen, and says who cannot see into it. */
export const ChamberPanel = ({
  delegation,
  timeZone,
}: {
  readonly delegation: string
  readonly timeZone: string
}) => {
  const { sitting } = useRoom()
  const { language, say } = useLocale()
  const names = useNames()
  const [kept] = useState(emptyChamber)
  const { words } = useCell(kept)
  const end = useRef<HTMLLIElement>(null)
  useEffect(() => sitting.followChamber(delegation, kept), [sitting, delegation, kept])
  useEffect(() => {
    // Some browsers answer with a promise, which an effect must not hand on.
    end.current?.scrollIntoView({ block: 'nearest' })
  }, [words.length])
  return (
    <section
      className={`${styles['chamber']} ${styles[names.side(delegation) ?? 'further']}`}
      aria-label={say('room.chamber')}
    >
      <header>
        <Icon name="lock" small />
        <h2>{say('room.chamber')}</h2>
        <span>{say('room.chamber-of', { who: names.shortParty(delegation).text })}</span>
      </header>
      <p className={styles['who']}>{say('room.chamber-closed')}</p>
      <ol>
        {words.length === 0 && <li className={styles['who']}>{say('room.chamber-empty')}</li>}
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
          void sitting.desk.act(chamberLog(sitting.place, delegation), command)
        }}
      />
    </section>
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
