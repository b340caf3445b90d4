/** What a record holds under a key people chose: never something inherited, such as `constructor`. */
export const lookup = <Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined
