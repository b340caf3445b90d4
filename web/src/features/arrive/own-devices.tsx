import { ownSeat, type Devices } from '@parley/client/own-seat'
import type { Result } from '@parley/client/result'
import { formatDate } from '@parley/messages/dates'
import { useEffect, useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { ownAddress } from '../../app/own-client.ts'
import { Button } from '../../ui/button.tsx'
import { Confirmation } from '../../ui/confirmation.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './own-keys.module.css'

type Device = Devices['devices'][number]
type Asked = { readonly which: 'one'; readonly id: string } | { readonly which: 'others' }

/** Where one's seat is signed in, this device first, and ending it elsewhere. */
export const OwnDevices = () => {
  const { language, say } = useLocale()
  const [devices, setDevices] = useState<readonly Device[]>([])
  const [asked, setAsked] = useState<Asked>()
  const [isTroubled, setTroubled] = useState(false)
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const when = (at: number): string => formatDate(language, at, timeZone, 'date-time')
  const take = (answer: Result<Devices>): void => {
    if (answer.ok) setDevices(answer.value.devices.toSorted((a, b) => Number(b.own) - Number(a.own)))
    setTroubled(!answer.ok)
    setAsked(undefined)
  }
  useEffect(() => {
    void ownSeat(ownAddress()).devices().then(take)
  }, [])
  const end = (which: Asked): void => void ownSeat(ownAddress()).endDevices(which).then(take)
  return (
    <Panel heading={say('arrive.devices')} className={styles['part']}>
      <ul className={styles['list']}>
        {devices.map(({ id, since, expiresAt, own }) => (
          <li key={id}>
            <p className={styles['what']}>
              <b>{say(own ? 'arrive.device-this' : 'arrive.device-other')}</b>
              <span>{say('arrive.device-times', { since: when(since), until: when(expiresAt) })}</span>
            </p>
            {!own && asked?.which !== 'one' && (
              <Button
                label={`${say('arrive.device-end')}: ${when(since)}`}
                onPress={() => setAsked({ which: 'one', id })}
              >
                {say('arrive.device-end')}
              </Button>
            )}
            {asked?.which === 'one' && asked.id === id && (
              <Confirmation
                question={say('arrive.device-end-ask', { since: when(since) })}
                confirm={say('arrive.device-end')}
                cancel={say('room.cancel')}
                onConfirm={() => end(asked)}
                onCancel={() => setAsked(undefined)}
              />
            )}
          </li>
        ))}
      </ul>
      <div role="alert">
        {isTroubled && <p className={styles['trouble']}>{say('arrive.not-answered')}</p>}
      </div>
      {devices.length > 2 && asked?.which !== 'others' && (
        <Button onPress={() => setAsked({ which: 'others' })}>{say('arrive.devices-end-others')}</Button>
      )}
      {asked?.which === 'others' && (
        <Confirmation
          question={say('arrive.devices-end-others-ask')}
          confirm={say('arrive.devices-end-others')}
          cancel={say('room.cancel')}
          onConfirm={() => end(asked)}
          onCancel={() => setAsked(undefined)}
        />
      )}
    </Panel>
  )
}
