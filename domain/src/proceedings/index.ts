import type { Decider } from '../decider.ts'
import type { Refusal } from '../refusal.ts'
import { decideProceedings } from './decide.ts'
import type { ProceedingsCommand, ProceedingsEvent } from './events.ts'
import { evolveProceedings } from './evolve.ts'
import { initialProceedings } from './state.ts'
import type { Proceedings } from './state.ts'

export { decideProceedings } from './decide.ts'
export { ProceedingsCommand, ProceedingsEvent } from './events.ts'
export { evolveProceedings } from './evolve.ts'
export type { Proceedings } from './state.ts'
export { initialProceedings } from './state.ts'

/** The rules of a meeting log, whole. */
export const proceedingsDecider: Decider<Proceedings, ProceedingsCommand, ProceedingsEvent, Refusal> = {
  initial: initialProceedings,
  evolve: evolveProceedings,
  decide: decideProceedings,
}
