import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button, Kbd } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { createCell, useCell } from './cell.ts'
import { useLocale } from './locale.tsx'
import { SHORTCUTS, type KeysOf } from './shortcuts.ts'
import { keysAct, useShortcuts } from './use-shortcuts.ts'
import styles from './keys-dialog.module.css'

/** Whether the catalogue of keys is open. */
export const keysShown = createCell(false)

/** Opens the catalogue of keys. */
export const KeysButton = () => {
  const { say } = useLocale()
  return (
    <Button look="quiet" shortcut="?" onPress={() => keysShown.set(true)}>
      <Icon name="keyboard" small />
      {say('room.keys')}
    </Button>
  )
}

/** The catalogue of keys, and the switch that turns single keys off. */
export const KeysDialog = ({ whose }: { readonly whose: KeysOf }) => {
  const { say } = useLocale()
  const isOpen = useCell(keysShown)
  const act = useCell(keysAct)
  useShortcuts(whose, (id) => {
    if (id !== 'help') return false
    keysShown.set(true)
    return true
  })
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={keysShown.set}
      isDismissable
      className={styles['scrim'] ?? ''}
    >
      <Modal className={styles['modal'] ?? ''}>
        <Dialog className={styles['dialog'] ?? ''}>
          <Heading slot="title">{say('room.keys-title')}</Heading>
          <p>{say('room.keys-explained')}</p>
          <dl>
            {SHORTCUTS.filter((one) => one.whose === whose || one.whose === 'everyone').map((one) => (
              <div key={one.code}>
                <dt>
                  <Kbd>{one.shown}</Kbd>
                  <span className="sr">{one.shown}</span>
                </dt>
                <dd>{say(one.word)}</dd>
              </div>
            ))}
          </dl>
          <label>
            <input type="checkbox" checked={act} onChange={({ target }) => keysAct.set(target.checked)} />{' '}
            {say('room.keys-on')}
          </label>
          <Button size="large" onPress={() => keysShown.set(false)}>
            {say('room.close')}
          </Button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
