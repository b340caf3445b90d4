import type { Decider } from '../decider.ts'
import type { Refusal } from '../refusal.ts'
import type { MeetingCommand } from './commands.ts'
import { decideMeeting } from './decide.ts'
import type { MeetingEvent } from './events.ts'
import { evolveMeeting } from './evolve.ts'
import { initialMeeting } from './evolve/initial-meeting.ts'
import type { Meeting } from './state.ts'

export { MeetingCommand } from './commands.ts'
export { decideMeeting } from './decide.ts'
export { MeetingEvent } from './events.ts'
export { evolveMeeting } from './evolve.ts'
export { initialMeeting } from './evolve/initial-meeting.ts'
export { activeAt, headOf, packOf, personAt, seatOf, secretariatAt } from './seats.ts'
export type { Accredited, ItemState, Meeting, PastTurn, Request, Turn } from './state.ts'

/** The rules of a meeting, whole. */
export const meetingDecider: Decider<Meeting, MeetingCommand, MeetingEvent, Refusal> = {
  initial: initialMeeting,
  evolve: evolveMeeting,
  decide: decideMeeting,
}
