import { activeAt, SPEAKING_ROLES } from '@parley/domain/meeting/seats'
import { nextSpeakers } from '@parley/domain/meeting/speakers'
import type { Accredited, Meeting } from '@parley/domain/meeting/state'
import type { Role } from '@parley/domain/meeting/things'

/** Who may open a device for several people: those who act for colleagues on the floor. */
const ROLES_WITH_KIT: readonly Role[] = ['head', 'alternate', 'secretary']

/** The delegation whose people may share this seat's device; nothing for seats that act for themselves only. */
export const delegationOfKit = (meeting: Meeting, seat: string): string | undefined => {
  const person = activeAt(meeting, seat)
  return person !== undefined && ROLES_WITH_KIT.includes(person.role) ? person.delegation : undefined
}

/** Everybody who takes the floor for a delegation, the head first. */
export const speakersOf = (meeting: Meeting, delegation: string): readonly Accredited[] =>
  Object.values(meeting.people)
    .filter(
      ({ active, role, delegation: of }) => active && of === delegation && SPEAKING_ROLES.includes(role),
    )
    .toSorted((one, other) => SPEAKING_ROLES.indexOf(one.role) - SPEAKING_ROLES.indexOf(other.role))

/** The seats kept from before, of those who still sit in the delegation; what is kept may be anything. */
export const seatsKept = (kept: string | null, speakers: readonly Accredited[]): readonly string[] => {
  const seats = (kept ?? '').split(' ')
  return speakers.map(({ seat }) => seat).filter((seat) => seats.includes(seat))
}

export const seatsAsKept = (seats: readonly string[]): string => seats.join(' ')

/** Where somebody at the device stands. */
export type KitStanding =
  | { readonly kind: 'speaking' }
  | { readonly kind: 'listed'; readonly place: number; readonly request: string }
  | { readonly kind: 'quiet' }

export const kitStanding = (meeting: Meeting, seat: string): KitStanding => {
  if (meeting.turn?.seat === seat) return { kind: 'speaking' }
  const waiting = nextSpeakers(meeting)
  const index = waiting.findIndex((one) => one.seat === seat)
  const own = waiting[index]
  return own === undefined ? { kind: 'quiet' } : { kind: 'listed', place: index + 1, request: own.request }
}
