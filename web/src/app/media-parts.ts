import type { MediaRoom } from '@parley/domain/media/rooms'
import { mediaPart, type MediaPart } from '../media/media-context.tsx'
import { USUAL } from '../media/media-room.ts'
import { createMediaSession } from '../media/media-session.ts'
import type { Place } from './connection.ts'
import { ownClient } from './own-client.ts'

/** Sound and picture of one media room of a meeting, for this page. What speaks to media servers is fetched on the way in. */
export const mediaOf = ({ dialogue, meeting }: Place, room: MediaRoom): MediaPart =>
  mediaPart(
    createMediaSession({
      ask: () => ownClient().mediaPass(dialogue, meeting, wireOf(room)),
      load: async () => (await import('../media/livekit-connection.ts')).connectLivekit,
      now: () => performance.now(),
      later: (ms, then) => {
        const timer = setTimeout(then, ms)
        return () => clearTimeout(timer)
      },
      first: { ...USUAL, ...keptChoices() },
    }),
  )

const wireOf = (room: MediaRoom) =>
  room.kind === 'booth'
    ? { kind: room.kind, ...(room.delegation === undefined ? {} : { delegation: room.delegation }) }
    : room

const KEPT = 'parley.sound'

/** How this person is heard on this machine is remembered; which devices there are, the browser knows best. */
const keptChoices = (): { readonly sound?: 'speech' | 'interpretation' } => {
  const kept = localStorage.getItem(KEPT)
  return kept === 'speech' || kept === 'interpretation' ? { sound: kept } : {}
}
