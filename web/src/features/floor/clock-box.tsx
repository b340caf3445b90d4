import { clock } from '@parley/domain/meeting/views/clock'
import { packOf } from '@parley/domain/meeting/seats'
import type { Turn } from '@parley/domain/meeting/state'
import { formatDuration } from '@parley/messages/quantities'
import { clockDigits, remainingDigits } from '../../app/clock-digits.ts'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom, useServerNow } from '../../app/room-context.tsx'
import { Ruler } from '../../ui/ruler.tsx'
import styles from './clock-box.module.css'

/** How often a running clock is read; often enough that a second is never skipped. */
const EVERY_MS = 250

/** What is left of a turn, what was used, the limit, and the state in a word. It grows heavier, and never cuts. */
export const ClockBox = ({ turn, compact = false }: { readonly turn: Turn; readonly compact?: boolean }) => {
  const { meeting } = useRoom()
  const { language, say } = useLocale()
  const { usedMs, remainingMs, state } = clock(turn, packOf(meeting), useServerNow(EVERY_MS))
  return (
    <div className={`${styles['box']} ${styles[state]} ${compact ? styles['compact'] : ''}`} role="timer">
      <p className={styles['line']}>
        <span>{say(state === 'overtime' ? 'room.over' : 'room.remaining')}</span>
        <span>{say('room.limit', { duration: formatDuration(language, turn.limitSeconds) })}</span>
      </p>
      <p className={styles['digits']} dir="ltr">
        {remainingDigits(remainingMs)}
      </p>
      <p className={styles['line']}>
        <span>{say('room.used', { digits: clockDigits(usedMs) })}</span>
        <span>
          {turn.pausedFor === undefined
            ? say(`room.clock-${state}`)
            : `${say('room.paused')} · ${say(`pause.${turn.pausedFor}`)}`}
        </span>
      </p>
    </div>
  )
}

/** The turn as a length of time, in its side's hue. */
export const TurnRuler = ({ turn }: { readonly turn: Turn }) => {
  const { meeting } = useRoom()
  const { side } = useNames()
  const pack = packOf(meeting)
  const { usedMs } = clock(turn, pack, useServerNow(EVERY_MS))
  return (
    <Ruler
      minutes={turn.limitSeconds / 60}
      usedMinutes={usedMs / 60_000}
      warningMinutes={pack.warningSeconds / 60}
      side={side(turn.delegation)}
    />
  )
}
