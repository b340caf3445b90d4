import { useSyncExternalStore } from 'react'

/** One value that changes, and whoever wants to know. */
export type Cell<Value> = {
  readonly read: () => Value
  readonly subscribe: (listener: () => void) => () => void
  readonly set: (value: Value) => void
}

export const createCell = <Value>(initial: Value): Cell<Value> => {
  const listeners = new Set<() => void>()
  let value = initial
  return {
    read: () => value,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set: (next) => {
      if (Object.is(next, value)) return
      value = next
      for (const listener of listeners) listener()
    },
  }
}

export const useCell = <Value>({ subscribe, read }: Pick<Cell<Value>, 'subscribe' | 'read'>): Value =>
  useSyncExternalStore(subscribe, read)
