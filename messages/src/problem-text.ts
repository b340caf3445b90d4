import type { Missing, Obstacle, Refusal } from '@parley/domain/refusal'
import { hasKey } from '@parley/messages/words'
import type { Catalogue } from './choose-catalogue.ts'
import { formatDate } from './dates.ts'
import { format } from './format.ts'
import type { Params } from './format.ts'
import { formatDuration, formatList, languageName } from './quantities.ts'

/** What a refusal's field names: `seat`, `delegation`, `item` and so on. */
export type NamedField = string

/** The name a person would use for something a refusal mentions by its identifier, if the caller knows one. */
export type Naming = (field: NamedField, id: string) => string | undefined

/** The part of a problem document that words are made of. */
export type ProblemLike = {
  readonly code: string
  readonly refusal?: Refusal
  readonly malformations?: readonly { readonly path: string; readonly code: string }[]
  readonly size?: number
  readonly retryAfterSeconds?: number
}

const unnamed: Naming = () => undefined

/**
 * Why a request was not carried out, in one or more sentences. Codes without words of their own, from a newer
 * server, are worded as a malformed request; nothing ever throws over an unknown code.
 */
export const problemText = (language: Catalogue, problem: ProblemLike, naming: Naming = unnamed): string => {
  if (problem.refusal !== undefined) return refusalText(language, problem.refusal, naming)
  const key = `problem.${problem.code}`
  const params: Params = {
    hasSize: problem.size === undefined ? 'no' : 'yes',
    size: problem.size ?? 0,
    retryAfterSeconds: formatDuration(language, problem.retryAfterSeconds ?? 1),
  }
  const sentence = format(language, hasKey(key) ? key : 'problem.malformed', params)
  const places = (problem.malformations ?? []).map(({ path, code }) => malformationText(language, path, code))
  return [sentence, ...places].join(language === 'zh' ? '' : ' ')
}

/** What is wrong with one place in a request; without a path, the sentence alone. */
export const malformationText = (language: Catalogue, path: string, code: string): string => {
  const key = `malformation.${code}`
  const text = format(language, hasKey(key) ? key : 'malformation.not-as-expected')
  return path === '' ? text : format(language, 'malformation.at', { path, text })
}

/** Why the rules refused an act. */
export const refusalText = (language: Catalogue, refusal: Refusal, naming: Naming = unnamed): string =>
  format(language, `refusal.${refusal.code}`, paramsOf(language, refusal, naming))

/** What keeps a meeting from opening. */
export const missingText = (language: Catalogue, missing: Missing, naming: Naming = unnamed): string =>
  format(language, `missing.${missing.code}`, paramsOf(language, missing, naming))

/** What stands between a text and adoption. */
export const obstacleText = (language: Catalogue, obstacle: Obstacle, naming: Naming = unnamed): string =>
  format(language, `obstacle.${obstacle.code}`, paramsOf(language, obstacle, naming))

const paramsOf = (language: Catalogue, told: Refusal | Missing | Obstacle, naming: Naming): Params => {
  const params: Record<string, string | number> = { hasBy: 'by' in told ? 'yes' : 'no' }
  for (const [field, value] of Object.entries<unknown>(told)) {
    if (field !== 'code') params[field] = readable(language, told, field, value, naming)
  }
  return params
}

const readable = (
  language: Catalogue,
  told: Refusal | Missing | Obstacle,
  field: string,
  value: unknown,
  naming: Naming,
): string | number => {
  if (Array.isArray(value)) return readableList(language, told, field, value, naming)
  if (typeof value === 'number') return readableNumber(language, field, value)
  const id = String(value)
  switch (field) {
    case 'language':
      return languageName(language, id)
    case 'version':
    case 'order':
    case 'expected':
    case 'hash':
      return `${id.slice(0, 8)}…`
    case 'role':
    case 'needs':
    case 'kind':
      return ofKind(language, field, id)
    default:
      return naming(field, id) ?? id
  }
}

const readableNumber = (language: Catalogue, field: string, value: number): string | number => {
  if (field === 'until' || field === 'expiresAt') {
    return `${formatDate(language, value, 'UTC', 'date-time')} UTC`
  }
  return field === 'minimumSeconds' ? formatDuration(language, value) : value
}

const readableList = (
  language: Catalogue,
  told: Refusal | Missing | Obstacle,
  field: string,
  values: readonly unknown[],
  naming: Naming,
): string => {
  if (told.code === 'meeting-not-ready') return sentences(language, told.missing, missingText, naming)
  if (told.code === 'text-not-ready') return sentences(language, told.obstacles, obstacleText, naming)
  const singular = field.replace(/s$/, '')
  return formatList(
    language,
    values.map((value) => naming(singular, String(value)) ?? String(value)),
  )
}

const sentences = <Told>(
  language: Catalogue,
  told: readonly Told[],
  text: (language: Catalogue, one: Told, naming: Naming) => string,
  naming: Naming,
): string => told.map((one) => text(language, one, naming)).join(language === 'zh' ? '' : ' ')

/** The word for a value that comes from one of the domain's own lists; the value itself when no list has it. */
const ofKind = (language: Catalogue, field: 'role' | 'needs' | 'kind', value: string): string => {
  const areas = { role: ['role'], needs: ['entitlement', 'item-kind'], kind: ['speech', 'motion'] }[field]
  const key = areas.map((area) => `${area}.${value}`).find(hasKey)
  return key === undefined || !hasKey(key) ? value : format(language, key)
}
