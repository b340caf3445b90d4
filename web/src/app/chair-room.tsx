import { AgendaRail } from '../features/agenda/agenda-rail.tsx'
import { Balance } from '../features/balance/balance.tsx'
import { ChairConsole } from '../features/chair/chair-console.tsx'
import { ClockBox, TurnRuler } from '../features/floor/clock-box.tsx'
import { Phase } from '../features/floor/phase.tsx'
import { RecordLog } from '../features/record/record-log.tsx'
import { Button, Kbd } from '../ui/button.tsx'
import { OwnDevices } from '../media/own-devices.tsx'
import { Icon } from '../ui/icon.tsx'
import { useCell } from './cell.ts'
import { chairView } from './chair-view.ts'
import { DelegateRoom } from './delegate-room.tsx'
import { KeysButton } from './keys-dialog.tsx'
import { useLocale } from './locale.tsx'
import { useRoom } from './room-context.tsx'
import { pathOf } from './routes.ts'
import { SHORTCUTS } from './shortcuts.ts'
import { timeZoneOf } from './time-zone.ts'
import { TimesDialog } from './times-dialog.tsx'
import styles from './chair-room.module.css'

/** The room as the chair has it: the console, or for as long as they wish the room as everybody has it. */
export const ChairRoom = () => (useCell(chairView) === 'room' ? <DelegateRoom /> : <Console />)

const Console = () => {
  const { meeting, seat, sitting } = useRoom()
  const { say } = useLocale()
  const timeZone = timeZoneOf(meeting, seat)
  const page = { page: 'meeting', ...sitting.place } as const
  return (
    <div className={styles['room']}>
      <nav className={styles['rail']} aria-label={say('room.agenda')} tabIndex={0}>
        <AgendaRail timeZone={timeZone} />
        <div className={styles['last']}>
          <Balance />
          <TimesDialog timeZone={timeZone} />
        </div>
      </nav>
      <ChairConsole
        clock={(turn) => (
          <>
            <ClockBox turn={turn} compact />
            <div className={styles['ruler']}>
              <TurnRuler turn={turn} />
            </div>
          </>
        )}
        before={<Phase />}
        record={<RecordLog timeZone={timeZone} lines={8} brief />}
      />
      <footer className={styles['keys']}>
        <OwnDevices />
        <p className={styles['shown']} aria-hidden="true">
          {SHORTCUTS.filter(({ whose }) => whose === 'chair').map(({ code, shown, word }) => (
            <span key={code}>
              <Kbd>{shown}</Kbd>
              {say(word)}
            </span>
          ))}
        </p>
        <div className={styles['links']}>
          <a href={pathOf({ ...page, view: 'text' })}>
            <Icon name="doc" small />
            {say('room.text')}
          </a>
          <Button look="quiet" onPress={() => chairView.set('room')}>
            {say('console.view-room')}
          </Button>
          <KeysButton />
        </div>
      </footer>
    </div>
  )
}
