import { packOf } from '@parley/domain/meeting/seats'
import { speakersList, type ListEntry } from '@parley/domain/meeting/views/speakers-list'
import { formatDuration } from '@parley/messages/quantities'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { shownKey } from '../../app/shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Words } from '../../ui/words.tsx'
import { limitOf } from './chair-acts.ts'
import type { Do } from './chair-console.tsx'
import styles from './chair-list.module.css'

/** The list of speakers in the order of the rules; who is not next can be called with a reason. */
export const ChairList = ({
  onAct,
  onDepart,
}: {
  readonly onAct: Do
  readonly onDepart: (seat: string, speech: string) => void
}) => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const list = speakersList(meeting)
  if (list === undefined) return null
  const { speakers } = packOf(meeting)
  const mayDepart = speakers.chairMayDepart && meeting.turn === undefined
  return (
    <Panel
      heading={say('room.list')}
      note={say(`room.order-${speakers.order}`)}
      end={
        <Button
          look="quiet"
          shortcut={shownKey('list', 'chair')}
          onPress={() => onAct(list.list === 'open' ? 'close-list' : 'open-list')}
        >
          {say(list.list === 'open' ? 'console.close-list' : 'console.open-list')}
        </Button>
      }
    >
      {list.waiting.length === 0 && <p className={styles['empty']}>{say('room.list-empty')}</p>}
      {list.waiting.length > 0 && (
        <table className={styles['list']}>
          <thead>
            <tr>
              <th scope="col">
                <span className="sr">{say('console.actions')}</span>
              </th>
              <th scope="col">{say('console.speaker')}</th>
              <th scope="col">{say('console.kind')}</th>
              <th scope="col">{say('console.limit')}</th>
              <th scope="col">
                <span className="sr">{say('console.call-now')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {list.waiting.map((entry) => (
              <Row key={entry.request} entry={entry} onDepart={mayDepart ? onDepart : undefined} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

const Row = ({
  entry,
  onDepart,
}: {
  readonly entry: ListEntry
  readonly onDepart: ((seat: string, speech: string) => void) | undefined
}) => {
  const { meeting } = useRoom()
  const { language, say } = useLocale()
  const names = useNames()
  const { place, seat, kind, delegation } = entry
  const other = names.personOther(seat)
  return (
    <tr>
      <td>{place}</td>
      <td>
        <b>
          <Mark side={names.side(delegation)} />
          <Words {...names.person(seat)} />
        </b>
        {other !== undefined && (
          <span className={styles['other']}>
            <Words {...other} />
          </span>
        )}
      </td>
      <td>
        <Chip>{say(`speech.${kind}`)}</Chip>
      </td>
      <td>{formatDuration(language, limitOf(meeting, kind))}</td>
      <td>
        {place > 1 && onDepart !== undefined && (
          <Button
            label={say('console.call-departing', { who: names.person(seat).text })}
            onPress={() => onDepart(seat, kind)}
          >
            {say('console.call-now')}
          </Button>
        )}
      </td>
    </tr>
  )
}
