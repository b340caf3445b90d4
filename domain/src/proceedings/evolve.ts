import type { Recorded } from '../decider.ts'
import type { MeetingEvent } from '../meeting/events.ts'
import { evolveMeeting } from '../meeting/index.ts'
import { evolveRelease } from '../release/evolve.ts'
import { ReleaseEvent } from '../release/events.ts'
import { evolveText } from '../text/evolve.ts'
import { TextEvent } from '../text/events.ts'
import type { ProceedingsEvent } from './events.ts'
import type { Proceedings } from './state.ts'

/** Folds one fact into the area it belongs to; the other areas stay the same objects. */
export const evolveProceedings = (
  proceedings: Proceedings,
  { event, ...when }: Recorded<ProceedingsEvent>,
): Proceedings => {
  const size = proceedings.size + 1
  if (isTextEvent(event)) {
    return { ...proceedings, texts: evolveText(proceedings.texts, { ...when, event }), size }
  }
  if (isReleaseEvent(event)) {
    return { ...proceedings, releases: evolveRelease(proceedings.releases, { ...when, event }), size }
  }
  return { ...proceedings, meeting: evolveMeeting(proceedings.meeting, { ...when, event }), size }
}

const TEXT_TYPES: ReadonlySet<string> = new Set(TextEvent.options.map(({ shape }) => shape.type.value))
const RELEASE_TYPES: ReadonlySet<string> = new Set(ReleaseEvent.options.map(({ shape }) => shape.type.value))

const isTextEvent = (event: ProceedingsEvent): event is TextEvent => TEXT_TYPES.has(event.type)

const isReleaseEvent = (event: MeetingEvent | ReleaseEvent): event is ReleaseEvent =>
  RELEASE_TYPES.has(event.type)
