import { canonical } from '@parley/record/canonical'
import { decodeLeaf, encodeLeaf } from '@parley/record/envelope'
import { Author } from '@parley/domain/words/identity'
import type { Recorded } from '@parley/domain/decider'
import type * as z from 'zod'

/** What every event of every log has. */
export type Typed = { readonly type: string }

/** The bytes of a recorded event. Throws `NotCanonical` when it has none, being too large among other things. */
export const leafOf = (log: string, recorded: Recorded<Typed>): Uint8Array => {
  const { seq, at, by, event } = recorded
  const { type, ...data } = event
  // Optional fields left `undefined` are absent: `canonical` knows no such value.
  const present: { readonly by: object; readonly data: object } = JSON.parse(JSON.stringify({ by, data }))
  return encodeLeaf({ v: 1, log, seq, at, type, by: { ...present.by }, data: { ...present.data } })
}

/** The event of a leaf. Throws when the leaf is none of this log: the store holds only what was encoded here. */
export const recordedOf = <Event>(leaf: Uint8Array, events: z.ZodType<Event>): Recorded<Event> => {
  const { seq, at, by, type, data } = decodeLeaf(leaf)
  return { seq, at, by: Author.parse(by), event: events.parse({ type, ...data }) }
}

/** One text for one value, whatever the order of its keys. Throws `NotCanonical`. */
export const canonicalText = (value: object): string => canonical(JSON.parse(JSON.stringify(value)))
