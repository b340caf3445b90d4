import type { Recorded } from '@parley/domain/decider'
import {
  evolveProceedings,
  initialProceedings,
  ProceedingsEvent,
  type Proceedings,
} from '@parley/domain/proceedings'
import { Author } from '@parley/domain/words/identity'
import type { LeafOnWire } from '@parley/protocol/live'

/** The fact a leaf of a meeting log holds. Throws where the leaf is of no kind this version knows. */
export const recordedOf = ({ seq, at, by, type, data }: LeafOnWire): Recorded<ProceedingsEvent> => ({
  seq,
  at,
  by: Author.parse(by),
  event: ProceedingsEvent.parse({ ...data, type }),
})

/** Folds leaves of a meeting log, in order, on top of what was folded before. Leaves a seat may not see are simply absent. */
export const replay = (
  leaves: Iterable<LeafOnWire>,
  proceedings: Proceedings = initialProceedings,
): Proceedings => {
  let state = proceedings
  for (const leaf of leaves) state = evolveProceedings(state, recordedOf(leaf))
  return state
}
