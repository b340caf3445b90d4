import { activeAt, secretariatAt } from '@parley/domain/meeting/seats'
import type { Meeting } from '@parley/domain/meeting/state'
import type { Role } from '@parley/domain/meeting/things'
import { SITS_IN_CHAMBER } from '@parley/domain/visibility'
import type { MeetingView } from './routes.ts'

/** The places of a meeting that a seat has business in, the room first. The hall screen is for everybody. */
export const placesOf = (meeting: Meeting, seat: string): readonly MeetingView[] => {
  const serves = secretariatAt(meeting, seat) !== undefined
  const role = activeAt(meeting, seat)?.role
  const isOneOf = (...roles: readonly Role[]): boolean => role !== undefined && roles.includes(role)
  const has: Readonly<Record<MeetingView, boolean>> = {
    room: true,
    // Negotiated among the parties and those who serve them.
    text: serves || !isOneOf('press', 'observer'),
    chamber: chamberOf(meeting, seat) !== undefined,
    kit: isOneOf('head', 'alternate', 'secretary'),
    prepare: serves || isOneOf('secretary'),
    desk: serves || isOneOf('head', 'alternate', 'secretary', 'press'),
    screen: true,
  }
  return ORDER.filter((view) => has[view])
}

const ORDER: readonly MeetingView[] = ['room', 'text', 'chamber', 'kit', 'prepare', 'desk', 'screen']

/** The delegation whose closed room this seat sits in. */
export const chamberOf = (meeting: Meeting, seat: string): string | undefined => {
  const person = activeAt(meeting, seat)
  if (person !== undefined) return SITS_IN_CHAMBER[person.role] ? person.delegation : undefined
  return secretariatAt(meeting, seat)?.party
}
