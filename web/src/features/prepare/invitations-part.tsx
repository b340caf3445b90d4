import type { Invited } from '@parley/client/parley-client'
import type { Result } from '@parley/client/result'
import type { Accredited } from '@parley/domain/meeting/state'
import { formatDate } from '@parley/messages/dates'
import { problemText } from '@parley/messages/problem-text'
import { useState } from 'react'
import { arrivalCounts } from '../../app/arrival-counts.ts'
import { useLocale } from '../../app/locale.tsx'
import { namingIn } from '../../app/naming.ts'
import { ownClient } from '../../app/own-client.ts'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { timeZoneOf } from '../../app/time-zone.ts'
import { useArrivals } from '../../app/use-arrivals.ts'
import { Button } from '../../ui/button.tsx'
import { Confirmation } from '../../ui/confirmation.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Words } from '../../ui/words.tsx'
import { HowFar, type Arrival } from './how-far.tsx'
import { InvitationLink } from './invitation-link.tsx'
import type { MayPrepare } from './may-prepare.ts'
import { Part } from './part.tsx'
import choice from './choices.module.css'
import styles from './part.module.css'

/** The ways in, one for each person: a link is made, shown once, and can be taken back. */
export const InvitationsPart = ({ may }: { readonly may: MayPrepare }) => {
  const { meeting, sitting } = useRoom()
  const { say } = useLocale()
  const [lobby, setLobby] = useState(true)
  const invited = Object.values(meeting.people).filter(
    (one) => one.active && may.invite(one.delegation ?? undefined),
  )
  const { arrivals, ask } = useArrivals(sitting.place)
  const isAnybodys = may.invite(undefined) || meeting.delegations.some(({ id }) => may.invite(id))
  if (!isAnybodys) return null
  return (
    <Part section="invitations" heading={say('prepare.invitations')} note={say('prepare.invitations-note')}>
      {invited.length === 0 && <p className={styles['empty']}>{say('prepare.nobody-to-invite')}</p>}
      <div className={choice['choices']}>
        <label>
          <input type="checkbox" checked={lobby} onChange={({ target }) => setLobby(target.checked)} />
          <span>{say('prepare.lobby')}</span>
        </label>
      </div>
      {arrivals !== undefined && arrivals.size > 0 && (
        <p className={styles['note']}>{say('arrive.counts', arrivalCounts(arrivals.values()))}</p>
      )}
      <ul className={styles['rows']}>
        {invited.map((one) => (
          <InvitationRow
            key={one.seat}
            person={one}
            lobby={lobby}
            arrival={arrivals?.get(one.seat)}
            onChange={() => void ask()}
          />
        ))}
      </ul>
    </Part>
  )
}

const InvitationRow = ({
  person: { seat, role },
  lobby,
  arrival,
  onChange,
}: {
  readonly person: Accredited
  readonly lobby: boolean
  readonly arrival: Arrival | undefined
  readonly onChange: () => void
}) => {
  const { meeting, seat: own } = useRoom()
  const { language, say } = useLocale()
  const { person, sideOfSeat } = useNames()
  const access = useSeatAccess(seat, lobby, onChange)
  const [isRevoking, setRevoking] = useState(false)
  const who = person(seat)
  return (
    <li className={styles['row']}>
      <div className={styles['what']}>
        <b>
          <Mark side={sideOfSeat(seat)} /> <Words {...who} />
        </b>{' '}
        <HowFar seat={seat} role={role} arrival={arrival} />
        {access.trouble !== undefined && <p role="alert">{access.trouble}</p>}
        {access.isRevoked && <p role="status">{say('prepare.revoked')}</p>}
      </div>
      <Acts who={who.text} arrival={arrival} access={access} onRevoke={() => setRevoking(true)} />
      {access.invited !== undefined && (
        <InvitationLink
          who={who}
          link={access.invited.link}
          until={formatDate(language, access.invited.expiresAt, timeZoneOf(meeting, own), 'date-time')}
        />
      )}
      {isRevoking && (
        <Confirmation
          question={say('prepare.revoke-question', { who: who.text })}
          note={say('prepare.revoke-note')}
          confirm={say('prepare.revoke')}
          cancel={say('room.cancel')}
          onCancel={() => setRevoking(false)}
          onConfirm={() => {
            setRevoking(false)
            void access.revoke()
          }}
        />
      )}
    </li>
  )
}

/** What can be done for one person’s coming in. */
const Acts = ({
  who,
  arrival,
  access,
  onRevoke,
}: {
  readonly who: string
  readonly arrival: Arrival | undefined
  readonly access: Pick<ReturnType<typeof useSeatAccess>, 'admit' | 'invite' | 'invited'>
  readonly onRevoke: () => void
}) => {
  const { say } = useLocale()
  const isFirst = access.invited === undefined && (arrival?.state ?? 'not-invited') === 'not-invited'
  const make = say(isFirst ? 'prepare.invite' : 'prepare.invite-again')
  return (
    <div className={styles['acts']}>
      {arrival?.state === 'waiting' && (
        <Button look="primary" label={`${say('arrive.admit')}: ${who}`} onPress={() => void access.admit()}>
          {say('arrive.admit')}
        </Button>
      )}
      <Button label={`${make}: ${who}`} onPress={() => void access.invite()}>
        {make}
      </Button>
      <Button look="quiet" label={say('prepare.revoke-this', { who: who })} onPress={onRevoke}>
        {say('prepare.revoke')}
      </Button>
    </div>
  )
}

/** Gives a seat a way in and takes it back. The link is held here and nowhere else: the server keeps only its hash. */
const useSeatAccess = (seat: string, lobby: boolean, onChange: () => void) => {
  const { sitting, proceedings } = useRoom()
  const { language } = useLocale()
  const [invited, setInvited] = useState<Invited>()
  const [isRevoked, setRevoked] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const client = () => ownClient({ language })
  const principal = { ...sitting.place, seat }
  /** Says what went wrong, or that how things stand has changed. */
  const took = (answer: Result<unknown>): void => {
    setTrouble(answer.ok ? undefined : problemText(language, answer.problem, namingIn(proceedings, language)))
    if (answer.ok) onChange()
  }
  return {
    invited,
    isRevoked,
    trouble,
    admit: async (): Promise<void> => took(await client().admit(principal)),
    invite: async (): Promise<void> => {
      const answer = await client().invite(principal, { lobby })
      took(answer)
      if (!answer.ok) return
      setInvited(answer.value)
      setRevoked(false)
    },
    revoke: async (): Promise<void> => {
      const answer = await client().revoke(principal)
      took(answer)
      if (!answer.ok) return
      setInvited(undefined)
      setRevoked(true)
    },
  }
}
