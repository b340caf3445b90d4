import type { Act, Decision } from '../decider.ts'
import type { MeetingCommand } from '../meeting/commands.ts'
import { decideMeeting } from '../meeting/index.ts'
import type { Refusal } from '../refusal.ts'
import { ReleaseCommand } from '../release/commands.ts'
import { decideRelease } from '../release/decide.ts'
import { TextCommand } from '../text/commands.ts'
import { decideText } from '../text/decide/decide-text.ts'
import type { ProceedingsCommand, ProceedingsEvent } from './events.ts'
import type { Proceedings } from './state.ts'

/** What an act at a meeting leads to on the meeting's log. */
export const decideProceedings = (
  { meeting, texts, releases }: Proceedings,
  { command, ...act }: Act<ProceedingsCommand>,
): Decision<ProceedingsEvent, Refusal> => {
  if (isTextCommand(command)) return decideText(texts, { ...act, command }, meeting)
  if (isReleaseCommand(command)) return decideRelease(releases, { ...act, command }, meeting)
  return decideMeeting(meeting, { ...act, command })
}

const TEXT_TYPES: ReadonlySet<string> = new Set(TextCommand.options.map(({ shape }) => shape.type.value))
const RELEASE_TYPES: ReadonlySet<string> = new Set(
  ReleaseCommand.options.map(({ shape }) => shape.type.value),
)

const isTextCommand = (command: ProceedingsCommand): command is TextCommand => TEXT_TYPES.has(command.type)

const isReleaseCommand = (command: MeetingCommand | ReleaseCommand): command is ReleaseCommand =>
  RELEASE_TYPES.has(command.type)
