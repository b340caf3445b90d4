import { useState, type ReactNode } from 'react'
import type { Turn } from '@parley/domain/meeting/state'
import { personAt } from '@parley/domain/meeting/seats'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom, useServerNow } from '../../app/room-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Confirmation } from '../../ui/confirmation.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Words } from '../../ui/words.tsx'
import { kitActs, type KitAct } from './kit-acts.ts'
import { kitStanding } from './kit-people.ts'
import styles from './kit-plates.module.css'

/** The name plates of those at the device, each with the acts of its person. */
export const KitPlates = ({
  present,
  clock,
}: {
  readonly present: readonly string[]
  readonly clock: (turn: Turn) => ReactNode
}) => {
  const { act } = useRoom()
  const { say } = useLocale()
  const [asked, setAsked] = useState<{ readonly speaker: string; readonly act: KitAct }>()
  const words = useActWords()
  return (
    <>
      <ul className={styles['plates']}>
        {present.map((seat) => (
          <Plate
            key={seat}
            seat={seat}
            clock={clock}
            onAsk={(one) => setAsked({ speaker: seat, act: one })}
          />
        ))}
      </ul>
      {asked !== undefined && (
        <div className={styles['asked']}>
          <Confirmation
            key={`${asked.speaker} ${asked.act.id}`}
            question={words(asked.act, asked.speaker)}
            confirm={say('room.confirm')}
            cancel={say('room.cancel')}
            onCancel={() => setAsked(undefined)}
            onConfirm={() => {
              setAsked(undefined)
              void act(asked.act.command)
            }}
          />
        </div>
      )}
    </>
  )
}

const Plate = ({
  seat,
  clock,
  onAsk,
}: {
  readonly seat: string
  readonly clock: (turn: Turn) => ReactNode
  readonly onAsk: (act: KitAct) => void
}) => {
  const { meeting, proceedings, seat: device } = useRoom()
  const { say } = useLocale()
  const { person, personOther, office, reason } = useNames()
  const standing = kitStanding(meeting, seat)
  const { first, others, refusal } = kitActs(proceedings, device, seat, useServerNow())
  const other = personOther(seat)
  const its = office(seat)
  const role = personAt(meeting, seat)?.role
  return (
    <li className={standing.kind === 'speaking' ? styles['speaking'] : ''}>
      <h2>
        <Words {...person(seat)} />
      </h2>
      {other !== undefined && (
        <p className={styles['other']}>
          <Words {...other} />
        </p>
      )}
      <p className={styles['office']}>
        {its.text !== '' ? <Words {...its} /> : role === undefined ? '' : say(`role.${role}`)}
      </p>
      <p className={styles['standing']} role="status">
        {standing.kind === 'speaking' && say('seats.kit-speaks')}
        {standing.kind === 'listed' && say('seats.kit-listed', { place: standing.place })}
        {standing.kind === 'quiet' && refusal !== undefined && reason(refusal)}
      </p>
      {standing.kind === 'speaking' && meeting.turn !== undefined && clock(meeting.turn)}
      <div className={styles['acts']}>
        {first !== undefined && <FirstAct act={first} seat={seat} onAsk={onAsk} />}
        {others.length > 0 && <OtherActs acts={others} seat={seat} onAsk={onAsk} />}
      </div>
    </li>
  )
}

type ActProps = { readonly seat: string; readonly onAsk: (act: KitAct) => void }

const FirstAct = ({ act, seat, onAsk }: ActProps & { readonly act: KitAct }) => {
  const { say } = useLocale()
  const { person } = useNames()
  const words = say(wordOf(act))
  return (
    <Button
      size="huge"
      look={act.id === 'yield' ? 'primary' : 'plain'}
      label={say('seats.kit-act-of', { act: words, who: person(seat).text })}
      onPress={() => onAsk(act)}
    >
      {wordOf(act) === 'seats.kit-request' && <Icon name="hand" />}
      {words}
    </Button>
  )
}

const wordOf = ({ id }: KitAct) => {
  if (id === 'yield') return 'room.act-yield'
  return id === 'withdraw' ? 'seats.kit-withdraw' : 'seats.kit-request'
}

const OtherActs = ({ acts, seat, onAsk }: ActProps & { readonly acts: readonly KitAct[] }) => {
  const { say } = useLocale()
  const { person } = useNames()
  return (
    <Choice
      size="huge"
      label={say('seats.kit-kinds', { who: person(seat).text })}
      options={acts.map(({ id }) => ({
        id,
        words: id === 'yield' || id === 'withdraw' ? '' : say(`speech.${id}`),
      }))}
      onChoose={(id) => {
        const chosen = acts.find((one) => one.id === id)
        if (chosen !== undefined) onAsk(chosen)
      }}
    />
  )
}

/** An act as it is asked about: always with the name of the person it is done for. */
const useActWords = (): ((act: KitAct, seat: string) => string) => {
  const { say } = useLocale()
  const { person } = useNames()
  return ({ id }, seat) => {
    const who = person(seat).text
    switch (id) {
      case 'yield':
        return say('seats.kit-yield-for', { who })
      case 'withdraw':
        return say('seats.kit-withdraw-for', { who })
      case 'point-of-order':
        return say('seats.kit-point-for', { who })
      case 'message':
      case 'statement':
      case 'report':
      case 'exchange':
      case 'reply':
      case 'right-of-reply':
      case 'explanation-of-position':
      case 'remarks':
        return say('seats.kit-request-for', { who, kind: say(`speech.${id}`) })
    }
  }
}
