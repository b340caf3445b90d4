const REMEMBERED_MS = 24 * 60 * 60 * 1000

/** Tokens that are not good any more although they have not run out: those of people who were removed. */
export class Revocations {
  readonly #until = new Map<string, { readonly issuedUpToSeconds: number; readonly atMs: number }>()

  /** Every token of this identity for this room made up to that second is worth nothing from now on. */
  revoke(room: string, identity: string, issuedUpToSeconds: number, nowMs: number): void {
    const key = keyOf(room, identity)
    // Taken out first, so that the map stays in the order of time.
    this.#until.delete(key)
    this.#until.set(key, { issuedUpToSeconds, atMs: nowMs })
  }

  covers(room: string, identity: string, issuedAtSeconds: number): boolean {
    const revoked = this.#until.get(keyOf(room, identity))
    return revoked !== undefined && issuedAtSeconds <= revoked.issuedUpToSeconds
  }

  /** Lets go of what is older than a day; no token for a meeting lives that long. */
  forgetOld(nowMs: number): void {
    for (const [key, { atMs }] of this.#until) {
      if (nowMs - atMs <= REMEMBERED_MS) return
      this.#until.delete(key)
    }
  }
}

const keyOf = (room: string, identity: string): string => JSON.stringify([room, identity])
