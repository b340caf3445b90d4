import { messagesInOrder } from '@parley/domain/meeting/messages'
import { currentItem, packOf } from '@parley/domain/meeting/seats'
import type { Message } from '@parley/domain/meeting/state'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Words } from '../../ui/words.tsx'
import { nextCalled } from './chair-acts.ts'
import { useConsole } from './console-context.ts'
import styles from './chair-list.module.css'

/** The messages in the order of protocol, while they are before the meeting; one that is not next can be called with a reason. */
export const MessagesToRead = () => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  if (currentItem(meeting)?.item.kind !== 'messages') return null
  const all = messagesInOrder(meeting)
  return (
    <Panel heading={say('item-kind.messages')} note={say(`sitting.order-${packOf(meeting).messages.order}`)}>
      {all.length === 0 && <p className={styles['empty']}>{say('sitting.no-messages')}</p>}
      <table className={styles['list']}>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr">{say('console.actions')}</span>
            </th>
            <th scope="col">{say('sitting.author')}</th>
            <th scope="col">{say('sitting.reader')}</th>
            <th scope="col">
              <span className="sr">{say('console.call-now')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {all.map((one, place) => (
            <Row key={one.message.id} one={one} place={place + 1} />
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

const Row = ({ one, place }: { readonly one: Message; readonly place: number }) => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const names = useNames()
  const { message, readOut } = one
  return (
    <tr>
      <td>{place}</td>
      <td>
        <b>
          <Mark side={names.side(message.delegation)} />
          <Words {...names.words(message.author.name)} />
        </b>
        <Chip>{say(`message-form.${message.form}`)}</Chip>
      </td>
      <td>
        <Words {...names.person(message.reader)} />
      </td>
      <td>
        {readOut
          ? say('sitting.read-out')
          : meeting.turn?.message === message.id
            ? say('sitting.being-read')
            : meeting.turn === undefined && <CallNow message={message.id} author={message.author.name} />}
      </td>
    </tr>
  )
}

const CallNow = ({
  message,
  author,
}: {
  readonly message: string
  readonly author: Message['message']['author']['name']
}) => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const { words } = useNames()
  const { ask } = useConsole()
  if (!packOf(meeting).speakers.chairMayDepart || nextCalled(meeting)?.message === message) return null
  const question = say('sitting.call-message-departing', { who: words(author).text })
  return (
    <Button
      label={`${say('console.call-now')}: ${words(author).text}`}
      onPress={() =>
        ask({
          words: question,
          command: { type: 'CallMessage', message },
          withReason: (departure) => ({ type: 'CallMessage', message, departure }),
          needsReason: true,
        })
      }
    >
      {say('console.call-now')}
    </Button>
  )
}
