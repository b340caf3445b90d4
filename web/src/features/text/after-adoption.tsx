import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import type { TextState } from '@parley/domain/text/state'
import { formatDate } from '@parley/messages/dates'
import { useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { timeZoneOf } from '../../app/time-zone.ts'
import { Button } from '../../ui/button.tsx'
import { Confirmation } from '../../ui/confirmation.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Words } from '../../ui/words.tsx'
import { useMay } from './use-may.ts'
import { WhatIsBound } from './what-is-bound.tsx'
import { useTextDesk } from './text-desk.tsx'
import styles from './after-adoption.module.css'

type Bond = 'ConfirmAdReferendum' | 'InitialText' | 'SignText'

/**
 * What binds to an adopted text: word from home, initials, signature, each by a head or alternate to exactly the hash that
 * was adopted. Each delegation’s own copy names itself first (alternat); here the order is that of the alternat.
 */
export const AfterAdoption = ({ text }: { readonly text: TextState }) => {
  const { meeting } = useRoom()
  const { act } = useTextDesk()
  const { say } = useLocale()
  const { shortParty, side, words } = useNames()
  const may = useMay()
  const [asked, setAsked] = useState<Bond>()
  const { adopted } = text
  if (adopted === undefined) return null
  const bond = (type: Bond): ProceedingsCommand => ({ type, text: text.text, root: adopted.root })
  const bonds = (['ConfirmAdReferendum', 'InitialText', 'SignText'] as const).filter((type) =>
    may(bond(type)),
  )
  return (
    <section className={styles['after']} aria-label={say('negotiation.bound')}>
      <WhatIsBound text={text} />
      <h3>{say('negotiation.bound')}</h3>
      <ul>
        {meeting.delegations.map(({ id }) => (
          <li key={id}>
            <b>
              <Mark side={side(id)} /> <Words {...shortParty(id)} />
            </b>
            <Standing text={text} delegation={id} />
          </li>
        ))}
      </ul>
      {asked === undefined ? (
        <div className={styles['acts']}>
          {bonds.map((type, index) => (
            <Button
              key={type}
              look={index === bonds.length - 1 ? 'primary' : 'plain'}
              size="large"
              onPress={() => setAsked(type)}
            >
              {say(`negotiation.${type}`)}
            </Button>
          ))}
        </div>
      ) : (
        <Confirmation
          question={say(`negotiation.${asked}-question`, { title: words(text.title).text })}
          note={say('negotiation.bound-note')}
          confirm={say(`negotiation.${asked}`)}
          cancel={say('room.cancel')}
          onCancel={() => setAsked(undefined)}
          onConfirm={() => {
            setAsked(undefined)
            void act(bond(asked))
          }}
        />
      )}
    </section>
  )
}

/** How far a delegation has bound itself. */
const Standing = ({ text, delegation }: { readonly text: TextState; readonly delegation: string }) => {
  const { meeting, seat } = useRoom()
  const { language, say } = useLocale()
  const { person } = useNames()
  const timeZone = timeZoneOf(meeting, seat)
  const when = (at: number): string => formatDate(language, at, timeZone, 'date-time')
  const done = [
    ...text.initialled
      .filter((one) => one.delegation === delegation)
      .map((one) => say('negotiation.initialled-by', { who: person(one.seat).text, when: when(one.at) })),
    ...text.signed
      .filter((one) => one.delegation === delegation)
      .map((one) => say('negotiation.signed-by', { who: person(one.seat).text, when: when(one.at) })),
  ]
  return (
    <span>
      {text.adopted?.pending.includes(delegation) === true && <span>{say('negotiation.pending')}</span>}
      {done.map((words) => (
        <span key={words}>
          <Icon name="check" small /> {words}
        </span>
      ))}
    </span>
  )
}
