import type { Accredited } from '@parley/domain/meeting/state'
import type { Role } from '@parley/domain/meeting/things'
import type { Person } from '@parley/domain/words/identity'
import { filled, lacking, type Filled } from './filled.ts'
import { formOf, problemsIn, wordingOf, type WordingForm } from './wording-form.ts'

export type Gender = 'feminine' | 'masculine' | 'unsaid'

/** Someone as they are entered: the name and the office per language. */
export type NameForm = {
  readonly name: WordingForm
  readonly office: WordingForm
  readonly gender: Gender
}

export type PersonForm = NameForm & { readonly role: Role }

export const emptyName: NameForm = { name: {}, office: {}, gender: 'unsaid' }

export const personForm = ({ role, person }: Pick<Accredited, 'role' | 'person'>): PersonForm => ({
  role,
  name: formOf(person.name),
  office: formOf(person.office),
  gender: person.gender ?? 'unsaid',
})

/** The person a form tells of, or nothing while the name is not written in any language. */
export const personOf = ({ name, office, gender }: NameForm): Person | undefined => {
  const named = wordingOf(name)
  if (named === undefined) return undefined
  const held = wordingOf(office)
  return {
    name: named,
    ...(held === undefined ? {} : { office: held }),
    ...(gender === 'unsaid' ? {} : { gender }),
  }
}

export const hasProblems = ({ name, office }: NameForm): boolean =>
  [name, office].some((form) => Object.keys(problemsIn(form, 'one')).length > 0)

/** Puts somebody on the record under a seat of their own. */
export const accreditation = (form: PersonForm, seat: string, delegation: string | undefined): Filled => {
  const person = personOf(form)
  if (person === undefined) return lacking('name')
  if (hasProblems(form)) return lacking('wrong')
  return filled({
    type: 'AccreditPerson',
    seat,
    role: form.role,
    person,
    ...(delegation === undefined ? {} : { delegation }),
  })
}

/**
 * Corrects what the record says of somebody: the accreditation is withdrawn and given again under the same seat. Who was
 * in the chair is put back there, beside the others.
 */
export const correction = (
  form: PersonForm,
  { seat, delegation }: Pick<Accredited, 'seat' | 'delegation'>,
  chair: readonly string[],
): Filled => {
  const again = accreditation(form, seat, delegation)
  if (!again.ok) return again
  return filled(
    { type: 'WithdrawAccreditation', seat },
    ...again.commands,
    ...(chair.includes(seat) ? [{ type: 'AppointChair' as const, seats: [...chair] }] : []),
  )
}
