import type { Listener, LogId } from '../ports/event-store.ts'
import { Fault } from '../ports/fault.ts'

/** The followers of a store whose every append happens in this process. */
export type Followers = {
  readonly follow: (
    log: LogId,
    fromSeq: number,
    listener: Listener,
    onFault: (fault: Fault) => void,
  ) => () => void
  /** Passes durable leaves on. Calls for one log come in the order of its sequence numbers, without gap. */
  readonly announce: (log: LogId, firstSeq: number, leaves: readonly Uint8Array[]) => void
  readonly close: () => void
}

type Follower = {
  readonly log: LogId
  readonly listener: Listener
  readonly onFault: (fault: Fault) => void
  /** The next leaf it has not heard. */
  nextSeq: number
  /** While it still reads what was there before it, it takes no announcements: the reading will find them. */
  live: boolean
  ended: boolean
}

const pageLength = 512

/**
 * Keeps followers over `read`, which must give a leaf at once when it has been announced. Turning from reading to live
 * happens in one step after an empty page, so nothing can be announced in between.
 */
export const createFollowers = (
  read: (log: LogId, fromSeq: number, limit: number) => readonly Uint8Array[],
): Followers => {
  const followersByLog = new Map<LogId, Set<Follower>>()

  const end = (follower: Follower): void => {
    follower.ended = true
    const followers = followersByLog.get(follower.log)
    followers?.delete(follower)
    if (followers?.size === 0) followersByLog.delete(follower.log)
  }

  const fail = (follower: Follower, fault: Fault): void => {
    end(follower)
    queueMicrotask(() => follower.onFault(fault))
  }

  const tell = (follower: Follower, leaves: readonly Uint8Array[]): void => {
    const firstSeq = follower.nextSeq
    follower.nextSeq += leaves.length
    try {
      follower.listener(firstSeq, leaves)
    } catch (cause) {
      if (!follower.ended) fail(follower, new Fault('follower-failed', { retryable: false, cause }))
    }
  }

  const catchUp = (follower: Follower): void => {
    if (follower.ended) return
    let page: readonly Uint8Array[]
    try {
      page = read(follower.log, follower.nextSeq, pageLength)
    } catch (cause) {
      fail(follower, cause instanceof Fault ? cause : new Fault('disk-failed', { retryable: true, cause }))
      return
    }
    if (page.length === 0) {
      follower.live = true
      return
    }
    tell(follower, page)
    setImmediate(catchUp, follower)
  }

  return {
    follow: (log, fromSeq, listener, onFault) => {
      const follower: Follower = { log, listener, onFault, nextSeq: fromSeq, live: false, ended: false }
      const followers = followersByLog.get(log) ?? new Set()
      followersByLog.set(log, followers.add(follower))
      setImmediate(catchUp, follower)
      return () => end(follower)
    },

    announce: (log, firstSeq, leaves) => {
      for (const follower of followersByLog.get(log) ?? []) {
        const unheard = firstSeq + leaves.length - follower.nextSeq
        if (!follower.live || unheard <= 0) continue
        tell(follower, unheard === leaves.length ? leaves : leaves.slice(-unheard))
      }
    },

    close: () => {
      for (const followers of followersByLog.values()) for (const follower of followers) end(follower)
    },
  }
}
