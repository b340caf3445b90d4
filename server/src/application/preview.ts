import type { ReleasePublished } from '@parley/domain/release/events'
import type { LanguageVersion } from '@parley/domain/release/state'
import { versionKey } from '@parley/domain/release/state'
import { lookup } from '@parley/domain/words/lookup'
import type * as z from 'zod'
import type { Clock } from '../ports/clock.ts'
import type { PublicMeeting } from './archive/public-record.ts'
import { createShelf } from './archive/shelf.ts'
import type { Caller } from './caller.ts'
import { isProceedingsEvent } from './kinds.ts'
import { recordedOf } from './leaf.ts'
import type { Logs } from './logs.ts'
import { isAtPressDesk } from './press-desk.ts'
import { viewerAt } from './standing.ts'

/** Which language version of which release. */
export type VersionPlace = {
  readonly dialogue: string
  readonly meeting: string
  readonly release: string
  readonly language: string
}

/**
 * The meeting as it would be public if the draft as it stands were published this moment: for those at the press desk.
 * Nothing for everybody else, for what was never drafted and for what was withdrawn, all alike.
 */
export type Previews = (caller: Caller, place: VersionPlace) => Promise<PublicMeeting | undefined>

export const createPreviews =
  (logs: Logs, clock: Clock): Previews =>
  async (caller, { dialogue, meeting, release, language }) => {
    const viewer = await viewerAt(logs, caller, { kind: 'meeting', dialogue, meeting })
    if (viewer === undefined || !isAtPressDesk(viewer)) return undefined
    const { state, size } = await logs.meeting(dialogue, meeting)
    const version = lookup(state.releases.versions, versionKey({ release, language }))
    if (version === undefined || version.withdrawn !== undefined) return undefined
    const now = clock.now()
    const shelf = createShelf()
    for (const leaf of await logs.store.read(`meeting/${dialogue}/${meeting}`, 0, size)) {
      shelf.take(recordedOf(leaf, isProceedingsEvent), now)
    }
    const event = nextEdition(version)
    if (event !== undefined) shelf.take({ seq: size, at: now, by: { operator: true }, event }, now)
    return shelf.meeting()
  }

/** The draft as the edition it would become; nothing where it is already the last one. */
const nextEdition = (version: LanguageVersion): z.infer<typeof ReleasePublished> | undefined => {
  const { release, language, hash, expression, correction, editions } = version
  const last = editions.at(-1)
  if (last?.hash === hash) return undefined
  const corrected = correction === undefined ? {} : { correction }
  const edition = (last?.edition ?? 0) + 1
  return { type: 'ReleasePublished', release, language, edition, hash, expression, ...corrected }
}
