import type { PublicDialogue, PublicMeeting, PublicPerson } from '../application/archive/public-record.ts'

/** One person's part in one meeting. */
export type Appearance = { readonly meeting: PublicMeeting; readonly as: PublicPerson }

/** A person as a dialogue's meetings know them, the latest meeting first. */
export type PersonFile = {
  readonly dialogue: string
  readonly appearances: readonly [Appearance, ...Appearance[]]
}

/**
 * The people who acted in a dialogue's public meetings: presided, spoke, read a message, exchanged views or signed.
 * Seats belong to meetings; two seats are one person when their names agree in every language both have.
 */
export const peopleOf = ({ dialogue, meetings }: PublicDialogue): readonly PersonFile[] => {
  const files: { dialogue: string; appearances: [Appearance, ...Appearance[]] }[] = []
  for (const meeting of meetings) {
    const acted = actors(meeting)
    for (const as of meeting.people.filter(({ seat }) => acted.has(seat))) {
      const known = files.find(({ appearances: [{ as: other }] }) => isSamePerson(as, other))
      if (known === undefined) files.push({ dialogue, appearances: [{ meeting, as }] })
      else known.appearances.push({ meeting, as })
    }
  }
  return files
}

/** The seats of a meeting that have a page of their own. */
export const actors = (meeting: PublicMeeting): ReadonlySet<string> =>
  new Set([
    ...meeting.people.filter(({ role }) => role === 'head').map(({ seat }) => seat),
    ...meeting.chair,
    ...meeting.messages.map(({ reader }) => reader),
    ...meeting.items.flatMap(({ item, turns }) => [
      ...turns.map(({ seat }) => seat),
      ...(item.kind === 'exchange' ? item.between : []),
    ]),
    ...meeting.texts.flatMap(({ signed, initialled }) => [...signed, ...initialled].map(({ seat }) => seat)),
  ])

const isSamePerson = (one: PublicPerson, other: PublicPerson): boolean => {
  if (one.delegation !== other.delegation) return false
  const shared = Object.keys(one.person.name).filter((language) => Object.hasOwn(other.person.name, language))
  return (
    shared.length > 0 && shared.every((language) => one.person.name[language] === other.person.name[language])
  )
}

export const personIn = (meeting: PublicMeeting, seat: string): PublicPerson | undefined =>
  meeting.people.find((person) => person.seat === seat)
