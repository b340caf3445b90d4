import { accept, refuse, unreachable } from '../../decider.ts'
import type { CommandOf } from '../commands.ts'
import type { InterruptionCause, MeetingEvent, RecordedTrack } from '../events.ts'
import type { Meeting, Recording } from '../state.ts'
import type { MeetingDecision } from './circumstances.ts'

/** The recording under way; the sitting is recorded exactly while there is one. */
export const recordingNow = ({ recordings }: Meeting): Recording | undefined => {
  const last = recordings.at(-1)
  return last?.endedAt === undefined ? last : undefined
}

export const decideRecording = (
  meeting: Meeting,
  command: CommandOf<'OrderRecording' | 'EndRecording'>,
): MeetingDecision => {
  switch (command.type) {
    case 'OrderRecording':
      return recordingNow(meeting) === undefined
        ? accept({ type: 'RecordingOrdered', recording: `recording-${meeting.recordings.length + 1}` })
        : refuse({ code: 'recording-under-way' })
    case 'EndRecording': {
      const ended = endOfRecording(meeting, 'by-chair')
      return ended.length === 0 ? refuse({ code: 'no-recording' }) : accept(...ended)
    }
  }
  return unreachable(command)
}

/** The fact that ends the recording under way; none where there is none. */
export const endOfRecording = (
  meeting: Meeting,
  ended: 'by-chair' | 'by-adjournment',
): readonly MeetingEvent[] => {
  const running = recordingNow(meeting)
  return running === undefined ? [] : [{ type: 'RecordingEnded', recording: running.recording, ended }]
}

/**
 * What the recorder says of the recording under way: why nothing is kept of it, or, with `undefined`, that it goes on. Only
 * what is new is recorded, and nothing of a recording that has ended.
 */
export const decideInterruption = (
  meeting: Meeting,
  id: string,
  cause: InterruptionCause | undefined,
): MeetingDecision => {
  const running = recordingNow(meeting)
  if (running?.recording !== id || running.interrupted === cause) return accept()
  return cause === undefined
    ? accept({ type: 'RecordingContinued', recording: id })
    : accept({ type: 'RecordingInterrupted', recording: id, cause })
}

/** As many as one event holds. */
const TRACKS_PER_EVENT = 100

/**
 * Lists what was kept of a recording, once, after it has ended; also after the meeting has. No seat asks for this: it is
 * what the recorder has to say, and nobody says it in its place.
 */
export const decideListing = (
  meeting: Meeting,
  id: string,
  tracks: readonly RecordedTrack[],
): MeetingDecision => {
  const recording = meeting.recordings.find((one) => one.recording === id)
  if (recording === undefined) return refuse({ code: 'no-recording' })
  if (recording.endedAt === undefined) return refuse({ code: 'recording-under-way' })
  if (recording.tracks !== undefined) return accept()
  const events: MeetingEvent[] = []
  for (let from = 0; from === 0 || from < tracks.length; from += TRACKS_PER_EVENT) {
    const part = tracks.slice(from, from + TRACKS_PER_EVENT)
    events.push({ type: 'RecordingListed', recording: id, tracks: part })
  }
  return accept(...events)
}
