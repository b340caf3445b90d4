import type { Act, Recorded } from '../decider.ts'
import { given } from '../given.ts'
import type { Party } from '../dialogue/events.ts'
import type { Localized } from '../words/language.ts'
import type { MeetingCommand } from './commands.ts'
import type { MeetingEvent } from './events.ts'
import { meetingDecider } from './index.ts'
import type { AgendaItem, Role } from './things.ts'

/*
 * A meeting between fictional delegations, for tests that are not about how it came to be. Seats are called after
 * party and role: `north-head`, `south-delegate`; `north-desk` and `south-desk` are the secretariats, `joint-desk` is
 * of neither. `officer` presides.
 */

const words = (text: string): Localized => ({ zh: text, ru: text, en: text })

export const party = (id: string, timeZone = 'Asia/Shanghai'): Party => ({
  id,
  name: words(`The ${id} party`),
  city: words(`${id} city`),
  timeZone,
  language: 'zh',
})

export const START = 1_000_000

export const convened = (
  rulePack = 'bilateral/1',
  parties: readonly string[] = ['north', 'south'],
): MeetingEvent => ({
  type: 'MeetingConvened',
  meeting: 'm8',
  dialogue: 'north-south',
  dialogueName: words('The dialogue'),
  number: 8,
  host: 'north',
  delegations: parties.map((id) => party(id)),
  secretariats: [
    ...parties.map((id) => ({ seat: `${id}-desk`, party: id, person: { name: words(`${id} desk`) } })),
    { seat: 'joint-desk', person: { name: words('joint desk') } },
  ],
  theme: words('Theme'),
  mode: 'video',
  startsAt: START,
  languages: ['zh', 'ru', 'en'],
  rulePack,
})

export const accredited = (seat: string, role: Role, delegation?: string): MeetingEvent => ({
  type: 'PersonAccredited',
  seat,
  role,
  person: { name: words(seat) },
  ...(delegation === undefined ? {} : { delegation }),
})

export const placed = (position: number, item: AgendaItem): MeetingEvent => ({
  type: 'ItemPlaced',
  item,
  position,
})

export const title = words('Item')

/** One item of every kind. `topic` names a speaker of each side; `exchange` is between the two regional guests. */
export const ITEMS: readonly AgendaItem[] = [
  { kind: 'messages', id: 'messages', title },
  { kind: 'topic', id: 'topic', title, speakers: ['south-delegate', 'north-delegate'] },
  { kind: 'topic', id: 'open-topic', title },
  { kind: 'exchange', id: 'exchange', title, between: ['north-regional', 'south-regional'] },
  { kind: 'text', id: 'text', title },
  { kind: 'adoption', id: 'adoption', title },
  { kind: 'signature', id: 'signature', title },
  { kind: 'remarks', id: 'remarks', title, speakers: ['north-head'] },
  { kind: 'break', id: 'break', title },
]

const ROLES: readonly Role[] = ['head', 'alternate', 'delegate', 'regional', 'adviser', 'secretary', 'press']

export const message = (id: string, delegation: string, reader = `${delegation}-head`): MeetingEvent => ({
  type: 'MessageReceived',
  message: {
    id,
    form: 'letter',
    author: { name: words(`Author of ${id}`) },
    delegation,
    reader,
  },
})

/** Everything in place before opening: people of every role, an officer in the chair, one item of every kind, a letter from each side. */
export const prepared = (
  rulePack = 'bilateral/1',
  parties: readonly string[] = ['north', 'south'],
): readonly MeetingEvent[] => [
  convened(rulePack, parties),
  ...parties.flatMap((id) => ROLES.map((role) => accredited(`${id}-${role}`, role, id))),
  accredited('officer', 'officer'),
  accredited('interpreter', 'interpreter'),
  accredited('observer', 'observer'),
  { type: 'ChairAppointed', seats: ['officer'] },
  ...ITEMS.map((item, position) => placed(position, item)),
  message('south-letter', 'south'),
  message('north-letter', 'north'),
]

export const opened = (
  rulePack = 'bilateral/1',
  parties: readonly string[] = ['north', 'south'],
): readonly MeetingEvent[] => [...prepared(rulePack, parties), { type: 'MeetingOpened' }]

/** What a seat does; a second after the start unless told otherwise. */
export const act = (seat: string, command: MeetingCommand, at = START + 1000): Act<MeetingCommand> => ({
  by: { seat },
  at,
  command,
})

/** What the presiding officer does. */
export const chair = (command: MeetingCommand, at?: number): Act<MeetingCommand> =>
  act('officer', command, at)

/** A meeting in session under `item`, with nobody on the list but those the item names. */
export const under = (item: string, rulePack = 'bilateral/1', parties?: readonly string[]) =>
  given(meetingDecider, ...opened(rulePack, parties)).after(chair({ type: 'TakeUpItem', item }))

/** Facts as a log holds them, one second apart from the start. */
export const recorded = (events: readonly MeetingEvent[]): readonly Recorded<MeetingEvent>[] =>
  events.map((event, seq) => ({ seq, at: START + seq * 1000, by: { seat: 'officer' }, event }))
