import type { Act, Recorded } from '../decider.ts'
import type { MeetingCommand } from './commands.ts'
import type { MeetingEvent } from './events.ts'
import { act, chair, opened, START } from './fictional-meeting.ts'
import { decideMeeting, evolveMeeting, initialMeeting } from './index.ts'
import type { Meeting } from './state.ts'
import { Speech } from './things.ts'

/* Whole sittings at random: at every step somebody does something that could make sense just then, or nearly so. */

const PARTIES = ['north', 'south', 'east']
const SEATS = PARTIES.flatMap((id) => [`${id}-head`, `${id}-alternate`, `${id}-delegate`, `${id}-regional`])

type Choose = <Item>(items: readonly Item[]) => Item

const chairActs = (meeting: Meeting, choose: Choose): readonly MeetingCommand[] => [
  { type: 'GiveFloor' },
  { type: 'GiveFloor' },
  { type: 'GiveFloor', seat: choose(SEATS), kind: choose(Speech.options), departure: 'Chair’s choice' },
  { type: 'CallMessage' },
  { type: 'CallMessage', message: choose(['north-letter', 'south-letter']), departure: 'Chair’s choice' },
  { type: 'EndTurn' },
  { type: 'PauseFloor', cause: choose(['interpretation', 'technical', 'question'] as const) },
  { type: 'ResumeFloor' },
  { type: 'ResumeFloor' },
  { type: 'ExtendTime', bySeconds: 30 },
  { type: 'SetTimeLimit', kind: 'statement', limitSeconds: 45 },
  { type: 'TakeUpItem', item: choose(meeting.agenda).item.id },
  { type: 'TakeUpItem', item: choose(meeting.agenda).item.id },
  { type: 'ConcludeItem' },
  { type: 'OpenList' },
  { type: 'CloseList' },
  { type: 'RulePointOfOrder', ruling: choose(['upheld', 'rejected', 'noted'] as const) },
  { type: 'RulePointOfOrder', ruling: 'noted' },
  { type: 'DecideAppeal' },
  { type: 'DecideMotion' },
  { type: 'SuspendMeeting', cause: choose(['break', 'technical'] as const) },
  { type: 'ResumeMeeting' },
  { type: 'ResumeMeeting' },
  { type: 'EnterNote', body: { en: 'A note' } },
  { type: 'OrderRecording' },
  { type: 'EndRecording' },
]

const seatActs = (choose: Choose): readonly MeetingCommand[] => [
  { type: 'RequestFloor', kind: choose(Speech.options) },
  { type: 'RequestFloor', kind: 'statement' },
  { type: 'RequestFloor', kind: 'right-of-reply' },
  { type: 'WithdrawRequest' },
  { type: 'YieldFloor' },
  { type: 'PauseFloor', cause: 'interpretation' },
  { type: 'ResumeFloor' },
  { type: 'RaisePointOfOrder' },
  { type: 'AppealRuling' },
  { type: 'VoteOnAppeal', position: choose(['uphold', 'overrule', 'abstain'] as const) },
  { type: 'MoveMotion', kind: choose(['suspend-meeting', 'adjourn-debate', 'close-debate'] as const) },
  { type: 'OpposeMotion' },
]

/** Who leaves comes back, and now and then not: the room must not empty itself over a long sitting. */
const deskActs = (choose: Choose): readonly Act<MeetingCommand>[] => {
  const seat = choose(SEATS)
  const [party = '', role] = seat.split('-')
  return [
    act(`${party}-desk`, { type: 'WithdrawAccreditation', seat }),
    ...(['head', 'alternate', 'delegate', 'regional'] as const)
      .filter((one) => one === role)
      .map((one) =>
        act(`${party}-desk`, {
          type: 'AccreditPerson',
          seat,
          delegation: party,
          role: one,
          person: { name: { en: seat } },
        }),
      ),
  ]
}

/** An act that could make sense in this state, or nearly; three numbers choose it. */
export const plausibleAct = (
  meeting: Meeting,
  [a, b, c]: readonly [number, number, number],
): Act<MeetingCommand> => {
  let left = b
  const choose: Choose = (items) => {
    const item = items[left % items.length]
    left = (left * 31 + 7) % 1009
    if (item === undefined) throw new Error('nothing to choose from')
    return item
  }
  const turnHolder = meeting.turn?.seat
  const seat = turnHolder !== undefined && c % 3 === 0 ? turnHolder : choose(SEATS)
  if (a < 48) return chair(choose(chairActs(meeting, choose)))
  return a < 94 ? act(seat, choose(seatActs(choose))) : choose(deskActs(choose))
}

export type Played = {
  readonly log: readonly Recorded<MeetingEvent>[]
  readonly states: readonly Meeting[]
  readonly meeting: Meeting
  readonly refusals: number
}

/** Three numbers choosing an act, and the time since the last one in milliseconds. */
export type Step = readonly [number, number, number, number]

/** A whole sitting between three delegations: each step's act, allowed or refused, on the state the last one left. */
export const play = (pack: string, steps: readonly Step[]): Played => {
  const log: Recorded<MeetingEvent>[] = []
  const states: Meeting[] = []
  let meeting = initialMeeting
  let at = START
  let refusals = 0
  const record = (event: MeetingEvent, by: Act<MeetingCommand>['by']) => {
    const recorded = { seq: log.length, at, by, event }
    log.push(recorded)
    meeting = evolveMeeting(meeting, recorded)
    states.push(meeting)
  }
  for (const event of opened(pack, PARTIES)) record(event, { seat: 'joint-desk' })
  for (const [a, b, c, waitMs] of steps) {
    at += waitMs
    const { by, command } = plausibleAct(meeting, [a, b, c])
    const decision = decideMeeting(meeting, { by, command, at })
    if (decision.ok) for (const event of decision.events) record(event, by)
    else refusals += 1
  }
  return { log, states, meeting, refusals }
}
