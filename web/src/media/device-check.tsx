import { useEffect, useRef, useState } from 'react'
import { useLocale } from '../app/locale.tsx'
import { Button } from '../ui/button.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { useCell } from '../app/cell.ts'
import { canUseDevices, listDevices, NO_DEVICES, type Devices } from './devices.ts'
import { HEARD_LEVEL } from './level.ts'
import type { MediaChoices } from './media-room.ts'
import type { MediaSession } from './media-session.ts'
import { recoveryOf, systemOf } from './recovery.ts'
import { playTone, trialOf, tryCamera, tryMicrophone, type Trial } from './try-devices.ts'
import styles from './device-check.module.css'

/** Camera, microphone, speakers and connection, each tried before anybody else sees or hears. Nothing of it is sent. */
export const DeviceCheck = ({ session }: { readonly session: Pick<MediaSession, 'choices' | 'choose'> }) => {
  const choices = useCell(session.choices)
  const [round, setRound] = useState(0)
  const devices = useDevices(round)
  const known = (): void => setRound((before) => before + 1)
  return (
    <div className={styles['check']}>
      <CameraCheck key={choices.camera} choices={choices} onKnown={known} />
      <Pick kind="camera" devices={devices.cameras} session={session} choices={choices} />
      <MicrophoneCheck key={`${choices.microphone} ${choices.sound}`} choices={choices} onKnown={known} />
      <Pick kind="microphone" devices={devices.microphones} session={session} choices={choices} />
      <SpeakerCheck choices={choices} />
      <Pick kind="speaker" devices={devices.speakers} session={session} choices={choices} />
    </div>
  )
}

/** The list changes when something is plugged in, and gets names once the person has allowed a device. */
const useDevices = (round: number): Devices => {
  const [devices, setDevices] = useState(NO_DEVICES)
  useEffect(() => {
    const read = (): void => void listDevices().then(setDevices)
    read()
    navigator.mediaDevices?.addEventListener('devicechange', read)
    return () => navigator.mediaDevices?.removeEventListener('devicechange', read)
  }, [round])
  return devices
}

const Row = ({
  icon,
  name,
  trial,
  children,
}: {
  readonly icon: IconName
  readonly name: string
  readonly trial: Trial
  readonly children?: React.ReactNode
}) => {
  const { say } = useLocale()
  return (
    <div className={styles['row']} data-trial={trial}>
      <Icon name={icon} />
      <b>{name}</b>
      <span className={styles['middle']}>{children}</span>
      <span className={styles['result']} role="status">
        {trial === 'works' && <Icon name="check" small />}
        {trial === 'untried' ? null : say(`media.trial-${trial}`)}
      </span>
      {(trial === 'refused' || trial === 'insecure' || trial === 'busy') && (
        <p className={styles['help']}>{trial === 'refused' ? <Recovery /> : say(`media.help-${trial}`)}</p>
      )}
    </div>
  )
}

/** How a permission that was refused is given back, by the browser and by the system under it. */
const Recovery = () => {
  const { say } = useLocale()
  const system = systemOf(navigator.userAgent)
  return (
    <>
      {say(`media.recover-${recoveryOf(navigator.userAgent)}`)}
      {system !== undefined && <> {say(`media.recover-in-${system}`)}</>}
    </>
  )
}

