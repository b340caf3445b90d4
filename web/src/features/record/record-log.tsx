import { formatDate } from '@parley/messages/dates'
import { useRef, useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { placesOf } from '../../app/places.ts'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { Panel } from '../../ui/panel.tsx'
import { isShown, TOPICS, type RecordFilter } from './record-filter.ts'
import { entryAsked, entryPath } from './entry-link.ts'
import { lastLines, recordLine } from './record-line.ts'
import styles from './record-log.module.css'

const ALL: RecordFilter = { topic: 'all', delegation: undefined }

/** The last entries of the record, the newest first, as it grows; in full it can be searched by topic and side, and taken away. */
export const RecordLog = ({
  timeZone,
  lines = 200,
  brief = false,
}: {
  readonly timeZone: string
  readonly lines?: number
  /** Only the lines. */
  readonly brief?: boolean
}) => {
  const { facts, proceedings, meeting } = useRoom()
  const { language, say } = useLocale()
  const [filter, setFilter] = useState(ALL)
  const [more, setMore] = useState(0)
  const log = useRef<HTMLOListElement>(null)
  const asked = entryAsked(location.search)
  const count = Math.max(lines + more, asked === undefined ? 0 : (facts.at(-1)?.seq ?? 0) - asked + 1)
  const shown = lastLines(facts, count, (fact) =>
    isShown(fact, filter, meeting) ? recordLine(language, fact, proceedings, timeZone) : undefined,
  )
  return (
    <Panel heading={say('room.record')} note={say('room.record-note')} className={styles['panel']}>
      {!brief && <Tools filter={filter} onFilter={setFilter} />}
      <ol className={styles['log']} ref={log} reversed tabIndex={0} aria-label={say('room.record')}>
        {shown.map(({ fact, words }) => (
          <li
            key={fact.seq}
            className={fact.seq === asked ? styles['asked'] : ''}
            ref={fact.seq === asked ? showOnce : undefined}
          >
            <EntryNumber seq={fact.seq} />
            <time>{formatDate(language, fact.at, timeZone, 'time')}</time>
            <span className={styles['words']}>{words}</span>
          </li>
        ))}
      </ol>
      {!brief && (
        <p className={styles['foot']}>
          <button type="button" onClick={() => log.current?.scrollTo({ top: 0 })}>
            {say('sitting.to-latest')}
          </button>
          {shown.length === count && (
            <button type="button" onClick={() => setMore(more + lines)}>
              {say('sitting.earlier')}
            </button>
          )}
        </p>
      )}
    </Panel>
  )
}

const showOnce = (line: HTMLElement | null): void => line?.scrollIntoView({ block: 'center' })

/** The number of an entry, which is a link to it; pressed, the link is copied. */
const EntryNumber = ({ seq }: { readonly seq: number }) => {
  const { sitting } = useRoom()
  const { say } = useLocale()
  const [isCopied, setCopied] = useState(false)
  const href = entryPath(sitting.place, seq)
  return (
    <a
      href={href}
      aria-label={say('sitting.copy-entry', { count: seq })}
      title={isCopied ? say('sitting.copied') : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        void navigator.clipboard?.writeText(`${location.origin}${href}`).then(() => setCopied(true))
      }}
    >
      {seq}
      {isCopied && (
        <span className="sr" role="status">
          {say('sitting.copied')}
        </span>
      )}
    </a>
  )
}

const Tools = ({
  filter,
  onFilter,
}: {
  readonly filter: RecordFilter
  readonly onFilter: (filter: RecordFilter) => void
}) => {
  const { meeting, seat, sitting } = useRoom()
  const { say } = useLocale()
  const { shortParty } = useNames()
  const { dialogue, meeting: id } = sitting.place
  // The whole record is for those who see its every entry.
  const seesAll = placesOf(meeting, seat).includes('text')
  return (
    <div className={styles['tools']}>
      <select
        value={filter.topic}
        aria-label={say('sitting.filter-topic')}
        onChange={({ target }) =>
          onFilter({ ...filter, topic: TOPICS.find((one) => one === target.value) ?? 'all' })
        }
      >
        <option value="all">{say('sitting.topic-all')}</option>
        {TOPICS.map((topic) => (
          <option key={topic} value={topic}>
            {say(`sitting.topic-${topic}`)}
          </option>
        ))}
      </select>
      <select
        value={filter.delegation ?? ''}
        aria-label={say('sitting.filter-side')}
        onChange={({ target }) =>
          onFilter({ ...filter, delegation: target.value === '' ? undefined : target.value })
        }
      >
        <option value="">{say('sitting.side-all')}</option>
        {meeting.delegations.map((one) => (
          <option key={one.id} value={one.id} lang={shortParty(one.id).lang}>
            {shortParty(one.id).text}
          </option>
        ))}
      </select>
      {seesAll && (
        <a href={`/api/dialogues/${dialogue}/meetings/${id}/record`} download={`${id}.parley`}>
          {say('sitting.download')}
        </a>
      )}
    </div>
  )
}
