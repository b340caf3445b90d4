import { clockDigits } from '../../app/clock-digits.ts'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom, useServerNow } from '../../app/room-context.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Words } from '../../ui/words.tsx'
import { shares, type Share } from './shares.ts'
import styles from './balance.module.css'

/** Time used by each delegation, always on screen. Two grow outward from the middle of the table, more stand in rows. */
export const Balance = () => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const rows = shares(meeting, useServerNow())
  return (
    <Panel heading={say('room.balance')} end={rows === undefined ? undefined : say('room.balance-note')}>
      {rows === undefined && <p className={styles['unknown']}>{say('room.times-unknown')}</p>}
      {rows !== undefined && (
        <dl className={rows.length === 2 ? styles['facing'] : styles['rows']}>
          {rows.map((row) => (
            <SideOfBalance key={row.delegation} row={row} />
          ))}
        </dl>
      )}
    </Panel>
  )
}

const SideOfBalance = ({ row }: { readonly row: Share }) => {
  const { say } = useLocale()
  const { shortParty, side } = useNames()
  const hue = styles[side(row.delegation) ?? 'further']
  return (
    <div className={styles['side']}>
      <dt>
        <Mark side={side(row.delegation)} />
        <Words {...shortParty(row.delegation)} />
      </dt>
      <dd className={styles['bar']} aria-hidden="true">
        <i className={hue} style={{ inlineSize: `${row.bar * 100}%` }} />
      </dd>
      <dd className={styles['number']}>
        {clockDigits(row.usedMs)}
        <small>{say('room.balance-share', { percent: row.percent, count: row.turns })}</small>
      </dd>
      <dd className={`${styles['bar']} ${styles['thin']}`} aria-hidden="true">
        <i className={hue} style={{ inlineSize: `${row.itemBar * 100}%` }} />
      </dd>
      <dd className={styles['under']}>
        {say('room.balance-item')} {clockDigits(row.itemMs)}
      </dd>
    </div>
  )
}
