import type { Trouble, Result } from '@parley/client/result'
import type { ActDone } from '@parley/client/parley-client'

/** An act that was asked for and not yet answered. `waiting`: no connection; it is sent again when there is one. */
export type PendingAct = {
  readonly id: string
  readonly log: string
  readonly command: { readonly type: string }
  readonly state: 'sent' | 'waiting'
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
  readonly putAway: () => void
}

export type Send = (log: string, id: string, command: { readonly type: string }) => Promise<Result<ActDone>>

/** Keeps acts until they are answered. */
export const createActDesk = (send: Send, freshId: () => string = () => crypto.randomUUID()): ActDesk => {
  const listeners = new Set<() => void>()
  let desk: Desk = { pending: [], trouble: undefined }
  const become = (next: Desk): void => {
    desk = next
    for (const listener of listeners) listener()
  }
  const without = (id: string): readonly PendingAct[] => desk.pending.filter((one) => one.id !== id)
  const deliver = async ({ id, log, command }: PendingAct): Promise<boolean> => {
    const result = await send(log, id, command)
    if (result.ok) become({ ...desk, pending: without(id) })
    else if (result.problem.status === 0) {
      become({ ...desk, pending: [...without(id), { id, log, command, state: 'waiting' }] })
    } else become({ pending: without(id), trouble: result.problem })
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
      const sent = waiting.map((one): PendingAct => ({ ...one, state: 'sent' }))
      become({ ...desk, pending: [...desk.pending.filter((one) => !waiting.includes(one)), ...sent] })
      for (const act of sent) await deliver(act)
    },
    putAway: () => become({ ...desk, trouble: undefined }),
  }
}
