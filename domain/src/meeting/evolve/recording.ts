import { unreachable } from '../../decider.ts'
import type { Instant } from '../../words/identity.ts'
import type { EventOf } from '../events.ts'
import type { Meeting, Recording } from '../state.ts'

export type RecordingEvent = EventOf<
  'RecordingOrdered' | 'RecordingInterrupted' | 'RecordingContinued' | 'RecordingEnded' | 'RecordingListed'
>

export const evolveRecording = (meeting: Meeting, event: RecordingEvent, at: Instant): Meeting => {
  const { recording } = event
  switch (event.type) {
    case 'RecordingOrdered': {
      const ordered: Recording = {
        recording,
        orderedAt: at,
        interrupted: undefined,
        endedAt: undefined,
        tracks: undefined,
      }
      return { ...meeting, recordings: [...meeting.recordings, ordered] }
    }
    case 'RecordingInterrupted':
      return withRecording(meeting, recording, (one) => ({ ...one, interrupted: event.cause }))
    case 'RecordingContinued':
      return withRecording(meeting, recording, (one) => ({ ...one, interrupted: undefined }))
    case 'RecordingEnded':
      return withRecording(meeting, recording, (one) => ({ ...one, endedAt: at }))
    case 'RecordingListed':
      return withRecording(meeting, recording, (one) => ({
        ...one,
        tracks: [...(one.tracks ?? []), ...event.tracks],
      }))
  }
  return unreachable(event)
}

const withRecording = (meeting: Meeting, id: string, change: (one: Recording) => Recording): Meeting => ({
  ...meeting,
  recordings: meeting.recordings.map((one) => (one.recording === id ? change(one) : one)),
})
