import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useCell } from '../app/cell.ts'
import { useLocale } from '../app/locale.tsx'
import { Button } from '../ui/button.tsx'
import { DeviceCheck } from './device-check.tsx'
import { LineCheck } from './line-check.tsx'
import type { MediaPart } from './media-context.tsx'
import type { Sound } from './media-room.ts'
import type { MediaSession } from './media-session.ts'
import styles from './device-dialog.module.css'

const SOUNDS: readonly Sound[] = ['speech', 'interpretation']

/** Which devices, how one is heard, and what to do on a thin line. */
export const DeviceDialog = ({
  part: { session },
  onClose,
}: {
  readonly part: MediaPart
  readonly onClose: () => void
}) => {
  const { say } = useLocale()
  return (
    <ModalOverlay
      isOpen
      isDismissable
      className={styles['overlay'] ?? ''}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className={styles['modal'] ?? ''}>
        <Dialog className={styles['dialog'] ?? ''}>
          <Heading slot="title">{say('media.settings-title')}</Heading>
          <DeviceCheck session={session} />
          <SoundChoice session={session} />
          <LineChoice session={session} />
          <div className={styles['end']}>
            <Button look="primary" size="large" onPress={onClose}>
              {say('media.done')}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

type Chooses = { readonly session: Pick<MediaSession, 'choices' | 'choose'> }

const SoundChoice = ({ session }: Chooses) => {
  const { say } = useLocale()
  const choices = useCell(session.choices)
  return (
    <fieldset>
      <legend>{say('media.sound')}</legend>
      {SOUNDS.map((sound) => (
        <label key={sound}>
          <input
            type="radio"
            name="sound"
            checked={choices.sound === sound}
            onChange={() => session.choose({ ...choices, sound })}
          />
          <span>
            {say(`media.sound-${sound}`)}
            <small>{say(`media.sound-${sound}-why`)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

const LineChoice = ({ session }: { readonly session: Pick<MediaSession, 'choices' | 'choose' | 'line'> }) => {
  const { say } = useLocale()
  const choices = useCell(session.choices)
  return (
    <fieldset>
      <legend>{say('media.line')}</legend>
      <LineCheck session={session} />
      <label>
        <input
          type="checkbox"
          checked={choices.thrifty}
          onChange={({ target }) => session.choose({ ...choices, thrifty: target.checked })}
        />
        <span>
          {say('media.thrifty')}
          <small>{say('media.thrifty-why')}</small>
        </span>
      </label>
      {canBlur() && (
        <label>
          <input
            type="checkbox"
            checked={choices.blur}
            onChange={({ target }) => session.choose({ ...choices, blur: target.checked })}
          />
          <span>{say('media.blur')}</span>
        </label>
      )}
    </fieldset>
  )
}

/** Blur is the browser’s and the system’s; where they have none it is not offered. */
const canBlur = (): boolean =>
  navigator.mediaDevices !== undefined && 'backgroundBlur' in navigator.mediaDevices.getSupportedConstraints()
