import { announcedToMeetings, decideConvening, decideDialogue } from '@parley/domain/dialogue'
import type { Act } from '@parley/domain/decider'
import type { DialogueCommand } from '@parley/domain/dialogue/commands'
import type { DialogueEvent } from '@parley/domain/dialogue/events'
import type { ProceedingsEvent } from '@parley/domain/proceedings/events'
import type { Refusal } from '@parley/domain/refusal'
import type { Author } from '@parley/domain/words/identity'
import { lookup } from '@parley/domain/words/lookup'
import { logName } from '@parley/protocol/address'
import type { Clock } from '../ports/clock.ts'
import type { Folded } from './folds.ts'
import type { Logs } from './logs.ts'
import { shareOf } from './share.ts'
import { momentAfter, type Plan } from './transact.ts'
import type { Dialogue } from '@parley/domain/dialogue/state'
import type { Proceedings } from '@parley/domain/proceedings/state'

type Asked = {
  readonly logs: Logs
  readonly clock: Clock
  readonly dialogue: string
  readonly by: Author
  readonly command: DialogueCommand
}

/** A log that the act adds to besides the dialogue's own. */
type Touched = { readonly log: string; readonly folded: Folded<Proceedings> }

/** The names of the logs an act on a dialogue may add to, the dialogue's own first. */
export const logsTouched = async (
  logs: Logs,
  dialogue: string,
  command: DialogueCommand,
): Promise<readonly [string, ...string[]]> => {
  const meetings = meetingsTouched((await logs.dialogue(dialogue)).state, command)
  return [
    logName({ kind: 'dialogue', dialogue }),
    ...meetings.map((meeting) => logName({ kind: 'meeting', dialogue, meeting })),
  ]
}

/**
 * Decides an act on a dialogue together with what it means for its meetings: convening opens the meeting's log, and a
 * change of secretariat is told to every meeting not adjourned.
 */
export const planDialogueAct = async ({ logs, clock, dialogue, by, command }: Asked): Promise<Plan> => {
  const log = logName({ kind: 'dialogue', dialogue })
  const folded = await logs.dialogues.load(log)
  const touched: Touched[] = []
  for (const meeting of meetingsTouched(folded.state, command)) {
    const name = logName({ kind: 'meeting', dialogue, meeting })
    touched.push({ log: name, folded: await logs.meetings.load(name) })
  }
  const at = momentAfter(clock, folded.lastAt, ...touched.map((one) => one.folded.lastAt))
  const decision = decideBoth(folded.state, { by, at, command }, touched)
  if (!decision.ok) return decision
  return {
    ok: true,
    at,
    shares: [
      shareOf(log, folded.size, decision.dialogue, logs.dialogues),
      ...decision.meetings.map(({ log, size, events }) => shareOf(log, size, events, logs.meetings)),
    ],
  }
}

type Both =
  | {
      readonly ok: true
      readonly dialogue: readonly DialogueEvent[]
      readonly meetings: readonly {
        readonly log: string
        readonly size: number
        readonly events: readonly ProceedingsEvent[]
      }[]
    }
  | { readonly ok: false; readonly refusal: Refusal }

const decideBoth = (dialogue: Dialogue, act: Act<DialogueCommand>, touched: readonly Touched[]): Both => {
  const { command } = act
  if (command.type === 'ConveneMeeting') {
    const decision = decideConvening(dialogue, { ...act, command })
    if (!decision.ok) return decision
    const [opened] = touched
    if (opened === undefined || opened.folded.size > 0) {
      return { ok: false, refusal: { code: 'meeting-exists', meeting: command.meeting } }
    }
    return {
      ok: true,
      dialogue: decision.dialogue,
      meetings: [{ log: opened.log, size: 0, events: decision.meeting }],
    }
  }
  const own = decideDialogue(dialogue, act)
  if (!own.ok) return own
  const running = touched.filter(({ folded }) => folded.state.meeting.phase !== 'adjourned')
  const taken = seatTaken(running, command)
  if (taken !== undefined) return { ok: false, refusal: { code: 'seat-taken', seat: taken } }
  return {
    ok: true,
    dialogue: own.events,
    meetings: running.map(({ log, folded }) => ({
      log,
      size: folded.size,
      events: own.events.flatMap(announcedToMeetings),
    })),
  }
}

/** A seat that stands for a person at a meeting cannot stand for a secretariat of it as well. */
const seatTaken = (running: readonly Touched[], command: DialogueCommand): string | undefined => {
  if (command.type !== 'SeatSecretariat') return undefined
  const { seat } = command
  const taken = running.some(({ folded }) => lookup(folded.state.meeting.people, seat) !== undefined)
  return taken ? seat : undefined
}

const meetingsTouched = (dialogue: Dialogue, command: DialogueCommand): readonly string[] => {
  switch (command.type) {
    case 'ConveneMeeting':
      return [command.meeting]
    case 'SeatSecretariat':
    case 'UnseatSecretariat':
      return dialogue.meetings.map(({ meeting }) => meeting)
    case 'FoundDialogue':
    case 'ChooseRulePack':
      return []
  }
}
