import { recordingNow } from '@parley/domain/meeting/decide/recording'
import { useLocale } from './locale.tsx'
import { useRoom } from './room-context.tsx'
import styles from './recording-sign.module.css'

/** That the sitting is recorded, for as long as it is; nothing otherwise. That it begins and ends is announced elsewhere. */
export const RecordingSign = () => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  if (recordingNow(meeting) === undefined) return null
  return (
    <span className={styles['sign']} title={say('media.recording-why')} data-recording="under-way">
      <span className={styles['dot']} aria-hidden="true" />
      {say('media.recording')}
    </span>
  )
}
