import type { MeetingOutline, PersonOutline, ScriptOutline } from './outline.ts'
import { oneOf } from './nearest.ts'
import type { ScriptPerson } from './script.ts'
import type { ScriptProblem } from './script-problem.ts'
import type { Source } from './source.ts'

/** A meeting with everything its `like` stands for in its place, but for the people. */
type Completed = Omit<MeetingOutline, 'like'>

/** What one meeting takes over from another. Number, start, texts and steps are each meeting's own. */
const TAKEN_OVER = [
  'host',
  'convenedBy',
  'theme',
  'themes',
  'mode',
  'languages',
  'rules',
  'people',
  'chair',
  'agenda',
] as const

/** Follows the references between the meetings of a script, and between their people; loops and dead ends are told, with the chain. */
export class Likes {
  readonly problems: ScriptProblem[] = []
  readonly #meetings: readonly MeetingOutline[]
  readonly #source: Source

  constructor(script: ScriptOutline, source: Source) {
    this.#meetings = script.meetings
    this.#source = source
  }

  meeting(index: number): Completed | undefined {
    const meeting = this.#meetings[index]
    return meeting === undefined ? undefined : this.#meeting(meeting, index, [])
  }

  people(index: number): readonly ScriptPerson[] {
    const { at, people } = this.#peopleOf(index)
    return people.flatMap((person, place) => {
      const path = ['meetings', at, 'people', place]
      const whole = this.#person(person, index, path, [])
      if (whole === undefined) return []
      const { role, name } = whole
      if (role === undefined) this.#tell(path, `expected “role” for “${person.seat}”`)
      if (name === undefined) this.#tell(path, `expected “name” for “${person.seat}”`)
      if (role === undefined || name === undefined) return []
      const { like: _like, ...rest } = whole
      return [{ ...rest, role, name, place: this.#source.placeOf(path) }]
    })
  }

  #meeting(meeting: MeetingOutline, index: number, chain: readonly string[]): Completed | undefined {
    const { like, ...own } = meeting
    if (like === undefined) return own
    const path = ['meetings', index, 'like']
    if (chain.includes(meeting.id) || like === meeting.id) {
      return this.#loop(path, [...chain, meeting.id, ...(like === meeting.id ? [like] : [])])
    }
    const other = this.#indexOf(like)
    const model = this.#meetings[other]
    if (model === undefined) {
      this.#tell(
        path,
        `no meeting “${like}”: ${oneOf(
          like,
          this.#meetings.map(({ id }) => id),
        )}`,
      )
      return undefined
    }
    const completed = this.#meeting(model, other, [...chain, meeting.id])
    if (completed === undefined) return undefined
    const taken = Object.fromEntries(
      TAKEN_OVER.flatMap((field) => (completed[field] === undefined ? [] : [[field, completed[field]]])),
    )
    return { ...taken, ...own }
  }

  /** The people of a meeting and where in the script they are written: in the meeting itself, or in the one it is like. */
  #peopleOf(index: number, seen: readonly number[] = []): { at: number; people: readonly PersonOutline[] } {
    const meeting = this.#meetings[index]
    if (meeting?.people !== undefined || meeting?.like === undefined || seen.includes(index)) {
      return { at: index, people: meeting?.people ?? [] }
    }
    return this.#peopleOf(this.#indexOf(meeting.like), [...seen, index])
  }

  #person(
    person: PersonOutline,
    meeting: number,
    path: readonly PropertyKey[],
    chain: readonly string[],
  ): PersonOutline | undefined {
    const { like } = person
    if (like === undefined) return person
    const here = `${this.#meetings[meeting]?.id ?? ''}/${person.seat}`
    const at = [...path, 'like']
    if (chain.includes(here)) return this.#loop(at, [...chain, here])
    const [id = '', seat = '', ...rest] = like.split('/')
    const other = this.#indexOf(id)
    if (rest.length > 0 || seat === '') {
      this.#tell(at, `expected “meeting/seat”, found “${like}”`)
      return undefined
    }
    if (other === -1) {
      this.#tell(
        at,
        `no meeting “${id}”: ${oneOf(
          id,
          this.#meetings.map((one) => one.id),
        )}`,
      )
      return undefined
    }
    const { at: written, people } = this.#peopleOf(other)
    const place = people.findIndex((one) => one.seat === seat)
    const model = people[place]
    if (model === undefined) {
      this.#tell(
        at,
        `no “${seat}” at “${id}”: ${oneOf(
          seat,
          people.map((one) => one.seat),
        )}`,
      )
      return undefined
    }
    const whole = this.#person(model, other, ['meetings', written, 'people', place], [...chain, here])
    return whole === undefined ? undefined : { ...whole, ...person }
  }

  #indexOf(id: string): number {
    return this.#meetings.findIndex((one) => one.id === id)
  }

  #loop(path: readonly PropertyKey[], chain: readonly string[]): undefined {
    this.#tell(path, `expected no loop of references, found ${chain.join(' → ')}`)
  }

  #tell(path: readonly PropertyKey[], expected: string): void {
    const place = this.#source.placeOf(path)
    const known = this.problems.some(
      (one) => one.line === place.line && one.column === place.column && one.expected === expected,
    )
    if (!known) this.problems.push({ ...place, expected })
  }
}
