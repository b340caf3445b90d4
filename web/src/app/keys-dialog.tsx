import { useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button, Kbd } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useCell } from './cell.ts'
import { useLocale } from './locale.tsx'
import { SHORTCUTS } from './shortcuts.ts'
import { keysAct, useShortcuts } from './use-shortcuts.ts'
import styles from './keys-dialog.module.css'

/** The catalogue of keys, and the switch that turns single keys off. */
export const KeysDialog = ({ whose }: { readonly whose: 'delegate' | 'chair' }) => {
  const { say } = useLocale()
  const [isOpen, setOpen] = useState(false)
  const act = useCell(keysAct)
  useShortcuts(whose, (id) => {
    if (id !== 'help') return false
    setOpen(true)
    return true
  })
  return (
    <>
      <Button look="quiet" shortcut="?" onPress={() => setOpen(true)}>
        <Icon name="keyboard" small />
        {say('room.keys')}
      </Button>
      <ModalOverlay isOpen={isOpen} onOpenChange={setOpen} isDismissable className={styles['scrim'] ?? ''}>
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
            <Button size="large" onPress={() => setOpen(false)}>
              {say('room.close')}
            </Button>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  )
}
