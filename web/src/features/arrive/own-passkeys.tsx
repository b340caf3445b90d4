import { ownSeat, type Passkeys } from '@parley/client/own-seat'
import { formatDate } from '@parley/messages/dates'
import { useEffect, useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { ownAddress } from '../../app/own-client.ts'
import { Button } from '../../ui/button.tsx'
import { Confirmation } from '../../ui/confirmation.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PasskeyNote } from './passkey-note.tsx'
import { passkeySupport } from './passkey-support.ts'
import { makePasskey } from './use-passkey.ts'
import styles from './own-keys.module.css'

type Passkey = Passkeys['passkeys'][number]

/** What opens one's seat: the passkeys there are, a new one, and taking one away. `names`: what the device calls the seat. */
export const OwnPasskeys = ({
  names,
}: {
  readonly names: { readonly name: string; readonly displayName: string }
}) => {
  const { say } = useLocale()
  const [passkeys, setPasskeys] = useState<readonly Passkey[]>()
  const [trouble, setTrouble] = useState<string>()
  const support = passkeySupport(location, 'PublicKeyCredential' in window)
  const take = (answer: { readonly ok: true; readonly value: Passkeys } | { readonly ok: false }): void => {
    if (answer.ok) setPasskeys(answer.value.passkeys)
    setTrouble(answer.ok ? undefined : say('arrive.not-answered'))
  }
  useEffect(() => {
    void ownSeat(ownAddress()).passkeys().then(take)
    // Once; each change answers what is left.
  }, [])
  const make = async (label: string): Promise<void> => {
    const made = await makePasskey(label, names)
    if (!made.ok && made.problem === 'no-key') setTrouble(say('arrive.passkey-failed'))
    else take(made)
  }
  return (
    <Panel heading={say('arrive.passkeys')} className={styles['part']}>
      <ul className={styles['list']}>
        {passkeys?.map((one) => (
          <OnePasskey
            key={one.id}
            passkey={one}
            onRemove={() => void ownSeat(ownAddress()).removePasskey(one.id).then(take)}
          />
        ))}
      </ul>
      {passkeys?.length === 0 && <p className={styles['quiet']}>{say('arrive.passkeys-none')}</p>}
      <div role="alert">{trouble !== undefined && <p className={styles['trouble']}>{trouble}</p>}</div>
      {support === 'ready' ? (
        <MakePasskey onMake={(label) => void make(label)} />
      ) : (
        <PasskeyNote support={support} />
      )}
    </Panel>
  )
}

const MakePasskey = ({ onMake }: { readonly onMake: (label: string) => void }) => {
  const { say } = useLocale()
  const [label, setLabel] = useState('')
  return (
    <form
      className={styles['make']}
      onSubmit={(event) => {
        event.preventDefault()
        onMake(label.trim() === '' ? say('arrive.passkey-default') : label.trim())
        setLabel('')
      }}
    >
      <label>
        {say('arrive.passkey-name')}
        <input
          value={label}
          maxLength={60}
          placeholder={say('arrive.passkey-default')}
          onChange={({ target }) => setLabel(target.value)}
        />
      </label>
      <Button
        look="primary"
        size="large"
        onPress={() => {
          onMake(label.trim() === '' ? say('arrive.passkey-default') : label.trim())
          setLabel('')
        }}
      >
        {say('arrive.make-passkey')}
      </Button>
    </form>
  )
}

const OnePasskey = ({
  passkey: { label, createdAt, lastUsedAt },
  onRemove,
}: {
  readonly passkey: Passkey
  readonly onRemove: () => void
}) => {
  const { language, say } = useLocale()
  const [isAsked, setAsked] = useState(false)
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const when = (at: number): string => formatDate(language, at, timeZone, 'date-time')
  return (
    <li>
      <p className={styles['what']}>
        <b>
          <bdi>{label}</bdi>
        </b>
        <span>
          {say('arrive.passkey-created', { when: when(createdAt) })} ·{' '}
          {lastUsedAt === undefined
            ? say('arrive.passkey-unused')
            : say('arrive.passkey-used', { when: when(lastUsedAt) })}
        </span>
      </p>
      {isAsked ? (
        <Confirmation
          question={say('arrive.remove-ask', { name: label })}
          confirm={say('arrive.remove')}
          cancel={say('room.cancel')}
          onConfirm={onRemove}
          onCancel={() => setAsked(false)}
        />
      ) : (
        <Button label={`${say('arrive.remove')}: ${label}`} onPress={() => setAsked(true)}>
          {say('arrive.remove')}
        </Button>
      )}
    </li>
  )
}
