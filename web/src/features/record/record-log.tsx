import { formatDate } from '@parley/messages/dates'
import { useLocale } from '../../app/locale.tsx'
import { useRoom } from '../../app/room-context.tsx'
import { Panel } from '../../ui/panel.tsx'
import { lastLines, recordLine } from './record-line.ts'
import styles from './record-log.module.css'

/** The last entries of the record, the newest first, as it grows. */
export const RecordLog = ({
  timeZone,
  lines = 40,
}: {
  readonly timeZone: string
  readonly lines?: number
}) => {
  const { facts, proceedings } = useRoom()
  const { language, say } = useLocale()
  const shown = lastLines(facts, lines, (fact) => recordLine(language, fact, proceedings, timeZone))
  return (
    <Panel heading={say('room.record')} note={say('room.record-note')} className={styles['panel']}>
      <ol className={styles['log']} reversed tabIndex={0} aria-label={say('room.record')}>
        {shown.map(({ fact, words }) => (
          <li key={fact.seq}>
            <span>{fact.seq}</span>
            <time>{formatDate(language, fact.at, timeZone, 'time')}</time>
            <span className={styles['words']}>{words}</span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
