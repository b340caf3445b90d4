import type { ItemState } from '@parley/domain/meeting/state'
import { formatDate } from '@parley/messages/dates'
import { formatMinutes } from '@parley/messages/quantities'
import { useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { timeZoneOf } from '../../app/time-zone.ts'
import { Button } from '../../ui/button.tsx'
import { Confirmation } from '../../ui/confirmation.tsx'
import { AgendaList } from './agenda-list.tsx'
import { ItemFormBox } from './item-form-box.tsx'
import type { MayPrepare } from './may-prepare.ts'
import { useOpenForms } from './open-forms.tsx'
import { Part } from './part.tsx'
import { plannedTimes } from './planned-times.ts'
import { formOfItem } from './whereabouts.ts'
import styles from './part.module.css'

/** The agenda in its order, each item with the time it is planned to begin. */
export const AgendaPart = ({ may }: { readonly may: MayPrepare }) => {
  const { meeting, seat, act } = useRoom()
  const { language, say } = useLocale()
  const { words } = useNames()
  const { isOpen, open } = useOpenForms()
  const [leaving, setLeaving] = useState<string>()
  const { agenda, startsAt } = meeting
  const plan = plannedTimes(agenda, startsAt)
  const timeZone = timeZoneOf(meeting, seat)
  const time = (instant: number | undefined): string =>
    instant === undefined ? '–:–' : formatDate(language, instant, timeZone, 'time')
  const removed = agenda.find(({ item }) => item.id === leaving)
  return (
    <Part
      section="agenda"
      heading={say('prepare.agenda')}
      note={may.agenda && agenda.length > 1 ? say('prepare.agenda-note') : undefined}
    >
      {agenda.length === 0 && <p className={styles['empty']}>{say('room.agenda-empty')}</p>}
      <AgendaList
        lines={agenda.map((state, index) => ({ state, time: time(plan.begins[index]) }))}
        mayEdit={may.agenda}
        onMove={(item, position) => void act({ type: 'MoveItem', item, position })}
        onAmend={(item) => open(formOfItem(item))}
        onRemove={setLeaving}
      />
      {plan.minutes > 0 && (
        <p className={styles['note']}>
          {plan.ends === undefined
            ? say('prepare.planned-partly', { duration: formatMinutes(language, plan.minutes) })
            : say('prepare.planned-until', {
                duration: formatMinutes(language, plan.minutes),
                time: time(plan.ends),
              })}
        </p>
      )}
      {removed !== undefined && (
        <Confirmation
          question={say('prepare.remove-question', { item: words(removed.item.title).text })}
          confirm={say('prepare.remove')}
          cancel={say('room.cancel')}
          onCancel={() => setLeaving(undefined)}
          onConfirm={() => {
            setLeaving(undefined)
            void act({ type: 'RemoveItem', item: removed.item.id })
          }}
        />
      )}
      {may.agenda && <OpenItems agenda={agenda} />}
      {may.agenda && !isOpen(formOfItem()) && (
        <div className={styles['add']}>
          <Button onPress={() => open(formOfItem())}>{say('prepare.place-item')}</Button>
        </div>
      )}
    </Part>
  )
}

/** The items being written, beneath the list: keys that move in the list would be lost to the words. */
const OpenItems = ({ agenda }: { readonly agenda: readonly ItemState[] }) => {
  const { isOpen } = useOpenForms()
  return (
    <>
      {agenda
        .filter(({ item }) => isOpen(formOfItem(item.id)))
        .map(({ item }) => (
          <ItemFormBox key={item.id} item={item} />
        ))}
      {isOpen(formOfItem()) && <ItemFormBox item={undefined} />}
    </>
  )
}
