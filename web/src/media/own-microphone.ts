import { mediaGrantOf } from '@parley/domain/media/grants'
import type { MediaRoom } from '@parley/domain/media/rooms'
import type { Meeting } from '@parley/domain/meeting/state'
import type { MediaView } from './media-room.ts'

/**
 * How one's own microphone stands. `locked`: the floor is not one's own; `ready`: it may be opened, by hand alone;
 * `elsewhere`: it may be by the record, but the media server holds it, because this seat is heard in another room.
 */
export type OwnMicrophone =
  | 'absent'
  | 'locked'
  | 'ready'
  | 'opening'
  | 'open'
  | 'elsewhere'
  | 'refused'
  | 'missing'
  | 'failed'

/** The record says who may; the media server has the last word; the person opens it. */
export const ownMicrophone = (
  meeting: Meeting,
  room: MediaRoom,
  seat: string,
  view: MediaView,
): OwnMicrophone => {
  const grant = mediaGrantOf(meeting, room, seat)
  if (grant === undefined || view.state !== 'live') return 'absent'
  if (!grant.publish.includes('microphone')) return 'locked'
  const { microphone } = view.own
  if (microphone === 'opening' || microphone === 'open') return microphone
  if (!view.may.publish.includes('microphone')) return 'elsewhere'
  return microphone === 'closed' ? 'ready' : microphone
}
