import { packOf } from '@parley/domain/meeting/seats'
import { speakersList } from '@parley/domain/meeting/views/speakers-list'
import type { Speech } from '@parley/domain/meeting/things'
import { useLocale } from '../../app/locale.tsx'
import { useRoom } from '../../app/room-context.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { Panel } from '../../ui/panel.tsx'
import { NamePlate } from './name-plate.tsx'
import styles from './speakers.module.css'

/** Who waits for the floor, in the order the rules call them; a point of order stands boxed on top. */
export const Speakers = () => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const list = speakersList(meeting)
  const { pointOfOrder } = meeting
  return (
    <Panel
      heading={say('room.list')}
      note={meeting.phase === 'none' ? undefined : say(`room.order-${packOf(meeting).speakers.order}`)}
      end={list === undefined ? undefined : say(`room.list-${list.list}`)}
    >
      <ol className={styles['list']}>
        {pointOfOrder !== undefined && (
          <li className={styles['point']}>
            <Icon name="order" small />
            <span>
              <NamePlate seat={pointOfOrder.seat} />
              <span className={styles['subject']}>
                {pointOfOrder.subject ?? say('room.point-without-subject')}
              </span>
            </span>
            <Chip solid>{say('room.to-be-ruled')}</Chip>
          </li>
        )}
        {list?.waiting.map(({ request, place, seat, kind }) => (
          <li key={request}>
            <span className={styles['place']}>{place}</span>
            <NamePlate seat={seat} />
            <SpeechChip kind={kind} />
          </li>
        ))}
      </ol>
      {(list?.waiting.length ?? 0) === 0 && <p className={styles['empty']}>{say('room.list-empty')}</p>}
    </Panel>
  )
}

const SIGNS: Readonly<Record<Speech, IconName>> = {
  message: 'note',
  statement: 'say',
  report: 'doc',
  exchange: 'say',
  reply: 'question',
  'right-of-reply': 'reply',
  'explanation-of-position': 'note',
  remarks: 'say',
  'point-of-order': 'order',
}

/** A kind of turn, as a sign and a word. */
export const SpeechChip = ({ kind }: { readonly kind: Speech }) => {
  const { say } = useLocale()
  return (
    <Chip>
      <Icon name={SIGNS[kind]} />
      {say(`speech.${kind}`)}
    </Chip>
  )
}
