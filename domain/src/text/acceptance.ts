import type { StanceLevel } from './things.ts'

/** Whether a stance at this level lets the version through: the delegation can live with it, for good or pending word from home. */
export const isAccepting = (level: StanceLevel | undefined): boolean => {
  switch (level) {
    case 'can-live':
    case 'ad-referendum':
    case 'confirmed':
      return true
    case 'object':
    case 'reserve':
    case undefined:
      return false
  }
}
