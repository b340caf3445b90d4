import type { OwnSeat } from '@parley/client/own-seat'
import { OwnDevices } from '../features/arrive/own-devices.tsx'
import { OwnPasskeys } from '../features/arrive/own-passkeys.tsx'
import { seatNames } from '../features/arrive/seat-names.ts'
import { Words } from '../ui/words.tsx'
import { ArrivalFrame } from './arrival-frame.tsx'
import { roomOf } from './enter-page.tsx'
import { useLocale } from './locale.tsx'
import { wordingFor } from './wording.ts'
import styles from './keys-page.module.css'

/** What opens one's own seat, and where it is open now. */
export const KeysPage = ({ own }: { readonly own: OwnSeat }) => {
  const { language, say } = useLocale()
  const { card, principal } = own
  return (
    <ArrivalFrame>
      <main className={styles['page']}>
        <h1>{say('arrive.keys-title')}</h1>
        <p>
          <b>
            <Words {...wordingFor(card.person.name, language, card.languages)} />
          </b>{' '}
          · <Words {...wordingFor(card.dialogueName, language, card.languages)} />
        </p>
        <p>{say('arrive.keys-note')}</p>
        <OwnPasskeys names={seatNames(card, language)} />
        <OwnDevices />
        <p>
          <a href={roomOf(principal)}>{say('room.home')}</a>
        </p>
      </main>
    </ArrivalFrame>
  )
}
