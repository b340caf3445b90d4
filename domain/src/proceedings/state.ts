import { initialMeeting } from '../meeting/index.ts'
import type { Meeting } from '../meeting/state.ts'
import { initialReleases } from '../release/state.ts'
import type { Releases } from '../release/state.ts'
import { initialTexts } from '../text/state.ts'
import type { Texts } from '../text/state.ts'

/** A meeting log folded whole: the meeting, its texts, its releases. */
export type Proceedings = {
  readonly meeting: Meeting
  readonly texts: Texts
  readonly releases: Releases
  /** How many events were folded. */
  readonly size: number
}

export const initialProceedings: Proceedings = {
  meeting: initialMeeting,
  texts: initialTexts,
  releases: initialReleases,
  size: 0,
}
