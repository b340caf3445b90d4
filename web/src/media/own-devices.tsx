import type { MediaSource } from '@parley/domain/media/grants'
import { mediaGrantOf } from '@parley/domain/media/grants'
import type { MediaRoom } from '@parley/domain/media/rooms'
import { useEffect, useState } from 'react'
import { useLocale } from '../app/locale.tsx'
import { useRoom } from '../app/room-context.tsx'
import { Icon } from '../ui/icon.tsx'
import { DeviceDialog } from './device-dialog.tsx'
import { FloatButton } from './float-button.tsx'
import { useMediaPart, useMediaView } from './media-context.tsx'
import type { MediaPart } from './media-context.tsx'
import { ownMicrophone, type OwnMicrophone } from './own-microphone.ts'
import { useSilentMicrophone } from './use-silent-microphone.ts'
import { useTalkKey } from './use-talk-key.ts'
import styles from './own-devices.module.css'

/** One’s own microphone, camera and screen, and what is known of the connection. Nothing here opens without a press. */
export const OwnDevices = ({ room = PLENARY }: { readonly room?: MediaRoom }) => {
  const part = useMediaPart()
  return part === undefined ? null : <Devices part={part} room={room} />
}

const PLENARY: MediaRoom = { kind: 'plenary' }

const Devices = ({ part, room }: { readonly part: MediaPart; readonly room: MediaRoom }) => {
  const { meeting, seat } = useRoom()
  const { say } = useLocale()
  const view = useMediaView()
  const { session } = part
  const microphone = ownMicrophone(meeting, room, seat, view)
  const grant = mediaGrantOf(meeting, room, seat)
  const [choosing, setChoosing] = useState(false)
  useClosedByTheRecord(microphone, part)
  useTalkKey(microphone, session)
  const silent = useSilentMicrophone(microphone === 'open', session)
  // Where there is no place, or no media server, nothing is missing.
  if (view.state === 'off' || view.state === 'shut') return null
  if (view.state !== 'live') {
    return (
      <p className={styles['state']} role="status">
        {say(`media.state-${view.state}`)}
      </p>
    )
  }
  return (
    <div className={styles['devices']} role="group" aria-label={say('media.devices')}>
      {grant?.publish.length === 0 ? null : <Microphone state={microphone} part={part} />}
      {(['camera', 'screen'] as const).map((source) =>
        grant?.publish.includes(source) === true ? <Device key={source} source={source} part={part} /> : null,
      )}
      <button
        type="button"
        className={styles['device']}
        aria-label={say('media.settings')}
        title={say('media.settings')}
        onClick={() => setChoosing(true)}
      >
        <Icon name="settings" />
      </button>
      <FloatButton />
      {view.sound === 'blocked' && (
        <button type="button" className={styles['sound']} onClick={session.startSound}>
          {say('media.play-sound')}
        </button>
      )}
      {silent && (
        <p className={styles['silent']} role="alert">
          {say('media.microphone-silent')}
        </p>
      )}
      {choosing && <DeviceDialog part={part} onClose={() => setChoosing(false)} />}
    </div>
  )
}

/** The page closes a microphone in the moment the record takes the floor back; the media server does so as well. */
const useClosedByTheRecord = (microphone: OwnMicrophone, { session }: MediaPart): void => {
  useEffect(() => {
    if (microphone === 'locked') void session.close('microphone')
  }, [microphone, session])
}

const Microphone = ({
  state,
  part: { session },
}: {
  readonly state: OwnMicrophone
  readonly part: MediaPart
}) => {
  const { say } = useLocale()
  const isOpen = state === 'open' || state === 'opening'
  const may = state !== 'locked' && state !== 'elsewhere' && state !== 'absent'
  return (
    <button
      type="button"
      className={`${styles['microphone']} ${isOpen ? styles['open'] : ''} ${state === 'ready' ? styles['ready'] : ''}`}
      aria-pressed={isOpen}
      aria-disabled={!may}
      aria-keyshortcuts="V"
      data-microphone={state}
      onClick={() => {
        if (may) void (isOpen ? session.close('microphone') : session.open('microphone'))
      }}
    >
      <Icon name={may ? 'mic' : 'mic-locked'} />
      <span>
        <b>{say(`media.microphone-${state}`)}</b>
        <small>{say(`media.microphone-${state}-why`)}</small>
      </span>
    </button>
  )
}

const SIGNS = { camera: 'camera', screen: 'screen' } as const

const Device = ({
  source,
  part: { session },
}: {
  readonly source: 'camera' | 'screen'
  readonly part: MediaPart
}) => {
  const { say } = useLocale()
  const state = useMediaView().own[source]
  const isOpen = state === 'open' || state === 'opening'
  const toggle = (one: MediaSource): void => void (isOpen ? session.close(one) : session.open(one))
  return (
    <button
      type="button"
      className={styles['device']}
      aria-pressed={isOpen}
      aria-label={say(`media.${source}-${isOpen ? 'open' : 'closed'}`)}
      title={say(`media.${source}-${isOpen ? 'open' : 'closed'}`)}
      data-device={source}
      onClick={() => toggle(source)}
    >
      <Icon name={SIGNS[source]} />
      {(state === 'refused' || state === 'missing' || state === 'failed') && (
        <small role="alert">{say(`media.device-${state}`)}</small>
      )}
    </button>
  )
}
