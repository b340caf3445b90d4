import type { ReactNode } from 'react'
import { useLocale } from '../app/locale.tsx'
import { useNames } from '../app/room-context.tsx'
import { Icon } from '../ui/icon.tsx'
import { Picture } from '../ui/picture.tsx'
import { useAttendee, useFaceOf } from './media-context.tsx'
import { Video } from './video.tsx'
import styles from './seat-picture.module.css'

/** Somebody’s face, or the place of it. A ring and a word say that the microphone is open, and whether something is heard. */
export const SeatPicture = ({
  seat,
  isSpeaking = false,
  className,
  children,
}: {
  readonly seat: string
  /** Whether the record has given them the floor. */
  readonly isSpeaking?: boolean
  readonly className?: string | undefined
  readonly children?: ReactNode
}) => {
  const { say } = useLocale()
  const names = useNames()
  const face = useFaceOf(seat)
  const attendee = useAttendee(seat)
  const heard = attendee?.heard === true
  return (
    <Picture
      side={names.sideOfSeat(seat)}
      isSpeaking={isSpeaking}
      className={`${className ?? ''} ${heard ? styles['open'] : ''} ${heard && attendee.speaking ? styles['speaking'] : ''}`}
    >
      {face !== undefined && (
        <Video tile={face} label={say('media.face-of', { name: names.person(seat).text })} />
      )}
      {face?.paused === true && <span className={styles['paused']}>{say('media.picture-paused')}</span>}
      {attendee !== undefined && (attendee.quality === 'poor' || attendee.quality === 'lost') && (
        <span className={styles['line']}>{say(`media.line-${attendee.quality}`)}</span>
      )}
      {heard ? (
        <span className={styles['mic']}>
          <Icon name="mic" small />
          <span>{say('media.heard')}</span>
        </span>
      ) : (
        children
      )}
    </Picture>
  )
}
