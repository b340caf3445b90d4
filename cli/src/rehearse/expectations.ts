import { nextSpeakers } from '@parley/domain/meeting/speakers'
import type { Proceedings } from '@parley/domain/proceedings'
import { blocks, obstacles, type TextState } from '@parley/domain/text'
import { lookup } from '@parley/domain/words/lookup'
import type { Expect } from '../script/steps.ts'

/** One thing that does not hold. */
export type Unmet = { readonly field: string; readonly expected: string; readonly actual: string }

/** Compares how a meeting stands with what a script expects of it; only what the script names is looked at. */
export const unmet = (expected: Expect, proceedings: Proceedings): readonly Unmet[] =>
  Object.entries(expected).flatMap(([field, value]): readonly Unmet[] => {
    const actual = actualOf(field, value, proceedings)
    const one = shown(value, field)
    const other = shown(actual, field)
    return one === other ? [] : [{ field, expected: one, actual: other }]
  })

/** The same thing of the meeting as it stands, in the shape the script gave. */
const actualOf = (field: string, value: unknown, proceedings: Proceedings): unknown => {
  const { meeting, texts } = proceedings
  const all = Object.values(texts.byId)
  switch (field) {
    case 'phase':
      return meeting.phase
    case 'item':
      return meeting.current ?? 'none'
    case 'floor':
      return meeting.turn?.seat ?? 'none'
    case 'speakers':
      return nextSpeakers(meeting).map(({ seat }) => seat)
    case 'chair':
      return meeting.chair
    case 'readOut':
      return meeting.messages.filter(({ readOut }) => readOut).map(({ message }) => message.id)
    case 'put':
      return all.filter(({ put }) => put !== undefined).map(({ text }) => text)
    case 'adopted':
      return all.filter(({ adopted }) => adopted !== undefined).map(({ text }) => text)
    case 'agreed':
      return each(value, texts.byId, (text) =>
        blocks(text, meeting).flatMap(({ block, agreed }) => (agreed === undefined ? [] : [block])),
      )
    case 'obstacles':
      return each(value, texts.byId, (text) => [...new Set(obstacles(text, meeting).map(({ code }) => code))])
    case 'initialled':
      return each(value, texts.byId, (text) => text.initialled.map(({ delegation }) => delegation))
    case 'signed':
      return each(value, texts.byId, (text) => text.signed.map(({ delegation }) => delegation))
    case 'published':
      return published(value, proceedings)
    case 'turns':
      return counted(value, proceedings)
    case 'people':
      return byRole(value, proceedings)
    // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- the schema of `expect` knows no other field
    default:
      return undefined
  }
}

const each = (
  value: unknown,
  texts: Readonly<Record<string, TextState>>,
  of: (text: TextState) => readonly string[],
): unknown =>
  forKeys(value, (id) => {
    const text = lookup(texts, id)
    return text === undefined ? [] : of(text)
  })

const published = (value: unknown, { releases }: Proceedings): unknown =>
  forKeys(value, (id) =>
    Object.values(releases.versions)
      .filter((one) => one.release === id && one.editions.length > 0 && one.withdrawn === undefined)
      .map(({ language }) => language),
  )

const counted = (value: unknown, { meeting }: Proceedings): unknown =>
  forKeys(value, (id) => [...meeting.turns].filter(({ delegation }) => delegation === id).length)

const byRole = (value: unknown, { meeting }: Proceedings): unknown =>
  forKeys(value, (role) =>
    Object.values(meeting.people)
      .filter((one) => one.active && one.role === role)
      .map(({ seat }) => seat),
  )

const forKeys = (value: unknown, of: (key: string) => unknown): unknown =>
  Object.fromEntries(Object.keys(Object(value)).map((key) => [key, of(key)]))

/** Lists whose order says nothing are compared as sets; the list of speakers is compared as it stands. */
const shown = (value: unknown, field: string): string => {
  if (Array.isArray(value)) {
    const items = value.map(String)
    return `[${(field === 'speakers' ? items : items.toSorted()).join(', ')}]`
  }
  if (typeof value !== 'object' || value === null) return String(value)
  return `{${Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, inner]) => `${key}: ${shown(inner, field)}`)
    .join(', ')}}`
}
