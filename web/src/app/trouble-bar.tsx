import { problemText } from '@parley/messages/problem-text'
import { Button } from '../ui/button.tsx'
import { useCell } from './cell.ts'
import { useLocale } from './locale.tsx'
import { namingIn } from './naming.ts'
import { useRoom } from './room-context.tsx'
import styles from './trouble-bar.module.css'

/** What stands between this person and the meeting: a lost line, acts that wait for it, the last refusal in words. */
export const TroubleBar = () => {
  const { sitting, proceedings } = useRoom()
  const { language, say } = useLocale()
  const state = useCell(sitting.connection)
  const { pending, trouble } = useCell(sitting.desk)
  const waiting = pending.filter((one) => one.state === 'waiting').length
  return (
    <div className={styles['bar']}>
      {state === 'lost' && (
        <p className={styles['notice']} role="status">
          {say('room.lost-explained')}
        </p>
      )}
      {waiting > 0 && (
        <p className={styles['notice']} role="status">
          {say('room.acts-waiting', { count: waiting })}
        </p>
      )}
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
