import type { Clock } from '../ports/clock.ts'

/** How long a person has for a finger or a PIN. */
export const CHALLENGE_MINUTES = 5
/** More than people ask for at one time; beyond, the oldest are forgotten. */
const MAX_CHALLENGES = 10_000

/** What was handed out to be signed, each good once, for a short time, and for whom it was made. */
export type Challenges = {
  readonly issue: (challenge: string, holder: string) => void
  /** Whether this challenge was issued to this holder and is still good; it is not afterwards. */
  readonly take: (challenge: string, holder: string) => boolean
}

export const createChallenges = (clock: Clock): Challenges => {
  const issued = new Map<string, { readonly holder: string; readonly expiresAtMs: number }>()
  return {
    issue: (challenge, holder) => {
      for (const [known, { expiresAtMs }] of issued) {
        if (expiresAtMs > clock.now() && issued.size < MAX_CHALLENGES) break
        issued.delete(known)
      }
      issued.set(challenge, { holder, expiresAtMs: clock.now() + CHALLENGE_MINUTES * 60_000 })
    },
    take: (challenge, holder) => {
      const found = issued.get(challenge)
      issued.delete(challenge)
      return found !== undefined && found.holder === holder && found.expiresAtMs > clock.now()
    },
  }
}
