import { formatDate } from '@parley/messages/dates'
import { formatDuration, formatMinutes } from '@parley/messages/quantities'
import { clockDigits } from '../../app/clock-digits.ts'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom, useServerNow } from '../../app/room-context.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Words } from '../../ui/words.tsx'
import { balanceOverTime, type BalanceOverTime, type Point } from './balance-over-time.ts'
import { Figure } from './figure.tsx'
import styles from './balance-chart.module.css'

const EVERY_MS = 5000

/** How speaking time grew, delegation beside delegation; each line has a stroke of its own besides its hue. */
export const BalanceChart = ({ timeZone }: { readonly timeZone: string }) => {
  const { meeting } = useRoom()
  const { language, say } = useLocale()
  const { shortParty } = useNames()
  const balance = balanceOverTime(meeting, useServerNow(EVERY_MS))
  if (balance === undefined || balance.mostMs === 0) {
    return (
      <Figure heading={say('seats.chart-balance')}>
        <p className={styles['none']}>
          {say(meeting.retrospective === undefined ? 'seats.chart-none' : 'room.times-unknown')}
        </p>
      </Figure>
    )
  }
  const time = (instant: number): string => formatDate(language, instant, timeZone, 'time')
  const moments = tableMoments(balance)
  return (
    <Figure
      heading={say('seats.chart-balance')}
      table={{
        columns: [
          say('seats.chart-time'),
          ...balance.lines.map(({ delegation }) => shortParty(delegation).text),
        ],
        rows: moments.map((moment) => ({
          id: String(moment),
          cells: [
            time(moment),
            ...balance.lines.map(({ points }) => formatDuration(language, usedAt(points, moment) / 1000)),
          ],
        })),
      }}
    >
      <Lines balance={balance} time={time} />
    </Figure>
  )
}

const Lines = ({
  balance,
  time,
}: {
  readonly balance: BalanceOverTime
  readonly time: (instant: number) => string
}) => {
  const { language } = useLocale()
  const { shortParty, side } = useNames()
  const topMinutes = Math.max(1, Math.ceil(balance.mostMs / 60_000))
  return (
    <>
      <div className={styles['plot']}>
        <div className={styles['scale']} aria-hidden="true">
          <span>{formatMinutes(language, topMinutes)}</span>
          <span>0</span>
        </div>
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          <path className={styles['grid']} d="M0 0.5H100M0 50H100M0 99.5H100" />
          {balance.lines.map(({ delegation, points }) => (
            <path
              key={delegation}
              className={`${styles['line']} ${styles[side(delegation) ?? 'further']}`}
              d={pathOf(points, balance, topMinutes * 60_000)}
            />
          ))}
        </svg>
        <div className={styles['times']} aria-hidden="true">
          <span>{time(balance.from)}</span>
          <span>{time(balance.to)}</span>
        </div>
      </div>
      <ul className={styles['legend']}>
        {balance.lines.map(({ delegation, points }) => (
          <li key={delegation}>
            <svg viewBox="0 0 28 6" aria-hidden="true">
              <path className={`${styles['line']} ${styles[side(delegation) ?? 'further']}`} d="M0 3H28" />
            </svg>
            <Mark side={side(delegation)} />
            <Words {...shortParty(delegation)} />
            <b dir="ltr">{clockDigits(points.at(-1)?.usedMs ?? 0)}</b>
          </li>
        ))}
      </ul>
    </>
  )
}

const pathOf = (points: readonly Point[], { from, to }: BalanceOverTime, topMs: number): string => {
  const whole = Math.max(1, to - from)
  return points
    .map(({ at, usedMs }, index) => {
      const x = (((at - from) / whole) * 100).toFixed(2)
      const y = (99 - (usedMs / topMs) * 98).toFixed(2)
      return `${index === 0 ? 'M' : 'L'}${x} ${y}`
    })
    .join('')
}

/** How many moments a table tells of. */
const ROWS = 8

const tableMoments = ({ from, to }: BalanceOverTime): readonly number[] =>
  Array.from({ length: ROWS + 1 }, (_, index) => Math.round(from + ((to - from) * index) / ROWS))

/** The time used at a moment, by the straight line between the points around it. */
const usedAt = (points: readonly Point[], moment: number): number => {
  const after = points.findIndex(({ at }) => at >= moment)
  const next = points[after]
  const before = points[after - 1]
  if (next === undefined || before === undefined) return next?.usedMs ?? 0
  const share = next.at === before.at ? 1 : (moment - before.at) / (next.at - before.at)
  return before.usedMs + (next.usedMs - before.usedMs) * share
}