const CameraCheck = ({
  choices,
  onKnown,
}: {
  readonly choices: MediaChoices
  readonly onKnown: () => void
}) => {
  const { say } = useLocale()
  const [trial, setTrial] = useState<Trial>(canUseDevices() ? 'untried' : 'insecure')
  const picture = useRef<HTMLVideoElement>(null)
  const stream = useRef<MediaStream>(undefined)
  const stop = (): void => {
    for (const track of stream.current?.getTracks() ?? []) track.stop()
    stream.current = undefined
  }
  useEffect(() => stop, [])
  const start = async (): Promise<void> => {
    setTrial('trying')
    try {
      stream.current = await tryCamera(choices)
      if (picture.current !== null) picture.current.srcObject = stream.current
      setTrial('works')
      onKnown()
    } catch (cause) {
      setTrial(trialOf(cause))
    }
  }
  return (
    <>
      <div className={styles['picture']}>
        <video ref={picture} autoPlay playsInline muted aria-label={say('media.your-picture')} />
        {trial !== 'works' && <p>{say('media.picture-here')}</p>}
      </div>
      <Row icon="camera" name={say('media.camera')} trial={trial}>
        {trial !== 'works' && trial !== 'insecure' && (
          <Button onPress={() => void start()}>{say('media.try-camera')}</Button>
        )}
      </Row>
    </>
  )
}

const STEPS = 12

const MicrophoneCheck = ({
  choices,
  onKnown,
}: {
  readonly choices: MediaChoices
  readonly onKnown: () => void
}) => {
  const { say } = useLocale()
  const [trial, setTrial] = useState<Trial>(canUseDevices() ? 'untried' : 'insecure')
  const [level, setLevel] = useState(0)
  const [heard, setHeard] = useState(false)
  const stop = useRef<() => void>(undefined)
  useEffect(() => () => stop.current?.(), [])
  const start = async (): Promise<void> => {
    setTrial('trying')
    try {
      stop.current = await tryMicrophone(choices, (now) => {
        setLevel(now)
        if (now >= HEARD_LEVEL) setHeard(true)
      })
      onKnown()
    } catch (cause) {
      setTrial(trialOf(cause))
    }
  }
  return (
    <Row icon="mic" name={say('media.microphone')} trial={trial === 'trying' && heard ? 'works' : trial}>
      {trial === 'trying' ? (
        <span
          className={styles['gauge']}
          role="meter"
          aria-label={say('media.gauge')}
          aria-valuemin={0}
          aria-valuemax={STEPS}
          aria-valuenow={Math.round(level * STEPS)}
        >
          {Array.from({ length: STEPS }, (_, step) => (
            <i key={step} className={step < Math.round(level * STEPS) ? styles['on'] : ''} />
          ))}
        </span>
      ) : (
        trial !== 'insecure' && <Button onPress={() => void start()}>{say('media.try-microphone')}</Button>
      )}
    </Row>
  )
}

const SpeakerCheck = ({ choices }: { readonly choices: MediaChoices }) => {
  const { say } = useLocale()
  const [trial, setTrial] = useState<Trial>('untried')
  const play = async (): Promise<void> => {
    setTrial('trying')
    try {
      await playTone(choices)
      setTrial('untried')
    } catch {
      setTrial('failed')
    }
  }
  return (
    <Row icon="speaker" name={say('media.speaker')} trial={trial === 'trying' ? 'untried' : trial}>
      <Button onPress={() => void play()}>
        {say(trial === 'trying' ? 'media.tone-plays' : 'media.play-tone')}
      </Button>
    </Row>
  )
}

/** Which of several devices of a kind; not shown where there is no choice. */
const Pick = ({
  kind,
  devices,
  session,
  choices,
}: {
  readonly kind: 'camera' | 'microphone' | 'speaker'
  readonly devices: readonly MediaDeviceInfo[]
  readonly session: Pick<MediaSession, 'choose'>
  readonly choices: MediaChoices
}) => {
  const { say } = useLocale()
  if (devices.length < 2) return null
  return (
    <label className={styles['pick']}>
      <span>{say(`media.which-${kind}`)}</span>
      <select
        value={choices[kind] ?? devices[0]?.deviceId}
        onChange={({ target }) => session.choose({ ...choices, [kind]: target.value })}
      >
        {devices.map(({ deviceId, label }, index) => (
          <option key={deviceId} value={deviceId}>
            {label === '' ? say('media.device-number', { number: index + 1 }) : label}
          </option>
        ))}
      </select>
    </label>
  )
}
