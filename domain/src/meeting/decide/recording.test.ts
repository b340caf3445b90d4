import type { MeetingEvent } from '../events.ts'
import { describe, expect, it } from 'vitest'
import { given } from '../../given.ts'
import type { RecordedTrack } from '../events.ts'
import { act, chair, opened, prepared, START, under } from '../fictional-meeting.ts'
import { meetingDecider } from '../index.ts'
import { decideInterruption, decideListing, recordingNow } from './recording.ts'

const inSession = given(meetingDecider, ...opened())
const recording = inSession.after(chair({ type: 'OrderRecording' }, START + 5))

const track: RecordedTrack = {
  file: '1700000000000.north-head.microphone.webm',
  seat: 'north-head',
  source: 'microphone',
  startedAt: START,
  durationMs: 1000,
  sizeBytes: 10,
  sha256: '0'.repeat(64),
}

describe('recording', () => {
  it('is ordered and ended by the chair, and by nobody else', () => {
    inSession
      .when(chair({ type: 'OrderRecording' }))
      .records({ type: 'RecordingOrdered', recording: 'recording-1' })
    recording
      .when(chair({ type: 'EndRecording' }))
      .records({ type: 'RecordingEnded', recording: 'recording-1', ended: 'by-chair' })
    for (const seat of ['north-head', 'joint-desk', 'south-desk']) {
      inSession.when(act(seat, { type: 'OrderRecording' })).refuses({ code: 'not-entitled', needs: 'chair' })
      recording.when(act(seat, { type: 'EndRecording' })).refuses({ code: 'not-entitled', needs: 'chair' })
    }
  })

  it('is under way from the order to the end, once at a time', () => {
    expect(recordingNow(inSession.state)).toBeUndefined()
    expect(recordingNow(recording.state)).toMatchObject({ recording: 'recording-1', orderedAt: START + 5 })
    recording.when(chair({ type: 'OrderRecording' })).refuses({ code: 'recording-under-way' })
    const ended = recording.after(chair({ type: 'EndRecording' }))
    expect(recordingNow(ended.state)).toBeUndefined()
    ended.when(chair({ type: 'EndRecording' })).refuses({ code: 'no-recording' })
    ended
      .when(chair({ type: 'OrderRecording' }))
      .records({ type: 'RecordingOrdered', recording: 'recording-2' })
  })

  it('has its place in a sitting, also while it is suspended or a point of order waits', () => {
    given(meetingDecider, ...prepared())
      .when(chair({ type: 'OrderRecording' }))
      .refuses({ code: 'meeting-not-open' })
    for (const before of [
      inSession.after(chair({ type: 'SuspendMeeting', cause: 'break' })),
      inSession.after(act('south-adviser', { type: 'RaisePointOfOrder' })),
    ]) {
      expect(before.when(chair({ type: 'OrderRecording' })).decision.ok).toBe(true)
    }
  })

  it('ends with the meeting', () => {
    under('open-topic')
      .after(chair({ type: 'OrderRecording' }))
      .when(chair({ type: 'AdjournMeeting' }))
      .records(
        { type: 'ItemConcluded', item: 'open-topic' },
        { type: 'RecordingEnded', recording: 'recording-1', ended: 'by-adjournment' },
        { type: 'MeetingAdjourned' },
      )
  })
})

describe('a recording that is interrupted', () => {
  const id = 'recording-1'
  const interrupted: MeetingEvent = { type: 'RecordingInterrupted', recording: id, cause: 'not-written' }
  const broken = given(meetingDecider, ...opened(), { type: 'RecordingOrdered', recording: id }, interrupted)

  it('is still under way, and everybody is told why nothing is kept', () => {
    expect(decideInterruption(recording.state, id, 'not-written')).toEqual({
      ok: true,
      events: [interrupted],
    })
    expect(recordingNow(broken.state)).toMatchObject({ recording: id, interrupted: 'not-written' })
  })

  it('is said to be so once for each cause, and to go on once', () => {
    expect(decideInterruption(recording.state, id, undefined)).toEqual({ ok: true, events: [] })
    expect(decideInterruption(broken.state, id, 'not-written')).toEqual({ ok: true, events: [] })
    expect(decideInterruption(broken.state, id, 'media-unreachable')).toMatchObject({
      events: [{ cause: 'media-unreachable' }],
    })
    expect(decideInterruption(broken.state, id, undefined)).toEqual({
      ok: true,
      events: [{ type: 'RecordingContinued', recording: id }],
    })
    const goesOn = given(
      meetingDecider,
      ...opened(),
      { type: 'RecordingOrdered', recording: id },
      interrupted,
      { type: 'RecordingContinued', recording: id },
    )
    expect(recordingNow(goesOn.state)?.interrupted).toBeUndefined()
  })

  it('has nothing more to say once it has ended', () => {
    const ended = broken.after(chair({ type: 'EndRecording' })).state
    expect(decideInterruption(ended, id, 'recorder-failed')).toEqual({ ok: true, events: [] })
    expect(decideInterruption(ended, id, undefined)).toEqual({ ok: true, events: [] })
  })
})

describe('what was kept of a recording', () => {
  const adjourned = recording.after(chair({ type: 'AdjournMeeting' })).state

  it('is listed once it has ended, the meeting too', () => {
    expect(decideListing(recording.state, 'recording-1', [])).toEqual({
      ok: false,
      refusal: { code: 'recording-under-way' },
    })
    expect(decideListing(adjourned, 'recording-2', [])).toEqual({
      ok: false,
      refusal: { code: 'no-recording' },
    })
    expect(decideListing(adjourned, 'recording-1', [track])).toEqual({
      ok: true,
      events: [{ type: 'RecordingListed', recording: 'recording-1', tracks: [track] }],
    })
  })

  it('is listed even when it is nothing, and never twice', () => {
    const listed: MeetingEvent = { type: 'RecordingListed', recording: 'recording-1', tracks: [] }
    expect(decideListing(adjourned, 'recording-1', [])).toEqual({ ok: true, events: [listed] })
    const state = given(
      meetingDecider,
      ...opened(),
      { type: 'RecordingOrdered', recording: 'recording-1' },
      { type: 'RecordingEnded', recording: 'recording-1', ended: 'by-chair' },
      listed,
    ).state
    expect(decideListing(state, 'recording-1', [track])).toEqual({ ok: true, events: [] })
  })

  it('takes as many events as a long list needs, and is whole in the state', () => {
    const tracks = Array.from({ length: 250 }, (_, index) => ({ ...track, startedAt: START + index }))
    const decision = decideListing(adjourned, 'recording-1', tracks)
    const listings = decision.ok ? decision.events : []
    expect(listings.map((one) => one.type === 'RecordingListed' && one.tracks.length)).toEqual([100, 100, 50])
    const { state } = given(
      meetingDecider,
      ...opened(),
      { type: 'RecordingOrdered', recording: 'recording-1' },
      { type: 'RecordingEnded', recording: 'recording-1', ended: 'by-adjournment' },
      ...listings,
    )
    expect(state.recordings[0]?.tracks).toEqual(tracks)
  })
})
