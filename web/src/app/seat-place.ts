import { activeAt } from '@parley/domain/meeting/seats'
import type { Meeting } from '@parley/domain/meeting/state'

/** Which room a seat is shown: by what it does at the meeting, not by whom it belongs to. */
export type SeatPlace = 'chair' | 'delegate' | 'interpreter' | 'press' | 'observer'

/** Whoever chairs has the console, whatever else they are; a secretariat sees the room as the delegates do. */
export const seatPlace = (meeting: Meeting, seat: string): SeatPlace => {
  if (meeting.chair.includes(seat)) return 'chair'
  const role = activeAt(meeting, seat)?.role
  switch (role) {
    case undefined:
    case 'head':
    case 'alternate':
    case 'delegate':
    case 'regional':
    case 'adviser':
    case 'secretary':
    case 'officer':
      return 'delegate'
    case 'interpreter':
    case 'press':
    case 'observer':
      return role
  }
}
