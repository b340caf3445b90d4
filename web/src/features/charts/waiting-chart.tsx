import { formatDuration } from '@parley/messages/quantities'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Words } from '../../ui/words.tsx'
import { Figure } from './figure.tsx'
import { waitingTimes, waits } from './waiting-times.ts'
import styles from './waiting-chart.module.css'

/** Below a minute, differences mean nothing and are not drawn large. */
const SHORTEST_SCALE_MS = 60_000

/** How long each side waited for the floor once it had asked: the bar to the longest, the stroke where half had been called. */
export const WaitingChart = () => {
  const { meeting, facts } = useRoom()
  const { language, say } = useLocale()
  const { shortParty, side } = useNames()
  const rows = waitingTimes(
    waits(facts),
    meeting.delegations.map(({ id }) => id),
  )
  if (rows.length === 0) return null
  const longest = Math.max(SHORTEST_SCALE_MS, ...rows.map(({ longestMs }) => longestMs))
  const duration = (ms: number): string => formatDuration(language, ms / 1000)
  return (
    <Figure heading={say('seats.chart-wait')}>
      <ul className={styles['rows']}>
        {rows.map(({ delegation, count, medianMs, longestMs }) => (
          <li key={delegation}>
            <span>
              <Mark side={side(delegation)} /> <Words {...shortParty(delegation)} />
            </span>
            <svg aria-hidden="true">
              <rect className={styles['bar']} y="2" width={`${(longestMs / longest) * 100}%`} height="8" />
              <rect className={styles['median']} x={`${(medianMs / longest) * 100}%`} width="3" height="12" />
            </svg>
            <small>
              {say('seats.chart-wait-said', {
                count,
                median: duration(medianMs),
                longest: duration(longestMs),
              })}
            </small>
          </li>
        ))}
      </ul>
    </Figure>
  )
}
