import type { Proceedings } from '@parley/domain/proceedings'
import { initialProceedings } from '@parley/domain/proceedings'
import type { LeafOnWire, ParleyClient } from '@parley/client/parley-client'
import { createReceivedLog, type ReceivedLog } from '@parley/client/received-log'
import { replay } from '@parley/client/replay'

/** One log as one seat follows it on its own connection. */
export type Following = {
  readonly log: string
  readonly received: ReceivedLog
  /** How many of the log's first leaves the seat has been told of, those it may not see included. */
  readonly position: () => number
  /** The meeting as far as the seat has been told. */
  readonly proceedings: () => Proceedings
  /** Resolves to true when the seat has been told of the first `size` leaves, to false when it never will. */
  readonly sees: (size: number) => Promise<boolean>
}

/** One seat: a client of its own, with its own credentials and its own live connection. */
export type Participant = {
  readonly seat: string
  readonly client: ParleyClient
  readonly follow: (log: string) => Following
  /** Whether the server has ended the seat's session. */
  readonly hasEnded: () => boolean
  readonly close: () => void
}

/** The longest a fact may take from one seat's act to another seat's connection. */
const PATIENCE_MS = 15_000

export const createParticipant = (seat: string, client: ParleyClient): Participant => {
  const followings = new Map<string, Follower>()
  let ended = false
  const live = client.live({
    onEnded: () => {
      ended = true
      for (const following of followings.values()) following.giveUp()
    },
  })
  return {
    seat,
    client,
    follow: (log) => {
      const known = followings.get(log)
      if (known !== undefined) return known
      const following = new Follower(log)
      followings.set(log, following)
      live.follow(log, 0, {
        onLeaf: (leaf) => following.take(leaf),
        onCaughtUp: (size) => following.reach(size),
      })
      return following
    },
    hasEnded: () => ended,
    close: live.close,
  }
}

type Waiter = {
  readonly size: number
  readonly tell: (seen: boolean) => void
  readonly timer: NodeJS.Timeout
}

class Follower implements Following {
  readonly log: string
  readonly received = createReceivedLog()
  #position = 0
  #untold: LeafOnWire[] = []
  #proceedings = initialProceedings
  #waiters: readonly Waiter[] = []
  #over = false

  constructor(log: string) {
    this.log = log
  }

  position(): number {
    return this.#position
  }

  proceedings(): Proceedings {
    const untold = this.#untold
    this.#untold = []
    this.#proceedings = replay(untold, this.#proceedings)
    return this.#proceedings
  }

  take(leaf: LeafOnWire): void {
    this.received.add(leaf)
    this.#untold.push(leaf)
    this.reach(leaf.seq + 1)
  }

  reach(size: number): void {
    this.#position = Math.max(this.#position, size)
    this.#settle((waiter) => waiter.size <= this.#position, true)
  }

  giveUp(): void {
    this.#over = true
    this.#settle(() => true, false)
  }

  sees(size: number): Promise<boolean> {
    if (size <= this.#position) return Promise.resolve(true)
    if (this.#over) return Promise.resolve(false)
    return new Promise((tell) => {
      const timer = setTimeout(() => this.#settle((one) => one.timer === timer, false), PATIENCE_MS)
      this.#waiters = [...this.#waiters, { size, tell, timer }]
    })
  }

  #settle(which: (waiter: Waiter) => boolean, seen: boolean): void {
    const settled = this.#waiters.filter(which)
    if (settled.length === 0) return
    this.#waiters = this.#waiters.filter((waiter) => !settled.includes(waiter))
    for (const { tell, timer } of settled) {
      clearTimeout(timer)
      tell(seen)
    }
  }
}
