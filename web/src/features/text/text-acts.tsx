import type { TextState } from '@parley/domain/text/state'
import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import { useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Confirmation } from '../../ui/confirmation.tsx'
import { useMay } from './use-may.ts'
import { WholeHash } from './whole-hash.tsx'
import { useActOnce } from './use-act-once.ts'
import styles from './text-page.module.css'

/** Stands over everything while the chair has put a text: what is asked, who objects, and the way to object. */
export const AdoptionBanner = ({ text }: { readonly text: TextState }) => {
  const { meeting } = useRoom()
  const act = useActOnce()
  const { say } = useLocale()
  const { words, shortParty } = useNames()
  const may = useMay()
  const [asked, setAsked] = useState(false)
  if (text.put === undefined) return null
  const { root, objections } = text.put
  const objecting = (reason?: string): ProceedingsCommand => ({
    type: 'ObjectToText',
    text: text.text,
    root,
    ...(reason === undefined || reason === '' ? {} : { reason }),
  })
  const withdraw: ProceedingsCommand = { type: 'WithdrawObjection', text: text.text }
  if (asked) {
    return (
      <Confirmation
        question={say('negotiation.object-question', { title: words(text.title).text })}
        note={say('negotiation.object-note')}
        confirm={say('room.confirm')}
        cancel={say('room.cancel')}
        onCancel={() => setAsked(false)}
        reason={{ label: say('negotiation.break-reason') }}
        onConfirm={(reason) => {
          setAsked(false)
          void act(objecting(reason))
        }}
      />
    )
  }
  return (
    <section className={styles['banner']} role="status">
      <div>
        <p>
          <b>{say('room.put-banner', { title: words(text.title).text })}</b>
        </p>
        <p>{say('room.put-explained')}</p>
        <WholeHash hash={root} />
        <p>
          {meeting.delegations.map(({ id }) => (
            <span key={id} className={styles['side']}>
              {shortParty(id).text}:{' '}
              {say(
                objections.some(({ delegation }) => delegation === id)
                  ? 'room.objected'
                  : 'room.not-objected',
              )}
            </span>
          ))}
        </p>
      </div>
      {may(objecting()) && <Button onPress={() => setAsked(true)}>{say('room.object')}</Button>}
      {may(withdraw) && <Button onPress={() => void act(withdraw)}>{say('room.withdraw-objection')}</Button>}
    </section>
  )
}
