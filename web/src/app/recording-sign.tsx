import { recordingNow } from '@parley/domain/meeting/decide/recording'
import { useLocale } from './locale.tsx'
import { useRoom } from './room-context.tsx'
import styles from './recording-sign.module.css'

/**
 * That the sitting is recorded, or should be and is not, for as long as it is ordered; nothing otherwise. That it begins,
 * breaks off and ends is announced elsewhere.
 */
export const RecordingSign = () => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const running = recordingNow(meeting)
  if (running === undefined) return null
  const { interrupted } = running
  if (interrupted !== undefined) {
    const why = say('media.recording-interrupted-why', { cause: say(`interruption.${interrupted}`) })
    return (
      <span className={`${styles['sign']} ${styles['interrupted']}`} title={why} data-recording="interrupted">
        {say('media.recording-interrupted')}
        <span className="sr">{why}</span>
      </span>
    )
  }
  return (
    <span className={styles['sign']} title={say('media.recording-why')} data-recording="under-way">
      <span className={styles['dot']} aria-hidden="true" />
      {say('media.recording')}
    </span>
  )
}
