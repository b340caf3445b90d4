import type { ProceedingsEvent } from '@parley/domain/proceedings/events'
import type { Recorded } from '@parley/domain/decider'
import type { Instant } from '@parley/domain/words/identity'
import type { PublicMeeting, PublicText } from './public-record.ts'
import { createMeetingFold } from './meeting-fold.ts'
import { createReleaseFold } from './release-fold.ts'
import { createTextFold } from './text-fold.ts'

/**
 * A meeting as its public events tell it; `undefined` until a release of it is among them. The caller has left out
 * every event the public may not see, so nothing here has to know about embargo or audience.
 */
export const publicMeeting = (visible: readonly Recorded<ProceedingsEvent>[]): PublicMeeting | undefined => {
  const meeting = createMeetingFold()
  const texts = createTextFold()
  const releases = createReleaseFold()
  for (const recorded of visible) {
    meeting.take(recorded)
    texts.take(recorded)
    releases.take(recorded)
  }
  const folded = meeting.folded()
  const published = releases.folded()
  if (folded === undefined || published.length === 0) return undefined
  // What was adopted and signed long before its entry is dated by the meeting, not by the entry.
  const entered = folded.retrospective !== undefined
  const dated = entered ? texts.folded().map((text) => datedAt(text, folded.heldAt)) : texts.folded()
  return { ...folded, texts: dated, releases: published, sizeAtLastEdition: sizeAtLastEdition(visible) }
}

const sizeAtLastEdition = (visible: readonly Recorded<ProceedingsEvent>[]): number =>
  Math.max(
    ...visible.map(({ seq, event }) =>
      event.type === 'ReleasePublished' || event.type === 'ReleaseWithdrawn' ? seq + 1 : 0,
    ),
  )

const datedAt = (text: PublicText, at: Instant): PublicText => ({
  ...text,
  ...(text.adopted === undefined ? {} : { adopted: { ...text.adopted, at } }),
  statements: text.statements.map((statement) => ({ ...statement, at })),
  confirmed: text.confirmed.map((confirmation) => ({ ...confirmation, at })),
  initialled: text.initialled.map((signature) => ({ ...signature, at })),
  signed: text.signed.map((signature) => ({ ...signature, at })),
})
