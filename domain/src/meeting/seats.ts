import { rulePack } from '../rules/index.ts'
import type { RulePack } from '../rules/index.ts'
import { lookup } from '../words/lookup.ts'
import type { Author } from '../words/identity.ts'
import type { SecretariatSeat } from '../dialogue/events.ts'
import type { Accredited, ItemState, Meeting } from './state.ts'
import type { Role } from './things.ts'

/** The seat that acts; the operator and reactors have none, and so no part in a meeting. */
export const seatOf = (by: Author): string | undefined => ('seat' in by ? by.seat : undefined)

/** The seat of the colleague who acted in the name of `seat`, at a device that several share; `undefined` for one's own act. */
export const throughOf = (meeting: Meeting, seat: string, by: Author): string | undefined => {
  const actor = activeAt(meeting, seatOf(by))
  const isColleague =
    actor?.delegation !== undefined && actor.delegation === personAt(meeting, seat)?.delegation
  return isColleague && actor.seat !== seat ? actor.seat : undefined
}

/** Whoever was ever accredited under this seat, withdrawn or not. */
export const personAt = (meeting: Meeting, seat: string): Accredited | undefined =>
  lookup(meeting.people, seat)

/** The person accredited under this seat now. */
export const activeAt = (meeting: Meeting, seat: string | undefined): Accredited | undefined => {
  const person = seat === undefined ? undefined : personAt(meeting, seat)
  return person?.active === true ? person : undefined
}

export const secretariatAt = (meeting: Meeting, seat: string | undefined): SecretariatSeat | undefined =>
  meeting.secretariats.find((one) => one.seat === seat)

/** The roles that take the floor for a delegation. */
export const SPEAKING_ROLES: readonly Role[] = ['head', 'alternate', 'delegate', 'regional', 'adviser']

/** The roles that may take the chair; an officer belongs to no delegation. */
export const CHAIRING_ROLES: readonly Role[] = ['head', 'alternate', 'delegate', 'officer']

/** Whether the person now accredited under this seat takes the floor for a delegation. */
export const speaksForDelegation = (meeting: Meeting, seat: string): boolean => {
  const person = activeAt(meeting, seat)
  return person?.delegation !== undefined && SPEAKING_ROLES.includes(person.role)
}

export const headOf = (meeting: Meeting, delegation: string): Accredited | undefined =>
  Object.values(meeting.people).find(
    (person) => person.active && person.role === 'head' && person.delegation === delegation,
  )

export const isDelegation = (meeting: Meeting, delegation: string): boolean =>
  meeting.delegations.some((party) => party.id === delegation)

export const itemAt = (meeting: Meeting, item: string | undefined): ItemState | undefined =>
  meeting.agenda.find((one) => one.item.id === item)

/** The item taken up now. */
export const currentItem = (meeting: Meeting): ItemState | undefined =>
  meeting.current === undefined ? undefined : itemAt(meeting, meeting.current)

/** The rules the meeting was convened under. Convening has made sure they exist; a record under others cannot be replayed here. */
export const packOf = (meeting: Meeting): RulePack => {
  const pack = rulePack(meeting.rulePack)
  if (pack === undefined) throw new Error(`no rule pack ${meeting.rulePack}`)
  return pack
}
