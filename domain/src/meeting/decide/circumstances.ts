import type { Decision } from '../../decider.ts'
import type { Refusal } from '../../refusal.ts'
import type { Author, Instant } from '../../words/identity.ts'
import type { MeetingEvent } from '../events.ts'

/** Who acts and when. */
export type Circumstances = { readonly by: Author; readonly at: Instant }

/** What the rules of a meeting answer. */
export type MeetingDecision = Decision<MeetingEvent, Refusal>
