import { describe, expect, it } from 'vitest'
import type { Recorded } from '../../decider.ts'
import { MeetingEvent } from '../events.ts'
import { opened, START } from '../fictional-meeting.ts'
import { evolveMeeting, initialMeeting } from '../index.ts'
import type { Meeting } from '../state.ts'
import recorded from './events.json' with { type: 'json' }

/* Every shape of event that was ever recorded. A shape is added here when it is first recorded and never taken away. */

const at = (seq: number, event: MeetingEvent): Recorded<MeetingEvent> => ({
  seq,
  at: START + seq,
  by: { seat: 'officer' },
  event,
})
const fold = (events: readonly MeetingEvent[]): Meeting =>
  events.reduce((meeting, event, seq) => evolveMeeting(meeting, at(seq, event)), initialMeeting)

describe('every event ever recorded', () => {
  it('still parses, to exactly what was written', () => {
    for (const one of recorded) expect(MeetingEvent.parse(one)).toEqual(one)
  })

  it('has an example of each type there is, and of no other', () => {
    expect(recorded.map((one) => one.type)).toEqual(
      MeetingEvent.options.map((option) => option.shape.type.value),
    )
  })

  it('still evolves a meeting, one after the other', () => {
    const meeting = fold(recorded.map((one) => MeetingEvent.parse(one)))
    expect(meeting).toMatchObject({ phase: 'adjourned', number: 3, startsAt: 1_700_000_600_000 })
  })

  it('still evolves a meeting in session and one nobody convened', () => {
    for (const one of recorded) {
      const event = MeetingEvent.parse(one)
      expect(() => fold([...opened(), event])).not.toThrow()
      expect(() => fold([event])).not.toThrow()
    }
  })
})
