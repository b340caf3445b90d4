import type { Meeting } from '@parley/domain/meeting/state'
import { useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { usePresence, type Presence } from '../../app/presence.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Words } from '../../ui/words.tsx'
import { FormFrame } from './form-frame.tsx'
import { useFormAct } from './use-form-act.ts'
import styles from './form-frame.module.css'

/** Who is present, for the record: beginning with what was recorded before, or else with whoever has the meeting open. */
export const RollCall = ({ onDone }: { readonly onDone: () => void }) => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const names = useNames()
  const groups = rollOf(meeting)
  const presence = usePresence()
  const [present, setPresent] = useState<ReadonlySet<string>>(
    () => new Set(meeting.present.length > 0 ? meeting.present : accreditedAmong(meeting, presence)),
  )
  const { reason, send } = useFormAct({ type: 'RecordAttendance', present: [...present] }, onDone)
  const turn = (seat: string): void => {
    const next = new Set(present)
    if (!next.delete(seat)) next.add(seat)
    setPresent(next)
  }
  return (
    <FormFrame
      heading={say('sitting.roll-call')}
      note={say('sitting.roll-note')}
      confirm={say('sitting.roll-confirm', { count: present.size })}
      reason={reason}
      onConfirm={send}
      onCancel={onDone}
    >
      <div className={styles['roll']}>
        {groups.map(({ delegation, seats }) => (
          <fieldset key={delegation ?? ''}>
            <legend>
              {delegation === undefined ? (
                say('sitting.no-delegation')
              ) : (
                <>
                  <Mark side={names.side(delegation)} />
                  <Words {...names.party(delegation)} />
                </>
              )}
            </legend>
            {seats.map((seat) => (
              <label key={seat}>
                <input type="checkbox" checked={present.has(seat)} onChange={() => turn(seat)} />
                <Words {...names.person(seat)} />
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </FormFrame>
  )
}

const accreditedAmong = ({ people }: Meeting, presence: Presence | undefined): readonly string[] =>
  Object.values(people)
    .filter(({ seat, active }) => active && presence?.has(seat) === true)
    .map(({ seat }) => seat)

/** Everybody accredited, delegation by delegation, those of none last. */
const rollOf = (
  meeting: Meeting,
): readonly { readonly delegation: string | undefined; readonly seats: readonly string[] }[] => {
  const people = Object.values(meeting.people).filter(({ active }) => active)
  const delegations = [...meeting.delegations.map(({ id }) => id), undefined]
  return delegations
    .map((delegation) => ({
      delegation,
      seats: people.filter((one) => one.delegation === delegation).map(({ seat }) => seat),
    }))
    .filter(({ seats }) => seats.length > 0)
}
