import { activeAt, personAt } from '@parley/domain/meeting/seats'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom, useServerNow } from '../../app/room-context.tsx'
import { SelectField } from './fields.tsx'
import { Form } from './form.tsx'
import { freshId } from './fresh-id.ts'
import { rolesFor } from './may-prepare.ts'
import { NameFields } from './name-fields.tsx'
import { useOpenForms } from './open-forms.tsx'
import { accreditation, correction, emptyName, personForm, type PersonForm as Value } from './person-form.ts'
import { useDraft } from './use-draft.ts'
import { formOfPerson } from './whereabouts.ts'
import { Wordings } from './wordings.tsx'

/** Accredits somebody; with a seat, corrects whoever sits there, or fills the seat again. */
export const PersonForm = ({
  delegation,
  seat,
}: {
  readonly delegation: string | undefined
  readonly seat?: string
}) => {
  const { meeting, proceedings, seat: own } = useRoom()
  const { say } = useLocale()
  const { party } = useNames()
  const { close } = useOpenForms()
  const at = useServerNow(60_000)
  const before = seat === undefined ? undefined : personAt(meeting, seat)
  const sitting = activeAt(meeting, seat)
  const roles = rolesFor({ proceedings, seat: own, at }, delegation, sitting?.seat)
  const draft = useDraft<Value>(
    before === undefined ? { role: roles[0] ?? 'delegate', ...emptyName } : personForm(before),
  )
  const fresh = (): string =>
    freshId('person', [...Object.keys(meeting.people), ...meeting.secretariats.map((one) => one.seat)])
  const form = formOfPerson(delegation, seat)
  const to = delegation === undefined ? say('prepare.whole-meeting') : party(delegation).text
  return (
    <Form
      name={form}
      heading={say(sitting === undefined ? 'prepare.accredit-to' : 'prepare.correct-of', { delegation: to })}
      draft={draft}
      filled={
        sitting === undefined
          ? accreditation(draft.value, seat ?? fresh(), delegation)
          : correction(draft.value, sitting, meeting.chair)
      }
      save={say(sitting === undefined ? 'prepare.accredit' : 'prepare.save')}
      question={sitting === undefined ? undefined : say('prepare.correct-question')}
      note={sitting === undefined ? undefined : say('prepare.correct-note')}
      theirs={<Wordings wording={before?.person.name} languages={meeting.languages} />}
      onClose={() => close(form)}
    >
      <SelectField
        label={say('prepare.role')}
        value={draft.value.role}
        options={roles.map((id) => ({ id, words: say(`role.${id}`) }))}
        onChange={(role) => {
          if (role !== '') draft.set({ ...draft.value, role })
        }}
      />
      <NameFields value={draft.value} onChange={draft.set} languages={meeting.languages} />
    </Form>
  )
}
