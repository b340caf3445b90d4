import { useState } from 'react'
import { createCell, useCell } from '../../app/cell.ts'
import { useLocale } from '../../app/locale.tsx'
import { Button } from '../../ui/button.tsx'
import { makePasskey } from './use-passkey.ts'
import { passkeySupport } from './passkey-support.ts'
import styles from './passkey-offer.module.css'

const KEPT = 'parley.offer-passkey'

/** Whether this tab has just come in by an invitation, and a way back in is still to be offered. */
export const passkeyOffer = createCell(globalThis.sessionStorage?.getItem(KEPT) === 'yes')
passkeyOffer.subscribe(() => {
  if (passkeyOffer.read()) sessionStorage.setItem(KEPT, 'yes')
  else sessionStorage.removeItem(KEPT)
})

/** Offers, once after coming in, a passkey for the next time. `names`: what the person's device calls the seat. */
export const PasskeyOffer = ({
  names,
}: {
  readonly names: { readonly name: string; readonly displayName: string }
}) => {
  const { say } = useLocale()
  const isOffered = useCell(passkeyOffer)
  const [outcome, setOutcome] = useState<'made' | 'failed'>()
  if (passkeySupport(location, 'PublicKeyCredential' in window) !== 'ready') return null
  if (!isOffered && outcome !== 'made') return null
  if (outcome === 'made') {
    return (
      <p className={styles['offer']} role="status">
        {say('arrive.passkey-made-now')}
        <Button onPress={() => setOutcome(undefined)}>{say('room.put-away')}</Button>
      </p>
    )
  }
  const make = async (): Promise<void> => {
    const made = await makePasskey(say('arrive.passkey-default'), names)
    setOutcome(made.ok ? 'made' : 'failed')
    if (made.ok) passkeyOffer.set(false)
  }
  return (
    <div className={styles['offer']}>
      <p role="status">{say(outcome === 'failed' ? 'arrive.passkey-failed' : 'arrive.offer')}</p>
      <Button onPress={() => void make()}>{say('arrive.make-passkey')}</Button>
      <Button look="quiet" onPress={() => passkeyOffer.set(false)}>
        {say('arrive.not-now')}
      </Button>
    </div>
  )
}
