import type { Trouble, Result } from '@parley/client/result'
import type { ActDone } from '@parley/client/parley-client'

/**
 * An act that was asked for and not yet answered. `waiting`: no connection; it is sent again when there is one.
 * `held`: the server could not record it now; it is sent again when the person says so.
 */
export type PendingAct = {
  readonly id: string
  readonly log: string
  readonly command: { readonly type: string }
  readonly state: 'sent' | 'waiting' | 'held'
}

export type Desk = {
  readonly pending: readonly PendingAct[]
  /** The last act the server refused, until the person puts it away or does something else. */
  readonly trouble: Trouble | undefined
}

export type ActDesk = {
  readonly read: () => Desk
  readonly subscribe: (listener: () => void) => () => void
  /** Answers whether the act was done; false also where it waits for a connection. */
  readonly act: (log: string, command: { readonly type: string }) => Promise<boolean>
  /** Sends what waits, under the ids it had, so that nothing is done twice. */
  readonly connected: () => Promise<void>
  /** Sends an act that was held, under the id it had. */
  readonly again: (id: string) => Promise<void>
  /** Gives up an act that was not sent; one that is on its way stays. */
  readonly discard: (id: string) => void
  readonly putAway: () => void
}

export type Send = (log: string, id: string, command: { readonly type: string }) => Promise<Result<ActDone>>

/** Where acts are kept that nobody has answered, so that they outlive a reload of the page. */
export type Drawer = {
  readonly read: () => readonly PendingAct[]
  readonly write: (acts: readonly PendingAct[]) => void
}

/** Keeps acts until they are answered. What was kept before waits for the connection under the ids it had. */
export const createActDesk = (
  send: Send,
  freshId: () => string = () => crypto.randomUUID(),
  drawer: Drawer = { read: () => [], write: () => {} },
): ActDesk => {
  const listeners = new Set<() => void>()
  let desk: Desk = {
    // Whether what was on its way arrived is not known; under its id it is done once all the same.
    pending: drawer.read().map((one) => (one.state === 'sent' ? { ...one, state: 'waiting' } : one)),
    trouble: undefined,
  }
  const become = (next: Desk): void => {
    if (next.pending !== desk.pending) drawer.write(next.pending)
    desk = next
    for (const listener of listeners) listener()
  }
  const without = (id: string): readonly PendingAct[] => desk.pending.filter((one) => one.id !== id)
  const inState = (id: string, state: PendingAct['state']): readonly PendingAct[] =>
    desk.pending.map((one) => (one.id === id ? { ...one, state } : one))
  const deliver = async ({ id, log, command }: PendingAct): Promise<boolean> => {
    const result = await send(log, id, command)
    if (result.ok) become({ ...desk, pending: without(id) })
    else if (result.problem.status === 0) become({ ...desk, pending: inState(id, 'waiting') })
    else if (passes(result.problem)) become({ pending: inState(id, 'held'), trouble: result.problem })
    else become({ pending: without(id), trouble: result.problem })
    return result.ok
  }
  return {
    read: () => desk,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    act: (log, command) => {
      const act: PendingAct = { id: freshId(), log, command, state: 'sent' }
      become({ pending: [...desk.pending, act], trouble: undefined })
      return deliver(act)
    },
    connected: async () => {
      const waiting = desk.pending.filter(({ state }) => state === 'waiting')
      for (const { id } of waiting) become({ ...desk, pending: inState(id, 'sent') })
      for (const act of waiting) await deliver(act)
    },
    again: async (id) => {
      const held = desk.pending.find((one) => one.id === id && one.state !== 'sent')
      if (held === undefined) return
      become({ pending: inState(id, 'sent'), trouble: undefined })
      await deliver(held)
    },
    discard: (id) => {
      become({ ...desk, pending: desk.pending.filter((one) => one.id !== id || one.state === 'sent') })
    },
    putAway: () => become({ ...desk, trouble: undefined }),
  }
}

/** Troubles of the server that may be over in a minute: a full disk, too many requests, closing. A bug stays one. */
const passes = ({ status, code }: Trouble): boolean => code !== 'bug' && (status === 429 || status >= 500)
