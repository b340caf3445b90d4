import { messagesInOrder } from '@parley/domain/meeting/messages'
import { currentItem, packOf } from '@parley/domain/meeting/seats'
import { speakersList } from '@parley/domain/meeting/views/speakers-list'
import type { Message } from '@parley/domain/meeting/state'
import type { Speech } from '@parley/domain/meeting/things'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Words } from '../../ui/words.tsx'
import { NamePlate } from './name-plate.tsx'
import styles from './speakers.module.css'

/** Who comes next at the lectern: under messages whoever reads them, otherwise whoever waits for the floor. */
export const Speakers = () => {
  const { meeting } = useRoom()
  return currentItem(meeting)?.item.kind === 'messages' ? <Readers /> : <Waiting />
}

/** The messages in the order of protocol, and how far their reading has come. */
const Readers = () => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const { words } = useNames()
  const stateOf = ({ message, readOut }: Message) => {
    if (readOut) return say('sitting.read-out')
    return meeting.turn?.message === message.id
      ? say('sitting.being-read')
      : say(`message-form.${message.form}`)
  }
  return (
    <Panel heading={say('item-kind.messages')} note={say(`sitting.order-${packOf(meeting).messages.order}`)}>
      <ol className={styles['list']}>
        {messagesInOrder(meeting).map((one, place) => (
          <li key={one.message.id}>
            <span className={styles['place']}>{place + 1}</span>
            <span>
              <span className={styles['subject']}>
                <Words {...words(one.message.author.name)} />
              </span>
              <NamePlate seat={one.message.reader} />
            </span>
            <Chip solid={meeting.turn?.message === one.message.id}>{stateOf(one)}</Chip>
          </li>
        ))}
      </ol>
      {meeting.messages.length === 0 && <p className={styles['empty']}>{say('sitting.no-messages')}</p>}
    </Panel>
  )
}

/** Who waits for the floor, in the order the rules call them; a point of order stands boxed on top. */
const Waiting = () => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const list = speakersList(meeting)
  const { words } = useNames()
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
        {list?.waiting.map(({ request, place, seat, kind, onBehalfOf }) => (
          <li key={request}>
            <span className={styles['place']}>{place}</span>
            <span>
              <NamePlate seat={seat} />
              {onBehalfOf !== undefined && (
                <span className={styles['subject']}>
                  {say('sitting.on-behalf-of', { who: words(onBehalfOf).text })}
                </span>
              )}
            </span>
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
