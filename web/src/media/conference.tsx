import type { MediaRoom } from '@parley/domain/media/rooms'
import { useEffect, useState } from 'react'
import { useLocale } from '../app/locale.tsx'
import { useNames } from '../app/room-context.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { MediaProvider, useMediaPart, useMediaView, type MediaPart } from './media-context.tsx'
import { OwnDevices } from './own-devices.tsx'
import { SeatPicture } from './seat-picture.tsx'
import styles from './conference.module.css'

/**
 * Sound and picture of a room of its own, beside the plenary: a chamber or a booth. It is gone into by a press, and whoever
 * opens a microphone in it is no longer heard in the plenary.
 */
export const Conference = ({
  room,
  open,
  title,
}: {
  readonly room: MediaRoom
  readonly open: () => MediaPart
  readonly title: string
}) => {
  const { say } = useLocale()
  const plenary = useMediaPart()
  const { state } = useMediaView()
  const [part, setPart] = useState<MediaPart>()
  // Where the plenary has no sound and pictures, neither has this.
  if (part === undefined && (state === 'off' || state === 'shut')) return null
  if (part === undefined) {
    return (
      <div className={styles['conference']}>
        <Button onPress={() => setPart(open())}>
          <Icon name="say" small />
          {title}
        </Button>
      </div>
    )
  }
  return (
    <MediaProvider part={part}>
      <section className={styles['conference']} aria-label={title}>
        <Attendees />
        <div className={styles['own']}>
          <OwnDevices room={room} />
          <Button look="quiet" onPress={() => setPart(undefined)}>
            {say('media.leave')}
          </Button>
        </div>
        <ClosedInPlenary plenary={plenary} />
      </section>
    </MediaProvider>
  )
}

const Attendees = () => {
  const { say } = useLocale()
  const names = useNames()
  const { attendees, state } = useMediaView()
  if (state !== 'live') return null
  return (
    <ul className={styles['attendees']} aria-label={say('media.attendees')}>
      {attendees.map(({ seat }) => (
        <li key={seat}>
          <SeatPicture seat={seat} className={styles['picture']} />
          <span>{names.person(seat).text}</span>
        </li>
      ))}
    </ul>
  )
}

/** One person, one open microphone: what is said here must not be heard there. */
const ClosedInPlenary = ({ plenary }: { readonly plenary: MediaPart | undefined }) => {
  const { microphone } = useMediaView().own
  useEffect(() => {
    if (microphone === 'opening' || microphone === 'open') void plenary?.session.close('microphone')
  }, [microphone, plenary])
  return null
}
