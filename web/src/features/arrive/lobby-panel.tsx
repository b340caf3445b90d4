import { formatDate } from '@parley/messages/dates'
import { useState } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import type { Place } from '../../app/connection.ts'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { timeZoneOf } from '../../app/time-zone.ts'
import { Button } from '../../ui/button.tsx'
import { Confirmation } from '../../ui/confirmation.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Words } from '../../ui/words.tsx'
import { useLobby } from './use-lobby.ts'
import styles from './lobby-panel.module.css'

/** Who of one's own side has come and waits: shown while anybody does, to those who may admit them. */
export const LobbyPanel = ({ place }: { readonly place: Place }) => {
  const { say } = useLocale()
  const { waiting, isTroubled, decide } = useLobby(place)
  const words = say('arrive.lobby-count', { count: waiting.length })
  return (
    <>
      <span role="status" className="sr">
        {waiting.length > 0 && words}
      </span>
      {waiting.length > 0 && (
        <DialogTrigger>
          <AriaButton className={styles['button'] ?? ''} aria-label={words}>
            <Icon name="door" small />
            <span className={styles['word']}>{say('arrive.lobby')}</span>
            <b>{waiting.length}</b>
          </AriaButton>
          <Popover className={styles['popover'] ?? ''} placement="bottom end">
            <Dialog className={styles['dialog'] ?? ''}>
              <Heading slot="title">{say('arrive.lobby')}</Heading>
              <p>{say('arrive.lobby-explained')}</p>
              <div role="alert">{isTroubled && <p>{say('arrive.not-answered')}</p>}</div>
              <ul>
                {waiting.map(({ seat, since, devices }) => (
                  <Waiting
                    key={seat}
                    seat={seat}
                    since={since}
                    devices={devices}
                    onDecide={(how) => void decide(seat, how)}
                  />
                ))}
              </ul>
            </Dialog>
          </Popover>
        </DialogTrigger>
      )}
    </>
  )
}

const Waiting = ({
  seat,
  since,
  devices,
  onDecide,
}: {
  readonly seat: string
  readonly since: number
  readonly devices: number
  readonly onDecide: (decision: 'admit' | 'revoke') => void
}) => {
  const { meeting, seat: own } = useRoom()
  const { language, say } = useLocale()
  const names = useNames()
  const [isAsked, setAsked] = useState(false)
  const { text: who } = names.person(seat)
  const time = formatDate(language, since, timeZoneOf(meeting, own), 'time')
  return (
    <li>
      <p className={styles['who']}>
        <Mark side={names.sideOfSeat(seat)} />
        <b>
          <Words {...names.person(seat)} />
        </b>
        <span>
          <Words {...names.office(seat)} /> {say('arrive.waits-since', { time })}
        </span>
        {devices > 1 && <span>{say('arrive.waits-on', { count: devices })}</span>}
      </p>
      {isAsked ? (
        <Confirmation
          question={say('arrive.turn-away-ask', { who })}
          confirm={say('arrive.turn-away')}
          cancel={say('room.cancel')}
          onConfirm={() => onDecide('revoke')}
          onCancel={() => setAsked(false)}
        />
      ) : (
        <div className={styles['acts']}>
          <Button look="primary" label={`${say('arrive.admit')}: ${who}`} onPress={() => onDecide('admit')}>
            {say('arrive.admit')}
          </Button>
          <Button label={`${say('arrive.turn-away')}: ${who}`} onPress={() => setAsked(true)}>
            {say('arrive.turn-away')}
          </Button>
        </div>
      )}
    </li>
  )
}
