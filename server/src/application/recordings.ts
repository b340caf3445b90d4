import { decideInterruption, decideListing, recordingNow } from '@parley/domain/meeting/decide/recording'
import type { MeetingDecision } from '@parley/domain/meeting/decide/circumstances'
import type { InterruptionCause, RecordedTrack } from '@parley/domain/meeting/events'
import type { Meeting } from '@parley/domain/meeting/state'
import { logName } from '@parley/protocol/address'
import type { Clock } from '../ports/clock.ts'
import type { Recorder, RecordingPlace } from '../ports/recorder.ts'
import { type Answer, deny, give } from './answer.ts'
import type { Caller } from './caller.ts'
import type { Logs } from './logs.ts'
import type { MeetingPlace } from './media.ts'
import { shareOf } from './share.ts'
import { viewerAt } from './standing.ts'
import { momentAfter, type Plan, type Transact } from './transact.ts'

export type Recordings = {
  readonly recorder: Recorder
  /** What the record asks of the recorder at a meeting now. */
  readonly due: (place: MeetingPlace) => Promise<RecordingsDue>
  /** Lists what was kept of a recording that has ended, once. Throws when it could not be recorded. */
  readonly list: (place: RecordingPlace) => Promise<void>
  /** Puts on record why nothing is kept of the recording under way, or, with `undefined`, that it goes on; each once. */
  readonly tell: (place: RecordingPlace, interrupted: InterruptionCause | undefined) => Promise<void>
  /** A file that the record lists, for secretariats of the dialogue; `not-found` to everybody else. */
  readonly download: (caller: Caller, place: RecordingPlace, file: string) => Promise<Answer<RecordedFile>>
}

export type RecordedFile = {
  readonly sizeBytes: number
  readonly chunks: AsyncIterable<Uint8Array>
  /** From one byte to another, both included. */
  readonly part: (from: number, to: number) => AsyncIterable<Uint8Array>
}

export type RecordingsDue = {
  /** The recording under way. */
  readonly running: string | undefined
  /** Those that have ended and are not listed. */
  readonly unlisted: readonly string[]
}

export type RecordingsDeps = {
  readonly logs: Logs
  readonly clock: Clock
  readonly transact: Transact
  readonly recorder: Recorder
}

export const createRecordings = (deps: RecordingsDeps): Recordings => {
  const { logs, recorder } = deps
  return {
    recorder,
    due: async ({ dialogue, meeting: at }) => {
      const { meeting } = (await logs.meeting(dialogue, at)).state
      const unlisted = meeting.recordings.filter(
        (one) => one.endedAt !== undefined && one.tracks === undefined,
      )
      return {
        running: recordingNow(meeting)?.recording,
        unlisted: unlisted.map(({ recording }) => recording),
      }
    },

    list: async (place) => {
      const { dialogue, meeting, recording } = place
      const tracks: readonly RecordedTrack[] = await recorder.tracks(place)
      await record(deps, place, {
        id: `${dialogue}/${meeting}/${recording}`,
        command: { type: 'ListRecording', recording },
        decide: (state) => decideListing(state, recording, tracks),
      })
    },

    tell: async (place, interrupted) => {
      const { dialogue, meeting, recording } = place
      const { state, size } = await logs.meeting(dialogue, meeting)
      const decide = (now: Meeting) => decideInterruption(now, recording, interrupted)
      const foreseen = decide(state.meeting)
      if (foreseen.ok && foreseen.events.length === 0) return
      const told = interrupted ?? 'continued'
      await record(deps, place, {
        id: `${dialogue}/${meeting}/${recording}/${size}/${told}`,
        command: { type: 'TellOfRecording', recording, told },
        decide,
      })
    },

    download: async (caller, place, file) => {
      const { dialogue, meeting: at, recording } = place
      const viewer = await viewerAt(logs, caller, { kind: 'meeting', dialogue, meeting: at })
      if (viewer?.kind !== 'secretariat') return deny('not-found')
      const { meeting } = (await logs.meeting(dialogue, at)).state
      const listed = meeting.recordings.find((one) => one.recording === recording)?.tracks ?? []
      const track = listed.find((one) => one.file === file)
      if (track === undefined) return deny('not-found')
      const read = await recorder.open(place, file)
      if (read === undefined) return deny('not-found')
      return give({
        sizeBytes: track.sizeBytes,
        chunks: read(),
        part: (from, to) => read({ from, to }),
      })
    },
  }
}

type RecordersAct = {
  readonly id: string
  readonly command: object
  readonly decide: (meeting: Meeting) => MeetingDecision
}

/** Enters in a meeting's log what the recorder has to say; throws when that cannot be. */
const record = async (
  { logs, clock, transact }: RecordingsDeps,
  { dialogue, meeting }: RecordingPlace,
  { id, command, decide }: RecordersAct,
): Promise<void> => {
  const log = logName({ kind: 'meeting', dialogue, meeting })
  const answer = await transact({
    logs: [log],
    by: { reactor: 'recorder' },
    scope: 'reactor#recorder',
    id,
    command,
    expectedSize: undefined,
    decide: async (): Promise<Plan> => {
      const folded = await logs.meetings.load(log)
      const decision = decide(folded.state.meeting)
      if (!decision.ok) return decision
      const at = momentAfter(clock, folded.lastAt)
      return { ok: true, at, shares: [shareOf(log, folded.size, decision.events, logs.meetings)] }
    },
  })
  if (!answer.ok) throw new Error(`what the recorder says could not be recorded: ${JSON.stringify(answer)}`)
}
