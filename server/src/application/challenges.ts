import type { Clock } from '../ports/clock.ts'

/** How long a person has for a finger or a PIN. */
export const CHALLENGE_MINUTES = 5
/** To whom a challenge for signing in is given: nobody has said yet who they are. */
export const ANYBODY = ''
/** More than people ask for at one time; beyond, the oldest of the same holder are forgotten. */
const LIMITS = { anybody: 100_000, each: 8 } as const

/** What was handed out to be signed, each good once, for a short time, and for whom it was made. */
export type Challenges = {
  readonly issue: (challenge: string, holder: string) => void
  /** Whether this challenge was issued to this holder and is still good; it is not afterwards. */
  readonly take: (challenge: string, holder: string) => boolean
}

export const createChallenges = (clock: Clock): Challenges => {
  const issued = new Map<string, { readonly holder: string; readonly expiresAtMs: number }>()
  /** In the order they were issued. One who asks without end pushes out nobody else's. */
  const held = new Map<string, Set<string>>()
  const forget = (challenge: string): void => {
    const holder = issued.get(challenge)?.holder ?? ANYBODY
    issued.delete(challenge)
    const own = held.get(holder)
    own?.delete(challenge)
    if (own?.size === 0) held.delete(holder)
  }
  return {
    issue: (challenge, holder) => {
      for (const [known, { expiresAtMs }] of issued) {
        if (expiresAtMs > clock.now()) break
        forget(known)
      }
      const [oldest] = held.get(holder) ?? []
      const limit = holder === ANYBODY ? LIMITS.anybody : LIMITS.each
      if (oldest !== undefined && (held.get(holder)?.size ?? 0) >= limit) forget(oldest)
      issued.set(challenge, { holder, expiresAtMs: clock.now() + CHALLENGE_MINUTES * 60_000 })
      held.set(holder, (held.get(holder) ?? new Set()).add(challenge))
    },
    take: (challenge, holder) => {
      const found = issued.get(challenge)
      forget(challenge)
      return found !== undefined && found.holder === holder && found.expiresAtMs > clock.now()
    },
  }
}
