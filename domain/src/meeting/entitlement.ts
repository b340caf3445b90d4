import type { Entitlement, Refusal } from '../refusal.ts'
import type { Author } from '../words/identity.ts'
import { activeAt, secretariatAt, seatOf, speaksForDelegation } from './seats.ts'
import type { Accredited, Meeting } from './state.ts'
import type { Role } from './things.ts'

/**
 * Whether `seat` has what an act needs. `of` is the delegation the act is about, where it is about one.
 * Whoever has left has nothing: a withdrawn accreditation and an unseated secretariat answer `false` everywhere.
 */
type Holds = (meeting: Meeting, seat: string, of: string | undefined) => boolean

const withRole =
  (...roles: readonly Role[]): Holds =>
  (meeting, seat, of) => {
    const person = activeAt(meeting, seat)
    if (person?.delegation === undefined || !roles.includes(person.role)) return false
    return of === undefined || person.delegation === of
  }

/** A party's own secretariat acts for the party; a joint one does so only while the party has seated none of its own. */
const actsForParty: Holds = (meeting, seat, of) => {
  const secretariat = secretariatAt(meeting, seat)
  if (secretariat === undefined || of === undefined) return false
  if (secretariat.party !== undefined) return secretariat.party === of
  return meeting.secretariats.every((one) => one.party !== of)
}

/** The whole table of who holds what. */
const HOLDS: Readonly<Record<Entitlement, Holds>> = {
  chair: (meeting, seat) => meeting.chair.includes(seat) && activeAt(meeting, seat) !== undefined,
  secretariat: (meeting, seat) => secretariatAt(meeting, seat) !== undefined,
  'secretariat-of-the-delegation': (meeting, seat, of) =>
    actsForParty(meeting, seat, of) || (of !== undefined && withRole('secretary')(meeting, seat, of)),
  delegation: withRole('head', 'alternate', 'delegate'),
  'head-or-alternate': withRole('head', 'alternate'),
  speaker: (meeting, seat, of) =>
    speaksForDelegation(meeting, seat) && (of === undefined || activeAt(meeting, seat)?.delegation === of),
  'press-or-secretariat': (meeting, seat, of) =>
    withRole('press', 'secretary')(meeting, seat, of) ||
    (of === undefined ? secretariatAt(meeting, seat) !== undefined : actsForParty(meeting, seat, of)),
  operator: () => false,
  seat: (meeting, seat) =>
    activeAt(meeting, seat) !== undefined || secretariatAt(meeting, seat) !== undefined,
}

/** Whether the author holds an entitlement in this meeting, for the delegation `of` where one is named. */
export const isEntitled = (meeting: Meeting, by: Author, needs: Entitlement, of?: string): boolean => {
  const seat = seatOf(by)
  return seat !== undefined && HOLDS[needs](meeting, seat, of)
}

/** Whether the author serves all parties alike, as a secretariat of none of them. */
export const isJointSecretariat = (meeting: Meeting, by: Author): boolean => {
  const secretariat = secretariatAt(meeting, seatOf(by))
  return secretariat !== undefined && secretariat.party === undefined
}

/** The refusal for an author who lacks every one of the entitlements; it names the first. */
export const lacking = (
  meeting: Meeting,
  by: Author,
  anyOf: readonly [Entitlement, ...Entitlement[]],
  of?: string,
): Refusal | undefined =>
  anyOf.some((needs) => isEntitled(meeting, by, needs, of))
    ? undefined
    : { code: 'not-entitled', needs: anyOf[0] }

/** The delegation an author acts for: a person's own, or the party of a secretariat. */
export const delegationOf = (meeting: Meeting, by: Author): string | undefined => {
  const seat = seatOf(by)
  return activeAt(meeting, seat)?.delegation ?? secretariatAt(meeting, seat)?.party
}

/** The person who acts, with the delegation they act for. */
export const delegateActing = (
  meeting: Meeting,
  by: Author,
): (Accredited & { readonly delegation: string }) | undefined => {
  const person = activeAt(meeting, seatOf(by))
  return person?.delegation === undefined ? undefined : { ...person, delegation: person.delegation }
}
