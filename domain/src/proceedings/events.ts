import * as z from 'zod'
import { MeetingCommand } from '../meeting/commands.ts'
import { MeetingEvent } from '../meeting/events.ts'
import { ReleaseCommand } from '../release/commands.ts'
import { ReleaseEvent } from '../release/events.ts'
import { TextCommand } from '../text/commands.ts'
import { TextEvent } from '../text/events.ts'

/** Everything that can be on a meeting log. */
export const ProceedingsEvent = z.discriminatedUnion('type', [
  ...MeetingEvent.options,
  ...TextEvent.options,
  ...ReleaseEvent.options,
])
export type ProceedingsEvent = z.infer<typeof ProceedingsEvent>

/** Everything a seat can ask of a meeting. */
export const ProceedingsCommand = z.discriminatedUnion('type', [
  ...MeetingCommand.options,
  ...TextCommand.options,
  ...ReleaseCommand.options,
])
export type ProceedingsCommand = z.infer<typeof ProceedingsCommand>
