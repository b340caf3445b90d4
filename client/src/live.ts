import type { Principal } from '@parley/protocol/address'
import type { LeafOnWire, Present, ServerMessage } from '@parley/protocol/live'
import { openConnection, type ConnectionOptions } from './connection.ts'
import { createPads, type PadCompany, type PadLine, type PadWriter } from './pads.ts'
import type { Trouble } from './result.ts'

export type { Present }

/** What a follower is told. */
export type Follower = {
  /** Each leaf the seat may see, in order, once. */
  readonly onLeaf: (leaf: LeafOnWire) => void
  /** Everything the seat may see of the first `size` leaves has been told. */
  readonly onCaughtUp?: ((size: number) => void) | undefined
}

/** One connection to the server that mends itself, for any number of logs. */
export type Live = {
  /** Tells of a log's leaves from `from` on, without loss or repeat however often the connection breaks. Returns what stops it. */
  readonly follow: (log: string, from: number, follower: Follower) => () => void
  /** Says that this seat is here, or away; `onPresent` is told who else is. Returns what says that it has gone. */
  readonly attend: (
    log: string,
    state: 'here' | 'away',
    onPresent: (present: readonly Present[]) => void,
  ) => () => void
  /** Writes in a pad of a chamber, and is in it again after each drop. */
  readonly openPad: (log: string, pad: string, writer: PadWriter) => PadLine
  /** Tells who is in which pad of a chamber, while this connection is in one. Returns what stops it. */
  readonly watchPads: (log: string, onCompany: (pads: PadCompany) => void) => () => void
  readonly close: () => void
}

export type LiveOptions = Pick<ConnectionOptions, 'url' | 'token' | 'openSocket' | 'wait' | 'isSignedOut'> & {
  readonly onEnded?: ((code: number) => void) | undefined
  /**
   * The line is up, for whom the server says; or down for now, which mends itself. Told at each change, and again for each
   * attempt that fails.
   */
  readonly onLine?: ((line: 'up' | 'down', principal: Principal | undefined) => void) | undefined
  /** The server refused something; with `log`, to let this seat follow it. */
  readonly onProblem?: ((problem: Trouble, log: string | undefined) => void) | undefined
}

type Following = { readonly follower: Follower; next: number }
type Attending = {
  readonly state: 'here' | 'away'
  readonly onPresent: (present: readonly Present[]) => void
}

export const createLive = (options: LiveOptions): Live => {
  const logs = new Map<string, Following>()
  const rooms = new Map<string, Attending>()
  const companies = new Map<string, (pads: PadCompany) => void>()
  const pads = createPads((message) => connection.say(message))
  const connection = openConnection({
    ...options,
    onWelcome: (principal) => {
      options.onLine?.('up', principal)
      for (const [log, { next }] of logs) connection.say({ type: 'follow', log, from: next })
      for (const [log, { state }] of rooms) connection.say({ type: 'presence', log, state })
      pads.welcomed()
    },
    onMessage: (message) => {
      if ('pad' in message) pads.hear(message)
      else if (message.type === 'pad-company') companies.get(message.log)?.(message.pads)
      else tell(message, logs, rooms, options)
    },
    onLost: pads.lost,
    onDown: () => options.onLine?.('down', undefined),
    onEnded: (code) => options.onEnded?.(code),
  })
  return {
    follow: (log, from, follower) => {
      logs.set(log, { follower, next: from })
      connection.say({ type: 'follow', log, from })
      return () => {
        logs.delete(log)
        connection.say({ type: 'unfollow', log })
      }
    },
    attend: (log, state, onPresent) => {
      rooms.set(log, { state, onPresent })
      connection.say({ type: 'presence', log, state })
      return () => {
        rooms.delete(log)
        connection.say({ type: 'presence', log, state: 'away' })
      }
    },
    openPad: pads.open,
    watchPads: (log, onCompany) => {
      companies.set(log, onCompany)
      return () => companies.delete(log)
    },
    close: connection.close,
  }
}

const tell = (
  message: Exclude<ServerMessage, { readonly pad: string } | { readonly type: 'pad-company' }>,
  logs: ReadonlyMap<string, Following>,
  rooms: ReadonlyMap<string, Attending>,
  { onProblem }: LiveOptions,
): void => {
  switch (message.type) {
    case 'leaf':
      return take(logs.get(message.leaf.log), message.leaf)
    case 'caught-up':
      return advance(logs.get(message.log), message.size)
    case 'presence':
      return rooms.get(message.log)?.onPresent(message.present)
    case 'problem':
      return onProblem?.(message.problem, message.log)
    case 'welcome':
    case 'done':
    case 'refused':
    case 'pong':
  }
}

/** Leaves sent twice around a resume are told once. */
const take = (following: Following | undefined, leaf: LeafOnWire): void => {
  if (following === undefined || leaf.seq < following.next) return
  following.next = leaf.seq + 1
  following.follower.onLeaf(leaf)
}

const advance = (following: Following | undefined, size: number): void => {
  if (following === undefined) return
  following.next = Math.max(following.next, size)
  following.follower.onCaughtUp?.(following.next)
}
