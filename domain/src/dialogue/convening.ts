import type { Act } from '../decider.ts'
import type { MeetingEvent } from '../meeting/events.ts'
import type { Refusal } from '../refusal.ts'
import { rulePack } from '../rules/index.ts'
import { exceedsWriting } from '../words/size.ts'
import type { DialogueCommand } from './commands.ts'
import type { DialogueEvent } from './events.ts'
import type { Dialogue } from './state.ts'

export type ConveneMeeting = Extract<DialogueCommand, { type: 'ConveneMeeting' }>
export type MeetingConvened = Extract<MeetingEvent, { type: 'MeetingConvened' }>

/** What convening leads to, on two logs at once: both are appended or neither. */
export type Convened =
  | {
      readonly ok: true
      readonly dialogue: readonly DialogueEvent[]
      readonly meeting: readonly MeetingEvent[]
    }
  | { readonly ok: false; readonly refusal: Refusal }

const refused = (refusal: Refusal): Convened => ({ ok: false, refusal })

/** Numbers the meeting on the dialogue's log and opens the meeting's own with its first fact. */
export const decideConvening = (dialogue: Dialogue, { by, command }: Act<ConveneMeeting>): Convened => {
  if (!dialogue.founded) return refused({ code: 'dialogue-unknown' })
  const isSecretariat = 'seat' in by && dialogue.secretariats.some(({ seat }) => seat === by.seat)
  if (!isSecretariat) return refused({ code: 'not-entitled', needs: 'secretariat' })
  const { meeting } = command
  if (dialogue.meetings.some((one) => one.meeting === meeting)) {
    return refused({ code: 'meeting-exists', meeting })
  }
  const number = command.number ?? nextNumber(dialogue)
  if (dialogue.meetings.some((one) => one.number === number)) return refused({ code: 'number-taken', number })
  const host = command.host ?? nextHost(dialogue, number)
  if (dialogue.parties.every(({ id }) => id !== host)) {
    return refused({ code: 'delegation-unknown', delegation: host })
  }
  const foreign = command.languages?.find((language) => !dialogue.languages.includes(language))
  if (foreign !== undefined) return refused({ code: 'language-not-of-the-dialogue', language: foreign })
  const rules = command.rulePack ?? dialogue.rulePack
  if (rulePack(rules) === undefined) return refused({ code: 'rule-pack-unknown', rulePack: rules })
  const first = convened(dialogue, command, number, host)
  if (exceedsWriting(first)) return refused({ code: 'dialogue-too-large' })
  return { ok: true, dialogue: [{ type: 'MeetingNumbered', meeting, number, host }], meeting: [first] }
}

/** The first fact of a meeting's log: whole, so that the meeting can be followed without the dialogue's log. */
export const convened = (
  dialogue: Dialogue,
  command: ConveneMeeting,
  number: number,
  host: string,
): MeetingConvened => {
  const { theme, mode, startsAt, languages, rulePack, retrospective, meeting } = command
  return {
    type: 'MeetingConvened',
    meeting,
    dialogue: dialogue.dialogue,
    dialogueName: dialogue.name,
    number,
    host,
    delegations: [...dialogue.parties],
    secretariats: [...dialogue.secretariats],
    theme,
    mode,
    startsAt,
    languages: languages ?? [...dialogue.languages],
    rulePack: rulePack ?? dialogue.rulePack,
    ...(retrospective === undefined ? {} : { retrospective }),
  }
}

/** What the dialogue's meetings that are not yet adjourned must hear of a fact on the dialogue's log. */
export const announcedToMeetings = (event: DialogueEvent): readonly MeetingEvent[] => {
  switch (event.type) {
    case 'SecretariatSeated':
      return [{ ...event, type: 'SecretariatJoined' }]
    case 'SecretariatUnseated':
      return [{ ...event, type: 'SecretariatLeft' }]
    case 'DialogueFounded':
    case 'RulePackChosen':
    case 'MeetingNumbered':
      return []
  }
}

/** The highest number a meeting can have. */
const LAST_NUMBER = 9999

/** After the last number there is only that one, which is taken; a free one must then be given. */
const nextNumber = ({ meetings }: Dialogue): number =>
  Math.min(LAST_NUMBER, Math.max(0, ...meetings.map(({ number }) => number)) + 1)

/** Hosts follow one another in the order of the parties, after the host of the last meeting with a lower number. */
const nextHost = ({ meetings, parties }: Dialogue, number: number): string => {
  const last = meetings
    .filter((one) => one.number < number)
    .toSorted((one, other) => other.number - one.number)
    .at(0)
  const after = last === undefined ? -1 : parties.findIndex(({ id }) => id === last.host)
  const next = parties[(after + 1) % parties.length]
  if (next === undefined) throw new Error('a dialogue without parties')
  return next.id
}
