import assert from 'node:assert/strict'
import * as z from 'zod'

/* Commands at random, made of the schemas that parse them: every kind, every field, with names that may mean something. */

/** The part of JSON Schema that our schemas use. */
type Schema = {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | false
}

export type Names = {
  /** Candidates for a field by its name; `''` for all others. */
  readonly byField: Readonly<Record<string, readonly string[]>>
  /** Hashes that stand in the record now. */
  readonly hashes: readonly string[]
}

/** Text as people, and those who are up to something, write it. */
const TEXTS = [
  'Плотина и водосбор',
  '关于流域的共识',
  'Water “in” the <b>basin</b> & beyond',
  '\u0301starts with an accent',
  '\u1161\u11a8',
  'ᄀ',
  'か',
  '\u3099',
  'عربي مع ١٢٣',
  '👩🏽‍🚀 🏳️‍🌈',
  '{"at":0,"by":{}}',
  "'; drop table leaf; --",
  'x'.repeat(500),
  '水'.repeat(500),
  'constructor',
  '%s %d {name} {count, plural, other {#}}',
]

export type Choose = <Item>(items: readonly Item[]) => Item

/** Mulberry32: small, seeded, good enough. Numbers from 0 up to but not including 1. */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const chooser =
  (random: () => number): Choose =>
  (items) => {
    const item = items[Math.floor(random() * items.length)]
    assert(item !== undefined, 'there is something to choose from')
    return item
  }

/** What makes commands of a schema at random; each call gives another. */
export const randomCommands = (
  commands: z.ZodType,
  random: () => number,
): ((names: Names, type?: string) => object) => {
  const whole: Schema = JSON.parse(
    JSON.stringify(z.toJSONSchema(commands, { io: 'input', unrepresentable: 'any' })),
  )
  const kinds = whole.oneOf ?? []
  const choose = chooser(random)
  return (names, type) => {
    const kind =
      type === undefined ? choose(kinds) : kinds.find((one) => one.properties?.['type']?.const === type)
    assert(kind !== undefined, `a command ${type}`)
    return objectOf(kind, { whole, names, random, choose })
  }
}

type Making = {
  readonly whole: Schema
  readonly names: Names
  readonly random: () => number
  readonly choose: Choose
}

const objectOf = (schema: Schema, making: Making): object => {
  const fields = Object.entries(schema.properties ?? {})
    .filter(([name]) => schema.required?.includes(name) === true || making.random() < 0.5)
    .map(([name, inner]) => [name, valueOf(inner, name, making)])
  return Object.fromEntries(fields)
}

const valueOf = (schema: Schema, field: string, making: Making): unknown => {
  const { choose, random, whole } = making
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice('#/$defs/'.length)
    const found = whole.$defs?.[name]
    assert(found !== undefined, `${schema.$ref} is there`)
    return valueOf(found, name === 'Language' ? 'language' : field, making)
  }
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return choose(schema.enum)
  const choices = schema.oneOf ?? schema.anyOf
  if (choices !== undefined) return valueOf(choose(choices), field, making)
  switch (schema.type) {
    case 'integer':
      return integerOf(schema, random)
    case 'array':
      return arrayOf(schema, field, making)
    case 'object':
      return schema.properties === undefined ? recordOf(schema, making) : objectOf(schema, making)
    case 'boolean':
      return random() < 0.5
    case 'null':
      return null
    case undefined:
    case 'string':
      return stringOf(schema, field, making)
  }
  throw new Error(`a schema of type ${schema.type}`)
}

const integerOf = ({ minimum = 0, maximum = 1e15 }: Schema, random: () => number): number => {
  const highest = Math.min(maximum, Number.MAX_SAFE_INTEGER)
  const draw = random()
  if (draw < 0.1) return minimum
  if (draw < 0.2) return highest
  return Math.min(highest, minimum + Math.floor(random() * 100))
}

const arrayOf = ({ items = {}, minItems = 0, maxItems = 4 }: Schema, field: string, making: Making) => {
  const length = Math.min(maxItems, Math.max(minItems, Math.floor(making.random() * 4)))
  const one = field.replace(/s$/, '')
  return Array.from({ length }, () => valueOf(items, one === 'between' ? 'seat' : one, making))
}

/** A wording in some of the languages, or now and then in others. */
const recordOf = ({ additionalProperties }: Schema, making: Making): object => {
  const { random, choose } = making
  const inner =
    additionalProperties === false || additionalProperties === undefined ? {} : additionalProperties
  const languages =
    random() < 0.8 ? ['zh', 'ru', 'en'] : [choose(['fi', 'zh-Hant', 'sr-Latn-RS', 'en']), 'zh']
  return Object.fromEntries(languages.map((language) => [language, valueOf(inner, 'wording', making)]))
}

const stringOf = ({ pattern }: Schema, field: string, { names, choose }: Making): string => {
  if (pattern?.includes('{64}') === true) return choose([...names.hashes, '0'.repeat(64)])
  if (field === 'language') return choose(['zh', 'ru', 'en', 'en', 'fi', 'zh-Hant'])
  const known = names.byField[field]
  if (known !== undefined) return choose(known)
  if (pattern?.startsWith('^[a-z0-9]') === true) return choose(names.byField[''] ?? ['constructor'])
  return choose(TEXTS)
}
