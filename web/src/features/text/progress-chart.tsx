import { formatDate } from '@parley/messages/dates'
import type { TextState } from '@parley/domain/text/state'
import { progressOverTime, type ProgressPoint } from '@parley/domain/text/views/progress-over-time'
import { useMemo, useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { useRoom } from '../../app/room-context.tsx'
import { timeZoneOf } from '../../app/time-zone.ts'
import styles from './progress-chart.module.css'

/** How the text came together, on request: blocks agreed and open over the time of the negotiation, as steps and as a table. */
export const ProgressChart = ({ text }: { readonly text: TextState }) => {
  const { say } = useLocale()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className={styles['chart']} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say('negotiation.progress')}</summary>
      {isOpen && <Chart text={text} />}
    </details>
  )
}

const Chart = ({ text }: { readonly text: TextState }) => {
  const { facts, meeting, seat } = useRoom()
  const { language, say } = useLocale()
  const points = useMemo(
    () => progressOverTime(facts, text.text, { delegations: meeting.delegations }),
    [facts, text.text, meeting.delegations],
  )
  const timeZone = timeZoneOf(meeting, seat)
  if (points.length < 2) return <p>{say('negotiation.progress-none')}</p>
  return (
    <>
      <Steps points={points} label={say('negotiation.progress')} />
      <table>
        <thead>
          <tr>
            <th scope="col">{say('negotiation.when')}</th>
            <th scope="col">{say('room.agreed-blocks')}</th>
            <th scope="col">{say('room.open-blocks')}</th>
          </tr>
        </thead>
        <tbody>
          {points.slice(-12).map(({ at, agreed, open }) => (
            <tr key={`${at} ${agreed} ${open}`}>
              <td>{formatDate(language, at, timeZone, 'date-time')}</td>
              <td>{agreed}</td>
              <td>{open}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const WIDTH = 600
const HEIGHT = 120

/** Agreed grows from below, solid; open stands on it, hatched. Every change has the same width: meetings pause for months. */
const Steps = ({ points, label }: { readonly points: readonly ProgressPoint[]; readonly label: string }) => {
  const most = Math.max(1, ...points.map(({ agreed, open }) => agreed + open))
  const step = WIDTH / points.length
  const height = (count: number): number => (count / most) * HEIGHT
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} preserveAspectRatio="none">
      <defs>
        <pattern id="open-blocks" width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M0 6L6 0" className={styles['hatch'] ?? ''} />
        </pattern>
      </defs>
      {points.map(({ at, agreed, open }, index) => (
        <g key={`${at} ${index}`} transform={`translate(${index * step} 0)`}>
          <rect
            width={step}
            height={height(agreed)}
            y={HEIGHT - height(agreed)}
            className={styles['agreed'] ?? ''}
          />
          <rect
            width={step}
            height={height(open)}
            y={HEIGHT - height(agreed + open)}
            fill="url(#open-blocks)"
            className={styles['open'] ?? ''}
          />
        </g>
      ))}
    </svg>
  )
}
