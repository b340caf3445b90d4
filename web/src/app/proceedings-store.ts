import { recordedOf } from '@parley/client/replay'
import type { Recorded } from '@parley/domain/decider'
import { evolveProceedings, initialProceedings, type Proceedings } from '@parley/domain/proceedings'
import type { ProceedingsEvent } from '@parley/domain/proceedings/events'
import { GrownList } from '@parley/domain/words/grown-list'
import type { LeafOnWire } from '@parley/client/parley-client'

export type Fact = Recorded<ProceedingsEvent>

/** A meeting log as this seat has it: the facts, and what they amount to. */
export type Followed = {
  readonly proceedings: Proceedings
  readonly facts: GrownList<Fact>
  /** Whether everything recorded before this page was opened has arrived. */
  readonly caughtUp: boolean
}

/** What React's `useSyncExternalStore` reads. */
export type ProceedingsStore = {
  readonly read: () => Followed
  readonly subscribe: (listener: () => void) => () => void
  readonly add: (leaf: LeafOnWire) => void
  readonly caughtUp: () => void
}

/** Folds leaves as they come, each once however often it is told. Until the past has arrived nobody is told, so that a long log is drawn once. */
export const createProceedingsStore = (): ProceedingsStore => {
  const listeners = new Set<() => void>()
  let followed: Followed = { proceedings: initialProceedings, facts: GrownList.of(), caughtUp: false }
  const become = (next: Followed): void => {
    followed = next
    if (followed.caughtUp) for (const listener of listeners) listener()
  }
  return {
    read: () => followed,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    add: (leaf) => {
      if (leaf.seq <= (followed.facts.at(-1)?.seq ?? -1)) return
      const fact = recordedOf(leaf)
      const proceedings = evolveProceedings(followed.proceedings, fact)
      become({ ...followed, proceedings, facts: followed.facts.append(fact) })
    },
    caughtUp: () => {
      if (!followed.caughtUp) become({ ...followed, caughtUp: true })
    },
  }
}
