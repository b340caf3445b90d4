/** What a person is writing, and what was on record when they began. */
export type Draft<Value> = { readonly base: Value; readonly mine: Value }

/**
 * How a draft stands to the record. `overtaken`: while it was being written the record changed the very same thing to
 * something else, which saving would write over; only the person may decide that.
 */
export type Standing = 'unchanged' | 'changed' | 'overtaken'

/**
 * What was written, with what changed on record elsewhere: someone who words the Russian loses nothing by the Chinese
 * being worded meanwhile, nor the other way round. Where both changed the same thing, what was written stands.
 */
export const merged = <Value>({ base, mine }: Draft<Value>, onRecord: Value): Value => {
  if (isSame(mine, base)) return onRecord
  if (!isFields(base) || !isFields(mine) || !isFields(onRecord)) return mine
  const keys = [...new Set([...Object.keys(onRecord), ...Object.keys(mine)])]
  return Object.assign(
    { ...onRecord },
    Object.fromEntries(
      keys.map((key) => [
        key,
        merged({ base: Reflect.get(base, key), mine: Reflect.get(mine, key) }, Reflect.get(onRecord, key)),
      ]),
    ),
  )
}

export const standingOf = <Value>({ base, mine }: Draft<Value>, onRecord: Value): Standing => {
  if (isSame(merged({ base, mine }, onRecord), onRecord)) return 'unchanged'
  return collides(base, mine, onRecord) ? 'overtaken' : 'changed'
}

/** Whether the same thing was changed to two different things. */
const collides = (base: unknown, mine: unknown, onRecord: unknown): boolean => {
  if (isSame(mine, base) || isSame(onRecord, base) || isSame(mine, onRecord)) return false
  if (!isFields(base) || !isFields(mine) || !isFields(onRecord)) return true
  return Object.keys({ ...mine, ...onRecord }).some((key) =>
    collides(Reflect.get(base, key), Reflect.get(mine, key), Reflect.get(onRecord, key)),
  )
}

/** Whether two values are the same in all they hold, whatever the order of their fields. */
export const isSame = (one: unknown, other: unknown): boolean => {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [first, second] = [entriesOf(one), entriesOf(other)]
  return first.size === second.size && [...first].every(([key, value]) => isSame(value, second.get(key)))
}

/** A list is one thing: who comes first in it is part of what it says. */
const isFields = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is left undefined is not there. */
const entriesOf = (value: object): ReadonlyMap<string, unknown> =>
  new Map(Object.entries(value).filter(([, held]) => held !== undefined))
