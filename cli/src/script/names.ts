import { COMMANDS } from './commands.ts'
import type { ScriptOutline } from './outline.ts'
import type { ScriptPerson } from './script.ts'

/** Everything that has a name at some point of a meeting, whether the outline or a step gives it. */
export type Names = {
  readonly seats: ReadonlySet<string>
  readonly items: ReadonlySet<string>
  readonly messages: ReadonlySet<string>
  readonly texts: ReadonlySet<string>
  readonly proposals: ReadonlySet<string>
  readonly blocks: ReadonlySet<string>
  readonly releases: ReadonlySet<string>
  readonly delegations: ReadonlySet<string>
  /** Whether a step convenes the meeting, so that the outline need not. */
  readonly convenedByStep: boolean
  /** Whether somebody is appointed to the chair, by the outline or by a step. */
  readonly hasChair: boolean
}

/** Stands for the operator among the seats of a script. */
export const OPERATOR = 'operator'

type Written = Omit<ScriptOutline['meetings'][number], 'people'> & {
  readonly people: readonly ScriptPerson[]
}

/** Collects the names a meeting's outline and steps give. Nothing is judged; what cannot be read names nothing. */
export const namesOf = ({ dialogue, meetings }: ScriptOutline, meeting: Written): Names => {
  const given = commandsIn(meeting.steps ?? [])
  const named = (type: string, ...path: readonly string[]): readonly string[] =>
    given.flatMap((command) => (command.type === type ? textAt(command.fields, path) : []))
  // A secretariat seated in one meeting's steps serves the later ones too.
  const seated = commandsIn(meetings.flatMap(({ steps }) => steps ?? [])).flatMap((command) =>
    command.type === 'SeatSecretariat' ? textAt(command.fields, ['seat']) : [],
  )
  const texts = meeting.texts ?? []
  const blocks = texts.flatMap((text) => text.blocks ?? [])
  return {
    seats: new Set([
      OPERATOR,
      ...dialogue.secretariats.map(({ seat }) => seat),
      ...meeting.people.map(({ seat }) => seat),
      ...named('AccreditPerson', 'seat'),
      ...seated,
    ]),
    items: new Set([...(meeting.agenda ?? []).map(({ id }) => id), ...named('PlaceItem', 'item', 'id')]),
    messages: new Set([
      ...(meeting.messages ?? []).map(({ id }) => id),
      ...named('ReceiveMessage', 'message', 'id'),
    ]),
    texts: new Set([...texts.map(({ id }) => id), ...named('OpenText', 'text')]),
    proposals: new Set([
      ...blocks.map(({ id, proposal }) => proposal ?? id),
      ...named('TableProposal', 'proposal'),
    ]),
    blocks: new Set([...blocks.map(({ id }) => id), ...named('TableProposal', 'block')]),
    releases: new Set([...published(meeting.steps ?? []), ...named('DraftRelease', 'release')]),
    delegations: new Set(dialogue.parties.map(({ id }) => id)),
    hasChair: meeting.chair !== undefined || given.some(({ type }) => type === 'AppointChair'),
    convenedByStep: named('ConveneMeeting', 'meeting').includes(meeting.id),
  }
}

type Given = { readonly type: string; readonly fields: unknown }

/** The commands written anywhere in steps, whoever gives them. */
const commandsIn = (steps: readonly unknown[]): readonly Given[] =>
  steps
    .flatMap((step) => entriesOf(step))
    .flatMap(([, written]) =>
      (Array.isArray(written) ? written : [written]).flatMap((one: unknown) =>
        entriesOf(one).flatMap(([type, fields]) => (COMMANDS.has(type) ? [{ type, fields }] : [])),
      ),
    )

const published = (steps: readonly unknown[]): readonly string[] =>
  steps.flatMap((step) => textAt(step, ['publish', 'release']))

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []

const textAt = (value: unknown, path: readonly string[]): readonly string[] => {
  let inner: unknown = value
  for (const key of path) {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, key)) return []
    inner = Reflect.get(inner, key)
  }
  return typeof inner === 'string' ? [inner] : []
}
