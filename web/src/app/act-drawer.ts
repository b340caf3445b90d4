import type { Drawer, PendingAct } from './act-desk.ts'

/**
 * A tab's own drawer for one seat at one meeting: it outlives a reload, and no other tab finds anything in it. Only acts
 * of the meeting's own log are laid there; words for a closed room are never written to a device's disk.
 */
export const actDrawer = (
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  name: string,
): Drawer => ({
  read: () => {
    const kept: unknown = parsed(storage.getItem(name))
    return Array.isArray(kept) ? kept.filter(isAct) : []
  },
  write: (acts) => {
    const shared = acts.filter(({ log }) => log.startsWith('meeting/'))
    if (shared.length === 0) storage.removeItem(name)
    else storage.setItem(name, JSON.stringify(shared))
  },
})

const parsed = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}

const STATES: readonly unknown[] = ['sent', 'waiting', 'held'] satisfies readonly PendingAct['state'][]

const isAct = (one: unknown): one is PendingAct => {
  if (typeof one !== 'object' || one === null) return false
  const { id, log, state, command } = { id: 0, log: 0, state: 0, command: undefined, ...one }
  if (typeof id !== 'string' || typeof log !== 'string' || !STATES.includes(state)) return false
  return typeof command === 'object' && command !== null && 'type' in command
}
