import type { EventStore } from '../ports/event-store.ts'
import type { Connection } from './connection.ts'
import type { Window } from '../application/visible.ts'
import { createLogFeed, type LogFeed } from './log-feed.ts'

/** The feeds of all logs that somebody follows now. */
export type Feeds = {
  /** As `LogFeed.follow`. */
  readonly follow: (
    connection: Connection,
    window: Window,
    from: number,
  ) => Promise<{ readonly stop: () => void } | { readonly size: number }>
  readonly close: () => void
}

/** `onFault` hears that a log can no longer be followed; its followers must come back. */
export const createFeeds = (store: EventStore, onFault: (log: string, cause: unknown) => void): Feeds => {
  const feeds = new Map<string, Promise<LogFeed>>()

  const open = async (log: string): Promise<LogFeed> =>
    createLogFeed(store, log, await store.size(log), (cause) => {
      feeds.delete(log)
      onFault(log, cause)
    })

  const feedOf = (log: string): Promise<LogFeed> => {
    const known = feeds.get(log)
    if (known !== undefined) return known
    const feed = open(log)
    feeds.set(log, feed)
    // What could not be opened is tried anew by the next who asks.
    feed.catch(() => feeds.delete(log))
    return feed
  }

  return {
    follow: async (connection, window, from) => {
      const { log } = window
      const promised = feedOf(log)
      const feed = await promised
      const following = feed.follow(connection, window, from)
      const release = (): void => {
        if (feed.followers() > 0 || feeds.get(log) !== promised) return
        feeds.delete(log)
        feed.close()
      }
      if ('size' in following) {
        release()
        return following
      }
      return {
        stop: () => {
          following.stop()
          release()
        },
      }
    },
    close: () => {
      for (const promised of feeds.values()) void promised.then((feed) => feed.close())
      feeds.clear()
    },
  }
}
