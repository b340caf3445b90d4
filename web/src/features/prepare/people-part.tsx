import { activeAt } from '@parley/domain/meeting/seats'
import type { Accredited, Meeting } from '@parley/domain/meeting/state'
import { useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Confirmation } from '../../ui/confirmation.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Words } from '../../ui/words.tsx'
import type { MayPrepare } from './may-prepare.ts'
import { useOpenForms } from './open-forms.tsx'
import { Part } from './part.tsx'
import { PersonForm } from './person-form-box.tsx'
import { formOfPerson } from './whereabouts.ts'
import { MissingLanguages } from './wordings.tsx'
import styles from './part.module.css'

/** Who is accredited, delegation by delegation, and who serves the whole meeting. */
export const PeoplePart = ({ may }: { readonly may: MayPrepare }) => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  return (
    <Part section="people" heading={say('prepare.people')}>
      {meeting.delegations.map(({ id }) => (
        <Group key={id} delegation={id} mayEdit={may.people(id)} />
      ))}
      <Group delegation={undefined} mayEdit={may.people(undefined)} />
    </Part>
  )
}

const Group = ({
  delegation,
  mayEdit,
}: {
  readonly delegation: string | undefined
  readonly mayEdit: boolean
}) => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const { party, partyOther, side } = useNames()
  const { isOpen, open } = useOpenForms()
  const people = Object.values(meeting.people).filter(
    (one) => one.active && (one.delegation ?? undefined) === delegation,
  )
  const other = delegation === undefined ? undefined : partyOther(delegation)
  const addName = formOfPerson(delegation)
  const isWritten = (seat: string): boolean => mayEdit && isOpen(formOfPerson(delegation, seat))
  return (
    <>
      <h3 className={styles['group']}>
        <Mark side={side(delegation)} />
        {delegation === undefined ? say('prepare.whole-meeting') : <Words {...party(delegation)} />}
        {other !== undefined && (
          <small>
            <Words {...other} />
          </small>
        )}
      </h3>
      {people.length === 0 && <p className={styles['empty']}>{say('prepare.nobody-yet')}</p>}
      <ul className={styles['rows']}>
        {people
          .filter(({ seat }) => !isWritten(seat))
          .map((one) => (
            <PersonRow key={one.seat} person={one} mayEdit={mayEdit} />
          ))}
      </ul>
      {seatsOf(meeting, delegation)
        .filter(isWritten)
        .map((seat) => (
          <PersonForm key={seat} delegation={delegation} seat={seat} />
        ))}
      {mayEdit && isOpen(addName) && <PersonForm delegation={delegation} />}
      {mayEdit && !isOpen(addName) && (
        <div className={styles['add']}>
          <Button
            onPress={() => open(addName)}
            label={
              delegation === undefined
                ? undefined
                : say('prepare.accredit-to', { delegation: party(delegation).text })
            }
          >
            {say('prepare.accredit')}
          </Button>
        </div>
      )}
    </>
  )
}

/** Every seat of a side that somebody holds, has held, or is to hold when a message is read out. */
const seatsOf = (
  { people, messages }: Pick<Meeting, 'people' | 'messages'>,
  delegation: string | undefined,
): readonly string[] => {
  const held = Object.values(people).filter((one) => one.delegation === delegation)
  const reading = messages.filter(({ message }) => message.delegation === delegation)
  return [...new Set([...held.map(({ seat }) => seat), ...reading.map(({ message }) => message.reader)])]
}

const PersonRow = ({ person, mayEdit }: { readonly person: Accredited; readonly mayEdit: boolean }) => {
  const { meeting, act } = useRoom()
  const { say } = useLocale()
  const names = useNames()
  const { open } = useOpenForms()
  const [isLeaving, setLeaving] = useState(false)
  const { seat, delegation, role } = person
  const form = formOfPerson(delegation, seat)
  const other = names.personOther(seat)
  const office = names.office(seat)
  const who = names.person(seat)
  return (
    <li className={styles['row']}>
      <div className={styles['what']}>
        <b>
          <Words {...who} />
        </b>{' '}
        {other !== undefined && (
          <span className={styles['other']}>
            <Words {...other} />
          </span>
        )}
        <small>
          {say(`role.${role}`)}
          {office.text !== '' && (
            <>
              {' · '}
              <Words {...office} />
            </>
          )}{' '}
          {meeting.chair.includes(seat) && <Chip>{say('room.chair')}</Chip>}
        </small>
        <MissingLanguages wording={person.person.name} languages={meeting.languages} />
      </div>
      {mayEdit && (
        <div className={styles['acts']}>
          <Button
            look="quiet"
            label={say('prepare.correct-this', { what: who.text })}
            onPress={() => open(form)}
          >
            {say('prepare.correct')}
          </Button>
          <Button
            look="quiet"
            label={say('prepare.withdraw-this', { what: who.text })}
            onPress={() => setLeaving(true)}
          >
            {say('prepare.withdraw')}
          </Button>
        </div>
      )}
      {isLeaving && activeAt(meeting, seat) !== undefined && (
        <Confirmation
          question={say('prepare.withdraw-question', { who: who.text })}
          note={say('prepare.withdraw-note')}
          confirm={say('prepare.withdraw')}
          cancel={say('room.cancel')}
          onCancel={() => setLeaving(false)}
          onConfirm={() => {
            setLeaving(false)
            void act({ type: 'WithdrawAccreditation', seat })
          }}
        />
      )}
    </li>
  )
}
