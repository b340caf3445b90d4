import type { Invited } from '@parley/client/parley-client'
import type { Accredited } from '@parley/domain/meeting/state'
import { formatDate } from '@parley/messages/dates'
import { problemText } from '@parley/messages/problem-text'
import { useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { namingIn } from '../../app/naming.ts'
import { ownClient } from '../../app/own-client.ts'
import { usePresence } from '../../app/presence.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { timeZoneOf } from '../../app/time-zone.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Confirmation } from '../../ui/confirmation.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Words } from '../../ui/words.tsx'
import { InvitationLink } from './invitation-link.tsx'
import type { MayPrepare } from './may-prepare.ts'
import { Part } from './part.tsx'
import choice from './choices.module.css'
import styles from './part.module.css'

/** The ways in, one for each person: a link is made, shown once, and can be taken back. */
export const InvitationsPart = ({ may }: { readonly may: MayPrepare }) => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const [lobby, setLobby] = useState(true)
  const invited = Object.values(meeting.people).filter(
    (one) => one.active && may.invite(one.delegation ?? undefined),
  )
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
      <ul className={styles['rows']}>
        {invited.map((one) => (
          <InvitationRow key={one.seat} person={one} lobby={lobby} />
        ))}
      </ul>
    </Part>
  )
}

const InvitationRow = ({
  person: { seat, role },
  lobby,
}: {
  readonly person: Accredited
  readonly lobby: boolean
}) => {
  const { meeting, seat: own } = useRoom()
  const { language, say } = useLocale()
  const { person, sideOfSeat } = useNames()
  const presence = usePresence()?.get(seat)
  const access = useSeatAccess(seat)
  const [isRevoking, setRevoking] = useState(false)
  const who = person(seat)
  return (
    <li className={styles['row']}>
      <div className={styles['what']}>
        <b>
          <Mark side={sideOfSeat(seat)} /> <Words {...who} />
        </b>{' '}
        {presence !== undefined && <Chip>{say(`prepare.is-${presence}`)}</Chip>}
        <small>{say(`role.${role}`)}</small>
        {access.trouble !== undefined && <p role="alert">{access.trouble}</p>}
        {access.isRevoked && <p role="status">{say('prepare.revoked')}</p>}
      </div>
      <div className={styles['acts']}>
        <Button
          label={say('prepare.invite-this', { who: who.text })}
          onPress={() => void access.invite(lobby)}
        >
          {say(access.invited === undefined ? 'prepare.invite' : 'prepare.invite-again')}
        </Button>
        <Button
          look="quiet"
          label={say('prepare.revoke-this', { who: who.text })}
          onPress={() => setRevoking(true)}
        >
          {say('prepare.revoke')}
        </Button>
      </div>
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

/** Gives a seat a way in and takes it back. The link is held here and nowhere else: the server keeps only its hash. */
const useSeatAccess = (seat: string) => {
  const { sitting, proceedings } = useRoom()
  const { language } = useLocale()
  const [invited, setInvited] = useState<Invited>()
  const [isRevoked, setRevoked] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const client = () => ownClient({ language })
  const principal = { ...sitting.place, seat }
  return {
    invited,
    isRevoked,
    trouble,
    invite: async (lobby: boolean): Promise<void> => {
      const answer = await client().invite(principal, { lobby })
      setTrouble(
        answer.ok ? undefined : problemText(language, answer.problem, namingIn(proceedings, language)),
      )
      if (!answer.ok) return
      setInvited(answer.value)
      setRevoked(false)
    },
    revoke: async (): Promise<void> => {
      const answer = await client().revoke(principal)
      setTrouble(
        answer.ok ? undefined : problemText(language, answer.problem, namingIn(proceedings, language)),
      )
      if (!answer.ok) return
      setInvited(undefined)
      setRevoked(true)
    },
  }
}
