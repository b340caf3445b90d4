import type { EventStore } from '../ports/event-store.ts'
import type { Window } from '../application/visible.ts'
import type { Connection } from './connection.ts'
import { leafFrame, textFrame } from './frame.ts'

/** One log told to everyone who follows it. */
export type LogFeed = {
  /**
   * Sends the leaves from `from` on that the window shows, then each new one, in order, none twice and none left out.
   * Answers with the log's size when `from` lies beyond it; then nothing is followed.
   */
  readonly follow: (
    connection: Connection,
    window: Window,
    from: number,
  ) => { readonly stop: () => void } | { readonly size: number }
  readonly followers: () => number
  readonly close: () => void
}

type Follower = {
  readonly connection: Connection
  readonly window: Window
  /** The next leaf this follower has not been sent or, being hidden, told to have passed. */
  next: number
  live: boolean
  over: boolean
}

/** What is to be told to all who follow live: leaves, the first of which is `firstSeq`. */
type Announcement = { readonly firstSeq: number; readonly leaves: readonly Uint8Array[] }

/** What a follower that reads slowly keeps in memory is a page of leaves, of 64 KiB at most each. */
const PAGE = 64
/** So many followers are written to before others get their turn. */
const SLICE = 500

/** `size` is how many leaves the log had when the feed was opened; those after it come through the store's follow. */
export const createLogFeed = (
  store: EventStore,
  log: string,
  openedAt: number,
  onFault: (cause: unknown) => void,
): LogFeed => {
  const followers = new Set<Follower>()
  const waiting: Announcement[] = []
  let size = openedAt
  let telling = false

  const tellAll = async (): Promise<void> => {
    telling = true
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      await announce([...followers], next, log)
    }
    telling = false
  }

  const stopStore = store.follow(
    log,
    openedAt,
    (firstSeq, leaves) => {
      size = firstSeq + leaves.length
      waiting.push({ firstSeq, leaves })
      if (!telling) tellAll().catch(fail)
    },
    onFault,
  )

  const fail = (cause: unknown): void => {
    stopStore()
    onFault(cause)
  }

  /** Turns to live in the same step in which it sees that nothing is left to read, so nothing falls in between. */
  const catchUp = async (follower: Follower): Promise<void> => {
    const { connection } = follower
    while (!follower.over && connection.isOpen()) {
      if (follower.next >= size) {
        follower.live = true
        connection.write(caughtUpFrame(log, follower.next))
        return
      }
      const leaves = await store.read(log, follower.next, PAGE)
      for (const leaf of leaves) {
        if (follower.over) return
        sendTo(follower, { firstSeq: follower.next, leaves: [leaf] }, leafFrame)
        await connection.roomy()
      }
    }
  }

  return {
    follow: (connection, window, from) => {
      if (from > size) return { size }
      const follower: Follower = { connection, window, next: from, live: false, over: false }
      followers.add(follower)
      catchUp(follower).catch(fail)
      return {
        stop: () => {
          follower.over = true
          followers.delete(follower)
        },
      }
    },
    followers: () => followers.size,
    close: stopStore,
  }
}

const announce = async (
  followers: readonly Follower[],
  announcement: Announcement,
  log: string,
): Promise<void> => {
  const frameOf = frameOnce()
  const end = announcement.firstSeq + announcement.leaves.length
  const passed = caughtUpFrame(log, end)
  for (const [index, follower] of followers.entries()) {
    if (index > 0 && index % SLICE === 0) await nextTurn()
    if (!follower.live || follower.over || follower.next >= end) continue
    const shownLast = sendTo(follower, announcement, frameOf)
    if (!shownLast) follower.connection.write(passed)
  }
}

/** Sends what the follower has not had and may see; answers whether that included the last leaf. */
const sendTo = (
  follower: Follower,
  { firstSeq, leaves }: Announcement,
  frameOf: (leaf: Uint8Array) => Buffer,
): boolean => {
  let shown = false
  for (const leaf of leaves.slice(Math.max(0, follower.next - firstSeq))) {
    shown = follower.window.shows(leaf)
    if (shown) follower.connection.write(frameOf(leaf))
  }
  follower.next = firstSeq + leaves.length
  return shown
}

/** A leaf's frame is built once, however many it is written to. */
const frameOnce = (): ((leaf: Uint8Array) => Buffer) => {
  const frames = new Map<Uint8Array, Buffer>()
  return (leaf) => {
    const frame = frames.get(leaf) ?? leafFrame(leaf)
    frames.set(leaf, frame)
    return frame
  }
}

const caughtUpFrame = (log: string, size: number): Buffer =>
  textFrame(Buffer.from(JSON.stringify({ type: 'caught-up', log, size })))

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
