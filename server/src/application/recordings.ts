import { decideListing, recordingNow } from '@parley/domain/meeting/decide/recording'
import type { RecordedTrack } from '@parley/domain/meeting/events'
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
  /** A file that the record lists, for secretariats of the dialogue; `not-found` to everybody else. */
  readonly download: (caller: Caller, place: RecordingPlace, file: string) => Promise<Answer<RecordedFile>>
}

export type RecordedFile = { readonly chunks: AsyncIterable<Uint8Array>; readonly sizeBytes: number }

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

export const createRecordings = ({ logs, clock, transact, recorder }: RecordingsDeps): Recordings => ({
  recorder,
  due: async ({ dialogue, meeting: at }) => {
    const { meeting } = (await logs.meeting(dialogue, at)).state
    const unlisted = meeting.recordings.filter((one) => one.endedAt !== undefined && one.tracks === undefined)
    return {
      running: recordingNow(meeting)?.recording,
      unlisted: unlisted.map(({ recording }) => recording),
    }
  },

  list: async (place) => {
    const { dialogue, meeting, recording } = place
    const log = logName({ kind: 'meeting', dialogue, meeting })
    const tracks: readonly RecordedTrack[] = await recorder.tracks(place)
    const decide = async (): Promise<Plan> => {
      const folded = await logs.meetings.load(log)
      const decision = decideListing(folded.state.meeting, recording, tracks)
      if (!decision.ok) return decision
      const at = momentAfter(clock, folded.lastAt)
      return { ok: true, at, shares: [shareOf(log, folded.size, decision.events, logs.meetings)] }
    }
    const answer = await transact({
      logs: [log],
      by: { reactor: 'recorder' },
      scope: 'reactor#recorder',
      id: `${dialogue}/${meeting}/${recording}`,
      command: { type: 'ListRecording', recording },
      expectedSize: undefined,
      decide,
    })
    if (!answer.ok) throw new Error(`a recording could not be listed: ${JSON.stringify(answer)}`)
  },

  download: async (caller, place, file) => {
    const { dialogue, meeting: at, recording } = place
    const viewer = await viewerAt(logs, caller, { kind: 'meeting', dialogue, meeting: at })
    if (viewer?.kind !== 'secretariat') return deny('not-found')
    const { meeting } = (await logs.meeting(dialogue, at)).state
    const listed = meeting.recordings.find((one) => one.recording === recording)?.tracks ?? []
    const track = listed.find((one) => one.file === file)
    if (track === undefined) return deny('not-found')
    const chunks = await recorder.open(place, file)
    return chunks === undefined ? deny('not-found') : give({ chunks, sizeBytes: track.sizeBytes })
  },
})
