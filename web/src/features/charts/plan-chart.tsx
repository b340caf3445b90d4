import { formatMinutes } from '@parley/messages/quantities'
import { useId } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom, useServerNow } from '../../app/room-context.tsx'
import { Words } from '../../ui/words.tsx'
import { Figure } from './figure.tsx'
import { planBesideActual, type PlanRow } from './plan-beside-actual.ts'
import styles from './plan-chart.module.css'

const EVERY_MS = 10_000

/** Each item's planned time as an outline, what it took as a bar over it; what went beyond the plan is hatched. */
export const PlanChart = () => {
  const { meeting } = useRoom()
  const { language, say } = useLocale()
  const { words } = useNames()
  const plan = planBesideActual(meeting, useServerNow(EVERY_MS))
  const minutes = (count: number | undefined): string =>
    count === undefined ? '–' : formatMinutes(language, Math.abs(count))
  const signed = (count: number | undefined): string =>
    count === undefined || count === 0 ? minutes(count) : `${count > 0 ? '+' : '−'}${minutes(count)}`
  return (
    <Figure
      heading={say('seats.chart-plan')}
      table={{
        columns: [
          say('seats.chart-item'),
          say('seats.chart-planned'),
          say('seats.chart-actual'),
          say('seats.chart-difference'),
        ],
        rows: [
          ...plan.rows.map((row) => ({
            id: row.item.id,
            cells: [
              <Words key="title" {...words(row.item.title)} />,
              minutes(row.plannedMinutes),
              minutes(row.actualMinutes),
              signed(row.differenceMinutes),
            ],
          })),
          {
            id: '',
            cells: [
              say('seats.chart-total'),
              minutes(plan.plannedMinutes),
              minutes(plan.actualMinutes),
              signed(plan.driftMinutes),
            ],
          },
        ],
      }}
    >
      <ul className={styles['legend']} aria-hidden="true">
        <li className={styles['planned']}>{say('seats.chart-planned')}</li>
        <li className={styles['actual']}>{say('seats.chart-actual')}</li>
        <li className={styles['over']}>{say('seats.chart-over')}</li>
      </ul>
      <ol className={styles['rows']}>
        {plan.rows.map((row) => (
          <Row key={row.item.id} row={row} longestMinutes={plan.longestMinutes} signed={signed} />
        ))}
      </ol>
    </Figure>
  )
}

const Row = ({
  row: { number, item, plannedMinutes, actualMinutes, differenceMinutes },
  longestMinutes,
  signed,
}: {
  readonly row: PlanRow
  readonly longestMinutes: number
  readonly signed: (count: number | undefined) => string
}) => {
  const { words } = useNames()
  // The same chart may stand on a page twice.
  const over = useId()
  const width = (minutes: number): string => `${(minutes / longestMinutes) * 100}%`
  const planned = plannedMinutes ?? 0
  const actual = actualMinutes ?? 0
  const within = plannedMinutes === undefined ? actual : Math.min(actual, planned)
  return (
    <li>
      <span className={styles['number']}>{number}</span>
      <span className={styles['title']}>
        <Words {...words(item.title)} />
      </span>
      <span className={styles['difference']} dir="ltr">
        {differenceMinutes === undefined ? '' : signed(differenceMinutes)}
      </span>
      <svg aria-hidden="true">
        <Hatching id={over} />
        <rect className={styles['outline']} x="0.5" y="0.5" width={width(planned)} height="11" />
        <rect className={styles['bar']} x="0" y="3" width={width(within)} height="6" />
        {actual > within && (
          <rect
            x={width(within)}
            y="3"
            width={width(actual - within)}
            height="6"
            fill={`url(#${over})`}
            className={styles['beyond']}
          />
        )}
      </svg>
    </li>
  )
}

const Hatching = ({ id }: { readonly id: string }) => (
  <defs>
    <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path className={styles['hatch']} d="M0 0V5" />
    </pattern>
  </defs>
)
