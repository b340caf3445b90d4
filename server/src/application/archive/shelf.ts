import type { Recorded } from '@parley/domain/decider'
import type { ProceedingsEvent } from '@parley/domain/proceedings/events'
import { canSee } from '@parley/domain/visibility'
import type { Instant } from '@parley/domain/words/identity'
import { publicMeeting } from './public-meeting.ts'
import type { PublicMeeting } from './public-record.ts'

/** One meeting's events as far as the public may ever see them. */
export type Shelf = {
  /** Keeps an event if it may be seen; true when the public record changed by it. */
  readonly take: (recorded: Recorded<ProceedingsEvent>, now: Instant) => boolean
  /** Puts out the editions whose embargo has passed; true when there were any. */
  readonly lift: (now: Instant) => boolean
  /** When the next embargo passes. */
  readonly nextLift: () => Instant | undefined
  /** What is public; `undefined` while no release is. */
  readonly meeting: () => PublicMeeting | undefined
}

type Waiting = { readonly recorded: Recorded<ProceedingsEvent>; readonly until: Instant }

/**
 * The one place where the portal learns what is public. Until a release may be read, the meeting is not public at
 * all; what will be public with it is kept here and leaves by no other way.
 */
export const createShelf = (): Shelf => {
  const kept: Recorded<ProceedingsEvent>[] = []
  let waiting: readonly Waiting[] = []
  let published = false
  let folded: { readonly meeting: PublicMeeting | undefined } | undefined

  const keep = (recorded: Recorded<ProceedingsEvent>): void => {
    kept.push(recorded)
    if (recorded.event.type === 'ReleasePublished') published = true
    folded = undefined
  }

  return {
    take: (recorded, now) => {
      const { event } = recorded
      if (event.type === 'ReleaseWithdrawn')
        waiting = waiting.filter(({ recorded: { event: edition } }) => !isVersionOf(edition, event))
      if (maySee(event, now)) {
        keep(recorded)
        return published
      }
      if (event.type === 'ReleasePublished' && event.embargoUntil !== undefined) {
        waiting = [...waiting, { recorded, until: event.embargoUntil }].toSorted((a, b) => a.until - b.until)
        return true
      }
      return false
    },
    lift: (now) => {
      const [first] = waiting
      if (first === undefined || first.until > now) return false
      const lifted = waiting.filter(({ recorded }) => maySee(recorded.event, now))
      waiting = waiting.filter(({ recorded }) => !maySee(recorded.event, now))
      for (const { recorded } of lifted) keep(recorded)
      return lifted.length > 0
    },
    nextLift: () => waiting[0]?.until,
    meeting: () => {
      if (!published) return undefined
      folded ??= { meeting: publicMeeting(kept) }
      return folded.meeting
    },
  }
}

const maySee = (event: ProceedingsEvent, now: Instant): boolean =>
  canSee(event, { kind: 'public' }, { now, recordPublic: true })

const isVersionOf = (
  edition: ProceedingsEvent,
  withdrawn: { readonly release: string; readonly language: string },
): boolean =>
  edition.type === 'ReleasePublished' &&
  edition.release === withdrawn.release &&
  edition.language === withdrawn.language
