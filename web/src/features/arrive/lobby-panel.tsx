import { formatDate } from '@parley/messages/dates'
import { useState } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import type { Place } from '../../app/connection.ts'
import { useLocale } from '../../app/locale.tsx'
import type { Side } from '../../app/sides.ts'
import type { Worded } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'
import { Confirmation } from '../../ui/confirmation.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Words } from '../../ui/words.tsx'
import { useLobby } from './use-lobby.ts'
import styles from './lobby-panel.module.css'

/** How a seat is called where the panel stands, inside a meeting or before one. */
export type Called = { readonly name: Worded; readonly office: Worded; readonly side: Side | undefined }

/** Who of one's own side has come and waits: shown while anybody does, to those who may admit them. */
export const LobbyPanel = ({
  place,
  called,
  timeZone,
}: {
  readonly place: Place
  readonly called: (seat: string) => Called
  readonly timeZone: string
}) => {
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
          <AriaButton
            className={styles['button'] ?? ''}
            aria-label={`${say('arrive.lobby')} ${waiting.length}: ${words}`}
          >
            <Icon name="door" small />
            <span className={styles['word']}>{say('arrive.lobby')}</span> <b>{waiting.length}</b>
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
                    who={called(seat)}
                    timeZone={timeZone}
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
  who: { name, office, side },
  timeZone,
  since,
  devices,
  onDecide,
}: {
  readonly who: Called
  readonly timeZone: string
  readonly since: number
  readonly devices: number
  readonly onDecide: (decision: 'admit' | 'revoke') => void
}) => {
  const { language, say } = useLocale()
  const [isAsked, setAsked] = useState(false)
  const { text: who } = name
  const time = formatDate(language, since, timeZone, 'time')
  return (
    <li>
      <p className={styles['who']}>
        <Mark side={side} />
        <b>
          <Words {...name} />
        </b>
        <span>
          <Words {...office} /> {say('arrive.waits-since', { time })}
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
