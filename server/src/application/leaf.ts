import assert from 'node:assert/strict'
import { canonical, type JsonObject } from '@parley/record/canonical'
import { encodeLeaf, parseScannedLeaf } from '@parley/record/envelope'
import type { Author } from '@parley/domain/words/identity'
import type { Recorded } from '@parley/domain/decider'
import type { Kinds, Typed } from './kinds.ts'

/** The bytes of a recorded event. Throws `NotCanonical` when it has none, being too large among other things. */
export const leafOf = (log: string, recorded: Recorded<Typed>): Uint8Array => {
  const { seq, at, by, event } = recorded
  const { type, ...data } = event
  // Optional fields left `undefined` are absent: `canonical` knows no such value.
  const present: { readonly by: object; readonly data: object } = JSON.parse(JSON.stringify({ by, data }))
  return encodeLeaf({ v: 1, log, seq, at, type, by: { ...present.by }, data: { ...present.data } })
}

/**
 * The event of a leaf of the store, which holds only what was encoded here from acts parsed at the doors: nothing is parsed
 * again but the JSON. Throws when the leaf is of no kind this log knows, as after a step back to an older version.
 */
export const recordedOf = <Event extends Typed>(leaf: Uint8Array, kinds: Kinds<Event>): Recorded<Event> => {
  const { seq, at, by, log, type, data } = parseScannedLeaf(leaf)
  const event = { ...data, type }
  assert(kinds(event), `${log} has an event ${seq} of the unknown kind ${type}`)
  assert(isAuthor(by), `${log} has an event ${seq} by nobody known`)
  return { seq, at, by, event }
}

const isAuthor = (by: JsonObject & Partial<Record<'seat' | 'operator' | 'reactor', unknown>>): by is Author =>
  typeof by.seat === 'string' || by.operator === true || typeof by.reactor === 'string'

/** One text for one value, whatever the order of its keys. Throws `NotCanonical`. */
export const canonicalText = (value: object): string => canonical(JSON.parse(JSON.stringify(value)))
