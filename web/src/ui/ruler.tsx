import type { MarkSide } from './mark.tsx'
import styles from './ruler.module.css'

/** A length of time: one tick a minute, what is used filled in the side's hue, the last minute hatched, overtime in ink. */
export const Ruler = ({
  minutes,
  usedMinutes,
  warningMinutes = 0,
  side,
  thin = false,
}: {
  readonly minutes: number
  readonly usedMinutes: number
  readonly warningMinutes?: number
  readonly side?: MarkSide | undefined
  readonly thin?: boolean
}) => {
  const whole = Math.max(minutes, usedMinutes, 1 / 60)
  const ticks = whole <= 60 ? whole : 1
  return (
    <span
      className={`${styles['ruler']} ${thin ? styles['thin'] : ''} ${side === undefined ? '' : styles[side]}`}
      style={{
        '--min': ticks,
        '--of': whole,
        '--used': usedMinutes,
        '--warn': warningMinutes,
        '--limit': minutes,
      }}
      aria-hidden="true"
    >
      <i />
      {usedMinutes > minutes && <b />}
    </span>
  )
}
