import type * as z from 'zod'
import type { Malformation } from './problem.ts'

const MAX_MALFORMATIONS = 20

export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly malformations: readonly Malformation[] }

/** Parses what came over the wire. */
export const parseWire = <Value>(schema: z.ZodType<Value>, input: unknown): Parsed<Value> => {
  const parsed = schema.safeParse(input, { reportInput: true })
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, malformations: malformationsOf(parsed.error) }
}

/** What was not as the schema says, place by place; a path is written `command.title.zh`. At most 20. */
const malformationsOf = (error: z.ZodError): readonly Malformation[] =>
  error.issues.flatMap((issue) => malformations(issue, [])).slice(0, MAX_MALFORMATIONS)

type Issue = z.core.$ZodIssue

const malformations = (issue: Issue, above: readonly PropertyKey[]): readonly Malformation[] => {
  const place = [...above, ...issue.path]
  const at = (code: string, key?: string): Malformation => ({ path: pathOf(place, key), code })
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => at('unknown-field', key))
    case 'invalid_type':
      return [at(codeOfType(issue))]
    case 'too_big':
      return [at(isNumeric(issue.origin) ? 'too-large' : 'too-long')]
    case 'too_small':
      return [at(isNumeric(issue.origin) ? 'too-small' : 'too-short')]
    case 'invalid_value':
      return [at('not-one-of')]
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues.flatMap((inner) => malformations(inner, place))
    case 'invalid_union': {
      const [first] = issue.errors.filter((errors) => errors.length > 0)
      return first === undefined ? [at('not-one-of')] : first.flatMap((inner) => malformations(inner, place))
    }
    case 'invalid_format':
    case 'not_multiple_of':
    case 'custom':
      return [at(isCode(issue.message) ? issue.message : 'not-as-expected')]
  }
}

const codeOfType = (issue: z.core.$ZodIssueInvalidType): string => {
  if (issue.input === undefined) return 'required'
  return issue.expected === 'int' && typeof issue.input === 'number' ? 'not-a-whole-number' : 'wrong-type'
}

const isNumeric = (origin: string): boolean => origin === 'number' || origin === 'int' || origin === 'bigint'

/** Our own schemas put a code where zod puts prose. */
const isCode = (message: string): boolean => /^[a-z]+(-[a-z]+)+$/.test(message)

const pathOf = (place: readonly PropertyKey[], key?: string): string =>
  [...place, ...(key === undefined ? [] : [key])].map(String).join('.').slice(0, 200)
