import type { Trouble } from '@parley/client/result'
import type { Place } from '../script/script-problem.ts'

/** Something that went otherwise than scripted. */
export type Surprise = { readonly place: Place } & (
  | { readonly kind: 'refused'; readonly seat: string; readonly command: string; readonly problem: Trouble }
  | { readonly kind: 'done'; readonly code: string }
  | { readonly kind: 'refused-otherwise'; readonly expected: string; readonly actual: string }
  | {
      readonly kind: 'not-as-expected'
      readonly field: string
      readonly expected: string
      readonly actual: string
    }
  /** A seat was not told in time of what was recorded. */
  | { readonly kind: 'not-seen'; readonly seat: string }
  /** What a seat was told is not what the record says. */
  | { readonly kind: 'other-bytes'; readonly seat: string }
)

export type RehearsedMeeting = {
  readonly meeting: string
  readonly number: number
  /** How many leaves the log had at the end. */
  readonly size: number
  /** Followers whose leaves were compared byte by byte. */
  readonly followers: number
  readonly adopted: readonly { readonly text: string; readonly root: string }[]
  readonly published: readonly { readonly language: string; readonly url: string }[]
  /** Absent for a record entered afterwards. */
  readonly timeUsedMs?: Readonly<Record<string, number>>
}

/** What a rehearsal led to. */
export type Outcome = {
  readonly dialogue: string
  readonly meetings: readonly RehearsedMeeting[]
  readonly acts: number
  readonly refusalsAsScripted: number
  readonly surprises: readonly Surprise[]
  /** The label or phase the rehearsal was asked to stop at, if it came there. */
  readonly stoppedAt?: string
}
