import { problemText } from '@parley/messages/problem-text'
import { useEffect, useState } from 'react'
import { PasskeyOffer } from '../features/arrive/passkey-offer.tsx'
import { seatNames } from '../features/arrive/seat-names.ts'
import { Button } from '../ui/button.tsx'
import type { PendingAct } from './act-desk.ts'
import { useCell } from './cell.ts'
import { commandWord } from './command-words.ts'
import { useLocale } from './locale.tsx'
import { namingIn, personNameAt } from './naming.ts'
import { useRoom } from './room-context.tsx'
import styles from './trouble-bar.module.css'

/** What stands between this person and the meeting: a lost line, acts that are kept, the last refusal in words. */
export const TroubleBar = () => {
  const { sitting, proceedings } = useRoom()
  const { language, say } = useLocale()
  const state = useCell(sitting.connection)
  const { pending, trouble } = useCell(sitting.desk)
  const kept = pending.filter((one) => one.state !== 'sent')
  const isSlow = useIsSlow(pending.length > kept.length)
  return (
    <div className={styles['bar']}>
      <PasskeyOffer names={useOwnNames()} />
      {state === 'lost' && (
        <p className={styles['notice']} role="status">
          {say('room.lost-explained')}
        </p>
      )}
      <div role="status">
        {isSlow && <p className={styles['notice']}>{say('sitting.act-sending')}</p>}
        {kept.length > 0 && (
          <ul className={styles['kept']} aria-label={say('sitting.kept-acts')}>
            {kept.map((one) => (
              <KeptAct key={one.id} one={one} />
            ))}
          </ul>
        )}
      </div>
      {trouble !== undefined && (
        <div className={`${styles['notice']} ${styles['refusal']}`} role="alert">
          <p>
            <b>{say('room.refused-act')}</b> {problemText(language, trouble, namingIn(proceedings, language))}
          </p>
          <Button onPress={sitting.desk.putAway}>{say('room.put-away')}</Button>
        </div>
      )}
    </div>
  )
}

/** What this person's device calls the seat. */
const useOwnNames = () => {
  const { meeting, seat } = useRoom()
  const { language } = useLocale()
  const { dialogueName, languages } = meeting
  const person = { name: personNameAt(meeting, seat) ?? {} }
  return seatNames({ person, dialogueName, languages: [...languages] }, language)
}

const SLOW_MS = 1000

/** Whether something has been under way for longer than a person would wait without a word. */
const useIsSlow = (isUnderWay: boolean): boolean => {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    if (!isUnderWay) return undefined
    const timer = setTimeout(() => setSlow(true), SLOW_MS)
    return () => {
      clearTimeout(timer)
      setSlow(false)
    }
  }, [isUnderWay])
  return isSlow
}

const KeptAct = ({ one }: { readonly one: PendingAct }) => {
  const { sitting } = useRoom()
  const { say } = useLocale()
  const isLive = useCell(sitting.connection) === 'live'
  const word = say(commandWord(one.command.type))
  return (
    <li>
      <p>
        <b>{word}</b> – {say(one.state === 'held' ? 'sitting.act-held' : 'sitting.act-waiting')}
      </p>
      {(one.state === 'held' || isLive) && (
        <Button
          look="primary"
          label={`${say('sitting.send-again')}: ${word}`}
          onPress={() => void sitting.desk.again(one.id)}
        >
          {say('sitting.send-again')}
        </Button>
      )}
      <Button label={`${say('sitting.discard')}: ${word}`} onPress={() => sitting.desk.discard(one.id)}>
        {say('sitting.discard')}
      </Button>
    </li>
  )
}
