import { CHAIRING_ROLES } from '@parley/domain/meeting/seats'
import type { Checker } from './checker.ts'
import { checkRules, checkSeatName } from './check-dialogue.ts'
import type { Names } from './names.ts'
import type { ItemOutline, ScriptOutline, TextOutline } from './outline.ts'
import type { ScriptMeeting, ScriptPerson } from './script.ts'

type Path = readonly PropertyKey[]
type Prepared = Omit<ScriptMeeting, 'steps' | 'place'>

/** What a meeting's outline says about itself and of the dialogue; the steps are checked by `check-steps.ts`. */
export const checkMeeting = (
  dialogue: ScriptOutline['dialogue'],
  meeting: Prepared,
  names: Names,
  path: Path,
  checker: Checker,
): void => {
  const secretariats = new Set(dialogue.secretariats.map(({ seat }) => seat))
  if (!names.convenedByStep) {
    for (const field of ['theme', 'starts'] as const) {
      if (meeting[field] === undefined) {
        checker.tell(
          path,
          `expected “${field}” for the meeting “${meeting.id}”, or a step with ConveneMeeting`,
        )
      }
    }
  }
  if (meeting.host !== undefined) checker.known('party', meeting.host, names.delegations, [...path, 'host'])
  if (meeting.convenedBy !== undefined) {
    checker.known('secretariat', meeting.convenedBy, secretariats, [...path, 'convenedBy'])
  }
  for (const delegation of Object.keys(meeting.themes ?? {})) {
    checker.known('party', delegation, names.delegations, [...path, 'themes', delegation])
  }
  checkRules(meeting.rules, [...path, 'rules'], checker)
  checker.languages(meeting.languages ?? [], dialogue.languages, 'dialogue', [...path, 'languages'])
  checkPeople(meeting, secretariats, names, path, checker)
  for (const [index, item] of (meeting.agenda ?? []).entries()) {
    checkItem(item, names, [...path, 'agenda', index], checker)
  }
  checkPapers(meeting, names, path, checker)
  const languages = meeting.languages ?? dialogue.languages
  for (const [index, text] of (meeting.texts ?? []).entries()) {
    checkText(text, languages, names, [...path, 'texts', index], checker)
  }
  once(meeting.agenda, 'item', [...path, 'agenda'], checker)
  once(meeting.messages, 'message', [...path, 'messages'], checker)
  once(meeting.documents, 'document', [...path, 'documents'], checker)
  once(meeting.texts, 'text', [...path, 'texts'], checker)
}

const checkPeople = (
  meeting: Prepared,
  secretariats: ReadonlySet<string>,
  names: Names,
  path: Path,
  checker: Checker,
): void => {
  const at = (index: number): Path => [...path, 'people', index, 'seat']
  const { people } = meeting
  checker.once(
    people.map(({ seat }) => seat),
    at,
    'seat',
  )
  const heads = people.map((one, index) =>
    one.role === 'head' ? `the head of ${one.delegation ?? ''}` : `#${index}`,
  )
  checker.once(heads, at, 'head')
  for (const [index, person] of people.entries()) {
    checkSeatName(person.seat, at(index), checker)
    if (secretariats.has(person.seat)) {
      checker.tell(at(index), `expected another seat; “${person.seat}” is a secretariat’s`)
    }
    checkRole(person, names, [...path, 'people', index], checker)
  }
  for (const [index, seat] of (meeting.chair ?? []).entries()) {
    const person = people.find((one) => one.seat === seat)
    checker.known('seat', seat, names.seats, [...path, 'chair', index])
    if (person !== undefined && !CHAIRING_ROLES.includes(person.role)) {
      checker.tell(
        [...path, 'chair', index],
        `expected one of ${CHAIRING_ROLES.join(', ')} in the chair, found ${person.role}`,
      )
    }
  }
}

const WITHOUT_DELEGATION: readonly string[] = ['officer', 'interpreter', 'observer']

const checkRole = (
  { seat, role, delegation }: ScriptPerson,
  names: Names,
  path: Path,
  checker: Checker,
): void => {
  if (delegation !== undefined)
    checker.known('delegation', delegation, names.delegations, [...path, 'delegation'])
  if (WITHOUT_DELEGATION.includes(role)) {
    if (delegation !== undefined)
      checker.tell([...path, 'delegation'], `expected no delegation; “${seat}” is ${role}`)
  } else if (delegation === undefined && role !== 'press') {
    checker.tell(path, `expected “delegation” for “${seat}”, who is ${role}`)
  }
}

const checkItem = (item: ItemOutline, names: Names, path: Path, checker: Checker): void => {
  const speakers = (seats: readonly string[], field: string): void => {
    for (const [index, seat] of seats.entries()) {
      checker.known('seat', seat, names.seats, [...path, field, index])
    }
  }
  switch (item.kind) {
    case 'topic':
    case 'remarks':
      return speakers(item.speakers ?? [], 'speakers')
    case 'exchange':
      return speakers(item.between, 'between')
    case 'text':
    case 'adoption':
    case 'signature':
      if (item.text !== undefined) checker.known('text', item.text, names.texts, [...path, 'text'])
      return
    case 'messages':
    case 'break':
  }
}

const checkPapers = (meeting: Prepared, names: Names, path: Path, checker: Checker): void => {
  for (const [index, { delegation, reader }] of (meeting.messages ?? []).entries()) {
    checker.known('delegation', delegation, names.delegations, [...path, 'messages', index, 'delegation'])
    checker.known('seat', reader, names.seats, [...path, 'messages', index, 'reader'])
  }
  for (const [index, { delegation }] of (meeting.documents ?? []).entries()) {
    if (delegation !== undefined) {
      checker.known('delegation', delegation, names.delegations, [...path, 'documents', index, 'delegation'])
    }
  }
}

const checkText = (
  text: TextOutline,
  ofMeeting: readonly string[],
  names: Names,
  path: Path,
  checker: Checker,
): void => {
  checker.languages(text.languages ?? [], ofMeeting, 'meeting', [...path, 'languages'])
  const languages = text.languages ?? ofMeeting
  for (const language of languages) {
    if (text.title[language] === undefined)
      checker.tell([...path, 'title'], `expected the title in “${language}” too`)
  }
  if (text.by !== undefined) checker.known('seat', text.by, names.seats, [...path, 'by'])
  once(text.blocks, 'block', [...path, 'blocks'], checker)
  for (const [index, { body, by }] of (text.blocks ?? []).entries()) {
    checker.languages(Object.keys(body), languages, 'text', [...path, 'blocks', index, 'body'])
    if (by !== undefined) checker.known('seat', by, names.seats, [...path, 'blocks', index, 'by'])
  }
}

const once = (
  things: readonly { readonly id: string }[] | undefined,
  what: string,
  path: Path,
  checker: Checker,
): void =>
  checker.once(
    (things ?? []).map(({ id }) => id),
    (index) => [...path, index, 'id'],
    what,
  )
