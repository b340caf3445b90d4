import { activeAt } from '@parley/domain/meeting/seats'
import type { TextState } from '@parley/domain/text/state'
import { StanceLevel } from '@parley/domain/text/things'
import { orderHash } from '@parley/domain/text/version'
import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import { useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Confirmation } from '../../ui/confirmation.tsx'
import { useMay } from './use-may.ts'
import styles from './text-page.module.css'

/** What this person may do about one version: take their delegation's stance, certify that its languages agree. */
export const VersionActs = ({
  text,
  block,
  version,
  certifiedBy,
}: {
  readonly text: TextState
  readonly block: string
  readonly version: string
  readonly certifiedBy: readonly string[]
}) => {
  const { act, meeting, seat } = useRoom()
  const { say } = useLocale()
  const may = useMay()
  const take = (level: StanceLevel): ProceedingsCommand => ({
    type: 'TakeStance',
    text: text.text,
    level,
    targets: [{ block, version }],
  })
  const certify: ProceedingsCommand = {
    type: 'CertifyConcordance',
    text: text.text,
    versions: [{ block, version }],
  }
  const own = activeAt(meeting, seat)?.delegation
  const hasCertified = own !== undefined && certifiedBy.includes(own)
  const levels = StanceLevel.options.filter((level) => may(take(level)))
  return (
    <div className={styles['acts']}>
      {levels.length > 0 && (
        <Choice
          options={levels.map((id) => ({ id, words: say(`stance.${id}`) }))}
          onChoose={(level) => void act(take(level))}
        >
          {say('room.take-stance')}
        </Choice>
      )}
      {!hasCertified && may(certify) && (
        <Button onPress={() => void act(certify)}>{say('room.certify')}</Button>
      )}
    </div>
  )
}

export const OrderActs = ({ text }: { readonly text: TextState }) => {
  const { act } = useRoom()
  const { say } = useLocale()
  const may = useMay()
  if (text.order.length === 0) return null
  const accept: ProceedingsCommand = {
    type: 'TakeStance',
    text: text.text,
    level: 'confirmed',
    targets: [{ order: orderHash(text.order) }],
  }
  return may(accept) ? <Button onPress={() => void act(accept)}>{say('room.accept-order')}</Button> : null
}

/** Stands over everything while the chair has put a text: what is asked, who objects, and the way to object. */
export const AdoptionBanner = ({ text }: { readonly text: TextState }) => {
  const { act, meeting } = useRoom()
  const { say } = useLocale()
  const { words, shortParty } = useNames()
  const may = useMay()
  const [asked, setAsked] = useState(false)
  if (text.put === undefined) return null
  const { root, objections } = text.put
  const object: ProceedingsCommand = { type: 'ObjectToText', text: text.text, root }
  const withdraw: ProceedingsCommand = { type: 'WithdrawObjection', text: text.text }
  if (asked) {
    return (
      <Confirmation
        question={say('room.object')}
        note={words(text.title).text}
        confirm={say('room.confirm')}
        cancel={say('room.cancel')}
        onCancel={() => setAsked(false)}
        onConfirm={() => {
          setAsked(false)
          void act(object)
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
      {may(object) && <Button onPress={() => setAsked(true)}>{say('room.object')}</Button>}
      {may(withdraw) && <Button onPress={() => void act(withdraw)}>{say('room.withdraw-objection')}</Button>}
    </section>
  )
}
