import type { Clock } from '../../ports/clock.ts'

/** The machine's clock. It may step when the machine is set right; order comes from sequence numbers, not from it. */
export const systemClock = (): Clock => ({ now: () => Date.now() })
