import { Language } from '@parley/domain/words/language'
import * as z from 'zod'
import { nearest, oneOf } from './nearest.ts'
import { PROBLEMS_LIMIT, type ScriptProblem } from './script-problem.ts'
import type { Source } from './source.ts'

type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly ScriptProblem[] }

/** Reads the value at a path of a script by a schema; what is wrong is said as what was expected, at its place. */
export const readBy = <Value>(
  schema: z.ZodType<Value>,
  value: unknown,
  source: Source,
  path: readonly PropertyKey[],
): Checked<Value> => {
  const read = schema.safeParse(value, { error: words })
  if (read.success) return { ok: true, value: read.data }
  const problems = read.error.issues
    .flatMap((issue) => problemsOf(issue, value, path, source))
    .slice(0, PROBLEMS_LIMIT)
  return { ok: false, problems }
}

const problemsOf = (
  issue: z.core.$ZodIssue,
  value: unknown,
  base: readonly PropertyKey[],
  source: Source,
): readonly ScriptProblem[] => {
  const path = [...base, ...issue.path]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      ...source.placeOfKey([...path, key]),
      expected: `“${key}” is not known here: ${issue.message}${meant(key, issue.message)}`,
    }))
  }
  if (issue.code === 'invalid_union') {
    const branch = closest(issue.errors)
    if (branch !== undefined) {
      return branch.flatMap((inner) => problemsOf(inner, valueAt(value, issue.path), path, source))
    }
  }
  if (issue.code === 'invalid_key') {
    const [inner] = issue.issues
    const key = String(path.at(-1))
    const hint =
      valueAt(value, issue.path) === null ? '; between braces a wording with a comma needs quotes' : ''
    const problem = inner === undefined ? 'expected another name' : said(inner.message)
    return [{ ...source.placeOfKey(path), expected: `“${key}”: ${problem}${hint}` }]
  }
  const missing = valueAt(value, issue.path) === undefined
  return [{ ...source.placeOf(path), expected: missing ? missingText(path, issue) : said(issue.message) }]
}

const missingText = (path: readonly PropertyKey[], issue: z.core.$ZodIssue): string => {
  const field = path.at(-1)
  const what = said(issue.message)
    .replace(/^expected /, '')
    .replace(/, found nothing$/, '')
  return typeof field === 'string' ? `expected “${field}”: ${what}` : `expected ${what}`
}

/** A code of the domain's as what it expects; what is words already as it is. */
const said = (message: string): string => CODES[message] ?? message

const CODES: Readonly<Record<string, string>> = {
  'duration-malformed': 'expected a length of time such as 90s, 3m or 1h30m',
  'moment-malformed':
    'expected a moment such as 2031-05-14T09:00+08:00, 2031-05-14T09:00 (in the host’s time zone), now, +2d or -45m',
  'identifier-malformed': 'expected a short name: 1 to 64 lower-case Latin letters, digits and hyphens',
  'hash-malformed': 'expected a hash of 64 hexadecimal digits in lower case',
  'time-zone-malformed': 'expected a time zone such as Asia/Shanghai',
  'language-malformed': 'expected a language tag such as zh, ru or pt-BR',
  'language-missing': 'expected at least one language',
  'language-twice': 'expected every language once',
  'text-empty': 'expected a wording, found an empty one',
  'text-too-long': 'expected a shorter wording',
  'text-several-lines': 'expected a wording on one line',
  'text-control-character': 'expected no invisible, bidirectional or control characters',
  'text-not-normalised': 'expected the composed Unicode form (NFC)',
}

/** The branch of a union that the writer most likely meant: the one that fails deepest, and of those the least. */
const closest = (
  branches: readonly (readonly z.core.$ZodIssue[])[],
): readonly z.core.$ZodIssue[] | undefined =>
  branches.toSorted(
    (one, other) =>
      depthOf(other) - depthOf(one) || strangersIn(one) - strangersIn(other) || one.length - other.length,
  )[0]

const depthOf = (issues: readonly z.core.$ZodIssue[]): number =>
  Math.max(0, ...issues.map((issue) => issue.path.length))

const strangersIn = (issues: readonly z.core.$ZodIssue[]): number =>
  issues.filter((issue) => issue.code === 'unrecognized_keys').length

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? Reflect.get(inner, key)
        : undefined,
    value,
  )

const meant = (key: string, message: string): string => {
  const known = message.replace(/^expected one of /, '').split(', ')
  const name = nearest(key, known)
  return name === undefined ? '' : `; did you mean “${name}”?`
}

/** Zod's issues as a person would put them. Messages given with a schema stand before these. */
const words: z.core.$ZodErrorMap = (issue): string | undefined => {
  switch (issue.code) {
    case 'invalid_type': {
      const perLanguage = issue.inst instanceof z.ZodRecord && issue.inst.keyType === Language
      const wanted = perLanguage ? WORDING : (TYPE_NAMES[issue.expected] ?? issue.expected)
      const slip = issue.expected === 'string' ? quotable(issue.input) : ''
      return `expected ${wanted}, found ${found(issue.input)}${slip}`
    }
    case 'unrecognized_keys':
      return issue.inst instanceof z.ZodObject
        ? `expected one of ${Object.keys(issue.inst.shape).join(', ')}`
        : 'expected nothing'
    case 'invalid_value':
      return typeof issue.input === 'string' && issue.values.length > 1
        ? oneOf(issue.input, issue.values.map(String))
        : `expected ${issue.values.map(String).join(' or ')}, found ${found(issue.input)}${issue.values.some((value) => typeof value === 'string') ? quotable(issue.input) : ''}`
    case 'invalid_union':
      return Array.isArray(issue.options)
        ? oneOf(chosen(issue.input, issue.discriminator), issue.options.map(String))
        : `expected another form, found ${found(issue.input)}`
    case 'too_small':
      return `expected ${issue.exact === true ? 'exactly' : 'at least'} ${issue.minimum}${UNITS[issue.origin] ?? ''}`
    case 'too_big':
      return `expected ${issue.exact === true ? 'exactly' : 'at most'} ${issue.maximum}${UNITS[issue.origin] ?? ''}`
    case 'invalid_format':
      return issue.format === 'url' ? 'expected a web address' : undefined
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
    case undefined:
      return undefined
  }
}

const UNITS: Readonly<Record<string, string>> = { array: ' of them', string: ' characters' }

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'a whole number',
  number: 'a whole number',
  array: 'a list',
  object: 'a map of fields',
  record: 'a map',
}

/** How one wording per language is written. */
const WORDING = 'a wording per language such as { en: … }'

/** What stands where one of several forms is told by a field; nothing where the field is not there or no text. */
const chosen = (value: unknown, field: unknown): string => {
  if (typeof field !== 'string' || typeof value !== 'object' || value === null) return ''
  const name: unknown = Object.hasOwn(value, field) ? Reflect.get(value, field) : undefined
  return typeof name === 'string' ? name : ''
}

/** A number where text is wanted is the commonest slip. */
const quotable = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'boolean' ? ' (quotes make it text)' : ''

/** What stands there, shortly. */
export const found = (value: unknown): string => {
  if (value === undefined || value === null) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a map'
  if (typeof value === 'string') return `“${value.length > 40 ? `${value.slice(0, 40)}…` : value}”`
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'something else'
}
