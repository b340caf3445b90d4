/** What a person is writing, and what was on record when they began. */
export type Draft<Value> = { readonly base: Value; readonly mine: Value }

/**
 * How a draft stands to the record. `overtaken`: while it was being written the record changed to something else, which
 * saving would write over; only the person may decide that.
 */
export type Standing = 'unchanged' | 'changed' | 'overtaken'

export const standingOf = <Value>({ base, mine }: Draft<Value>, onRecord: Value): Standing => {
  if (isSame(mine, onRecord) || isSame(mine, base)) return 'unchanged'
  return isSame(base, onRecord) ? 'changed' : 'overtaken'
}

/** Whether two values are the same in all they hold, whatever the order of their fields. */
export const isSame = (one: unknown, other: unknown): boolean => {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [first, second] = [entriesOf(one), entriesOf(other)]
  return first.size === second.size && [...first].every(([key, value]) => isSame(value, second.get(key)))
}

/** What is left undefined is not there. */
const entriesOf = (value: object): ReadonlyMap<string, unknown> =>
  new Map(Object.entries(value).filter(([, held]) => held !== undefined))
