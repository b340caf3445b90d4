import { hasSpeakers } from '@parley/domain/meeting/decide/list-of-speakers'
import { currentItem, packOf } from '@parley/domain/meeting/seats'
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
import { useConsole } from './console-context.ts'
import styles from './chair-list.module.css'

/** The list of speakers in the order of the rules; who is not next can be called with a reason. */
export const ChairList = () => {
  const { meeting } = useRoom()
  const { press } = useConsole()
  const { say } = useLocale()
  const list = speakersList(meeting)
  // Messages are called, and breaks are silent: nobody waits for the floor there.
  const item = currentItem(meeting)
  if (list === undefined || item === undefined || !hasSpeakers(item)) return null
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
          onPress={() => press(list.list === 'open' ? 'close-list' : 'open-list')}
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
              <Row key={entry.request} entry={entry} mayDepart={mayDepart} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

const Row = ({ entry, mayDepart }: { readonly entry: ListEntry; readonly mayDepart: boolean }) => {
  const { ask } = useConsole()
  const { meeting } = useRoom()
  const { language, say } = useLocale()
  const names = useNames()
  const { place, seat, kind, delegation, onBehalfOf } = entry
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
        {onBehalfOf !== undefined && (
          <span className={styles['behalf']}>
            {say('sitting.on-behalf-of', { who: names.words(onBehalfOf).text })}
          </span>
        )}
      </td>
      <td>{formatDuration(language, limitOf(meeting, kind))}</td>
      <td>
        {place > 1 && mayDepart && (
          <Button
            label={`${say('console.call-now')}: ${names.person(seat).text}`}
            onPress={() =>
              ask({
                words: say('console.call-departing', { who: names.person(seat).text }),
                command: { type: 'GiveFloor', seat, kind },
                withReason: (departure) => ({ type: 'GiveFloor', seat, kind, departure }),
                needsReason: true,
              })
            }
          >
            {say('console.call-now')}
          </Button>
        )}
      </td>
    </tr>
  )
}
