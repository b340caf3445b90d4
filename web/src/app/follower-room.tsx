import type { ReactNode } from 'react'
import { AgendaRail } from '../features/agenda/agenda-rail.tsx'
import { Balance } from '../features/balance/balance.tsx'
import { Delegations } from '../features/floor/delegations.tsx'
import { PrimaryAct } from '../features/floor/primary-act.tsx'
import { Speakers } from '../features/floor/speakers.tsx'
import { Stage } from '../features/floor/stage.tsx'
import { RecordLog } from '../features/record/record-log.tsx'
import { OwnDevices } from '../media/own-devices.tsx'
import { KeysButton } from './keys-dialog.tsx'
import { useLocale } from './locale.tsx'
import { TimesDialog } from './times-dialog.tsx'
import styles from './follower-room.module.css'

/**
 * The room of those who follow a meeting without negotiating: everything they may see, and no act but giving back the
 * floor where the chair has called them. `aside` is what their kind of seat is here for.
 */
export const FollowerRoom = ({
  aside,
  asideName,
  note,
  timeZone,
}: {
  readonly aside: ReactNode
  readonly asideName: string
  readonly note: string
  readonly timeZone: string
}) => {
  const { say } = useLocale()
  return (
    <div className={styles['room']}>
      <nav className={styles['rail']} aria-label={say('room.agenda')} tabIndex={0}>
        <AgendaRail timeZone={timeZone} />
        <Speakers />
        <div className={styles['last']}>
          <Balance />
          <TimesDialog timeZone={timeZone} />
        </div>
      </nav>
      <main className={styles['centre']} tabIndex={0}>
        <Stage />
        <Delegations />
      </main>
      <aside className={styles['aside']} aria-label={asideName} tabIndex={0}>
        {aside}
        <RecordLog timeZone={timeZone} lines={30} />
      </aside>
      <footer className={styles['bottom']}>
        <OwnDevices />
        <p>{note}</p>
        <PrimaryAct />
        <div className={styles['links']}>
          <KeysButton />
        </div>
      </footer>
    </div>
  )
}
