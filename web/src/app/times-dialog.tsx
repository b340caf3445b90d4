import { useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useLocale } from './locale.tsx'
import { TimesOfMeeting } from './times-of-meeting.tsx'
import styles from './times-dialog.module.css'

/** A button that opens the meeting's times as pictures. */
export const TimesDialog = ({ timeZone }: { readonly timeZone: string }) => {
  const { say } = useLocale()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button look="quiet" onPress={() => setOpen(true)}>
        <Icon name="chart" small />
        {say('seats.times')}
      </Button>
      <ModalOverlay isOpen={isOpen} onOpenChange={setOpen} isDismissable className={styles['scrim'] ?? ''}>
        <Modal className={styles['modal'] ?? ''}>
          <Dialog className={styles['dialog'] ?? ''}>
            <header>
              <Heading slot="title">{say('seats.times')}</Heading>
              <Button onPress={() => setOpen(false)}>{say('room.close')}</Button>
            </header>
            <TimesOfMeeting timeZone={timeZone} />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  )
}
