import type { Decider } from '../decider.ts'
import type { Refusal } from '../refusal.ts'
import type { DialogueCommand } from './commands.ts'
import { decideDialogue } from './decide.ts'
import type { DialogueEvent } from './events.ts'
import { evolveDialogue } from './evolve.ts'
import { initialDialogue } from './state.ts'
import type { Dialogue } from './state.ts'

export { DialogueCommand } from './commands.ts'
export { announcedToMeetings, convened, decideConvening } from './convening.ts'
export type { Convened, ConveneMeeting, MeetingConvened } from './convening.ts'
export { decideDialogue, secretariatOf } from './decide.ts'
export { DialogueEvent, Party, SecretariatSeat } from './events.ts'
export { evolveDialogue } from './evolve.ts'
export type { Dialogue, NumberedMeeting } from './state.ts'
export { initialDialogue } from './state.ts'

/** The rules of a dialogue's log, whole. */
export const dialogueDecider: Decider<Dialogue, DialogueCommand, DialogueEvent, Refusal> = {
  initial: initialDialogue,
  evolve: evolveDialogue,
  decide: decideDialogue,
}
