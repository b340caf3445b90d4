import { parseLogName } from '@parley/protocol/address'
import type { ClientMessage } from '@parley/protocol/live'
import { problem } from '@parley/protocol/problem'
import { deny } from '../application/answer.ts'
import type { Caller } from '../application/caller.ts'
import type { Parley } from '../application/parley.ts'
import type { Connection } from './connection.ts'
import type { Feeds } from './feeds.ts'

export const MAX_FOLLOWS = 32

/** The logs one socket follows. */
export type Following = {
  readonly follow: (asked: Extract<ClientMessage, { type: 'follow' }>) => Promise<void>
  readonly unfollow: (log: string) => void
  readonly end: () => void
}

export const createFollowing = (
  parley: Parley,
  feeds: Feeds,
  connection: Connection,
  caller: Caller,
): Following => {
  const follows = new Map<string, () => void>()
  let over = false

  const unfollow = (log: string): void => {
    follows.get(log)?.()
    follows.delete(log)
  }

  return {
    follow: async ({ log, from }) => {
      if (!follows.has(log) && follows.size >= MAX_FOLLOWS) {
        return connection.refuse(problem('too-many'), { log })
      }
      const address = parseLogName(log)
      const opened = address === undefined ? deny('malformed') : await parley.window(caller, address)
      if (!opened.ok) return connection.refuse(opened.problem, { log })
      unfollow(log)
      const following = await feeds.follow(connection, opened.value, from)
      if ('size' in following) return connection.refuse(problem('stale', { size: following.size }), { log })
      if (over) following.stop()
      else follows.set(log, following.stop)
    },
    unfollow,
    end: () => {
      over = true
      for (const log of follows.keys()) unfollow(log)
    },
  }
}
