import * as z from 'zod'
import { COMMANDS, isBare, type ScriptCommand } from './commands.ts'
import { found, readBy } from './expected.ts'
import { nearest, oneOf } from './nearest.ts'
import type { Step } from './script.ts'
import type { ScriptProblem } from './script-problem.ts'
import type { Source } from './source.ts'
import { BESIDE_REFUSED, BESIDE_SEAT, isStepWord, RESERVED, STEP_WORDS, type StepWord } from './steps.ts'
import { secondsOf } from './time.ts'

type Path = readonly PropertyKey[]

/** Reads steps one by one; collects what is wrong with each. */
export class StepReader {
  readonly problems: ScriptProblem[] = []
  readonly #source: Source
  readonly #seats: ReadonlySet<string>

  /** `seats`: everybody who can act at some point of the meeting. */
  constructor(source: Source, seats: ReadonlySet<string>) {
    this.#source = source
    this.#seats = seats
  }

  /** The steps one written step amounts to: several acts of a seat may be written as one. */
  read(value: unknown, path: Path): readonly Step[] {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return this.#wrong(path, `expected a step such as “seat: Command”, found ${found(value)}`)
    }
    const entries = Object.entries(value)
    const [word] = entries.map(([key]) => key).filter((key) => isStepWord(key) || key === 'refused')
    if (word === undefined) return this.#acts(entries, path)
    const stray = entries.find(([key]) => key !== word)
    if (stray !== undefined) {
      return this.#wrongKey(
        [...path, stray[0]],
        `expected “${word}” alone in its step; begin the next with “-”`,
      )
    }
    const inner: unknown = Reflect.get(value, word)
    if (isStepWord(word)) return this.#word(word, inner, [...path, word])
    return this.#refused(inner, [...path, word], path)
  }

  #word(word: StepWord, value: unknown, path: Path): readonly Step[] {
    const here = { place: this.#source.placeOf(path.slice(0, -1)), at: path }
    switch (word) {
      case 'label':
        return this.#by(STEP_WORDS.label, value, path, (label) => ({ ...here, word, label }))
      case 'wait':
        return this.#by(STEP_WORDS.wait, value, path, (wait) => ({ ...here, word, seconds: secondsOf(wait) }))
      case 'item':
        return this.#by(STEP_WORDS.item, value, path, (item) => {
          const taken = typeof item === 'string' ? { take: item } : item
          return { ...here, word, ...taken }
        })
      case 'hear':
        return this.#by(STEP_WORDS.hear, value, path, (hear) => {
          const how = hear === 'all' ? {} : hear
          return { ...here, word, ...how }
        })
      case 'speak':
        return this.#by(STEP_WORDS.speak, value, path, (speak) => {
          const how = typeof speak === 'string' ? { by: speak } : speak
          return { ...here, word, ...how }
        })
      case 'read':
        return this.#by(STEP_WORDS.read, value, path, (read) => {
          const how = read === 'all' ? {} : read
          return { ...here, word, all: read === 'all', ...how }
        })
      case 'agree':
      case 'adopt':
      case 'initial':
      case 'sign':
        return this.#wordOnText(word, value, path)
      case 'publish':
        return this.#by(STEP_WORDS.publish, value, path, (publish) => ({ ...here, word, ...publish }))
      case 'expect':
        return this.#by(STEP_WORDS.expect, value, path, (expected) => ({ ...here, word, expected }))
    }
  }

  #wordOnText(word: 'agree' | 'adopt' | 'initial' | 'sign', value: unknown, path: Path): readonly Step[] {
    const here = { place: this.#source.placeOf(path.slice(0, -1)), at: path }
    switch (word) {
      case 'agree':
        return this.#by(STEP_WORDS.agree, value, path, (agree) => ({ ...here, word, ...ofText(agree) }))
      case 'adopt':
        return this.#by(STEP_WORDS.adopt, value, path, (adopt) => ({ ...here, word, ...ofText(adopt) }))
      case 'initial':
      case 'sign':
        return this.#by(STEP_WORDS[word], value, path, (hands) => ({ ...here, word, ...ofText(hands) }))
    }
  }

  #by<Value>(
    schema: z.ZodType<Value>,
    value: unknown,
    path: Path,
    make: (value: Value) => Step,
  ): readonly Step[] {
    const result = readBy(schema, value, this.#source, path)
    if (result.ok) return [make(result.value)]
    this.problems.push(...result.problems)
    return []
  }

  #acts(entries: readonly (readonly [string, unknown])[], path: Path): readonly Step[] {
    const acts = entries.filter(([key]) => !Object.hasOwn(BESIDE_SEAT, key))
    const [act, second] = acts
    if (act === undefined) return this.#wrong(path, 'expected a seat and its command')
    if (second !== undefined) {
      return this.#wrongKey([...path, second[0]], 'expected one seat in a step; begin the next with “-”')
    }
    const [seat, written] = act
    if (!this.#isSeat(seat, [...path, seat])) return []
    const beside = this.#beside(z.strictObject(BESIDE_SEAT).partial(), entries, acts, path)
    if (beside === undefined) return []
    const commands = Array.isArray(written) ? written : [written]
    if (commands.length === 0 || commands.length > 200) {
      return this.#wrong([...path, seat], 'expected 1 to 200 commands in the list')
    }
    return commands.flatMap((one: unknown, index): readonly Step[] => {
      const at = Array.isArray(written) ? [...path, seat, index] : [...path, seat]
      const command = this.#command(one, at)
      const place = this.#source.placeOf(Array.isArray(written) ? at : path)
      return command === undefined
        ? []
        : [{ place, at: [...at, command.type], word: 'act', seat, command, ...beside }]
    })
  }

  #refused(value: unknown, path: Path, stepPath: Path): readonly Step[] {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return this.#wrong(
        path,
        'expected the code, and the seat with its command: {code: list-closed, seat: Command}',
      )
    }
    const entries = Object.entries(value)
    const acts = entries.filter(([key]) => !Object.hasOwn(BESIDE_REFUSED, key))
    const [act, second] = acts
    if (act === undefined) return this.#wrong(path, 'expected a seat and its command beside the code')
    if (second !== undefined) return this.#wrongKey([...path, second[0]], 'expected one seat only')
    const [seat, written] = act
    if (!this.#isSeat(seat, [...path, seat])) return []
    const schema = z.strictObject(BESIDE_REFUSED).partial().required({ code: true })
    const beside = this.#beside(schema, entries, acts, path)
    if (beside === undefined) return []
    const command =
      beside.code === 'malformed' ? rawCommand(written) : this.#command(written, [...path, seat])
    if (command === undefined) return []
    const place = this.#source.placeOf(stepPath)
    return [{ place, at: path, word: 'refused', seat, command, ...beside, details: beside.details ?? {} }]
  }

  #beside<Value>(
    schema: z.ZodType<Value>,
    entries: readonly (readonly [string, unknown])[],
    acts: readonly unknown[],
    path: Path,
  ): Value | undefined {
    const beside = Object.fromEntries(entries.filter((entry) => !acts.includes(entry)))
    const result = readBy(schema, beside, this.#source, path)
    if (result.ok) return result.value
    this.problems.push(...result.problems)
    return undefined
  }

  #isSeat(seat: string, path: Path): boolean {
    if (this.#seats.has(seat)) return true
    const word = nearest(seat, [...this.#seats, ...RESERVED])
    const known = [...this.#seats]
    const hint = word !== undefined && RESERVED.has(word) ? `; did you mean “${word}”?` : ''
    this.#wrongKey(path, `no seat “${seat}”: ${oneOf(seat, known)}${hint}`)
    return false
  }

  /** A command as its bare name or as a map of its name to its fields. */
  #command(written: unknown, path: Path): ScriptCommand | undefined {
    if (typeof written === 'string') return this.#named(written, {}, path, path)
    if (typeof written !== 'object' || written === null || Array.isArray(written)) {
      this.#wrong(path, `expected a command, found ${found(written)}`)
      return undefined
    }
    const [entry, second] = Object.entries(written)
    if (entry === undefined) {
      this.#wrong(path, 'expected a command, found an empty map')
      return undefined
    }
    if (second !== undefined) {
      this.#wrongKey([...path, second[0]], 'expected one command; several stand as a list')
      return undefined
    }
    const [type, fields] = entry
    return this.#named(type, fields ?? {}, path, [...path, type])
  }

  #named(type: string, fields: unknown, path: Path, at: Path): ScriptCommand | undefined {
    const known = COMMANDS.get(type)
    if (known === undefined) {
      const expected = `no command “${type}”: ${oneOf(type, COMMANDS.keys())}`
      if (path === at) this.#wrong(at, expected)
      else this.#wrongKey(at, expected)
      return undefined
    }
    if (path === at && !isBare(known.fields)) {
      const needed = Object.keys(known.fields.shape).join(', ')
      this.#wrong(path, `expected the fields of ${type}: ${needed}`)
      return undefined
    }
    const result = readBy(known.fields, fields, this.#source, at)
    if (result.ok) return { type, fields: result.value }
    this.problems.push(...result.problems)
    return undefined
  }

  #wrong(path: Path, expected: string): readonly Step[] {
    this.problems.push({ ...this.#source.placeOf(path), expected })
    return []
  }

  #wrongKey(path: Path, expected: string): readonly Step[] {
    this.problems.push({ ...this.#source.placeOfKey(path), expected })
    return []
  }
}

const ofText = <Form extends { readonly text: string }>(
  form: string | Form,
): Form | { readonly text: string } => (typeof form === 'string' ? { text: form } : form)

/** What the server itself is to refuse as malformed goes to it as it is written. */
const rawCommand = (written: unknown): ScriptCommand => {
  if (typeof written === 'string') return { type: written, fields: {} }
  const [entry] = Object.entries(Object(written))
  const [type = '', fields] = entry ?? []
  return { type, fields: { ...Object(fields) } }
}
