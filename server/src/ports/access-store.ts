/** Someone a session speaks for: a seat in the dialogue or meeting that `scope` names. */
export type Principal = { readonly scope: string; readonly seat: string }

/** A single-use way in. Times are milliseconds since the epoch; only the token's hash is ever stored. */
export type Invitation = {
  readonly tokenHash: string
  readonly principal: Principal
  /** Whether whoever comes in with it waits until somebody of their side admits them. */
  readonly lobby: boolean
  readonly createdAtMs: number
  readonly expiresAtMs: number
}

/** A signed-in seat. Times are milliseconds since the epoch; only the token's hash is ever stored. */
export type Session = {
  readonly tokenHash: string
  readonly principal: Principal
  readonly createdAtMs: number
  readonly expiresAtMs: number
}

/** Whom a live session speaks for, and whether that seat still waits to be admitted. */
export type SignedIn = { readonly principal: Principal; readonly waits: boolean }

/** Someone who came in and waits to be admitted. */
export type Waiting = { readonly principal: Principal; readonly sinceMs: number }

/** What an invitation is good for, found out without using it up. */
export type Look =
  | {
      readonly kind: 'open'
      readonly principal: Principal
      readonly expiresAtMs: number
      readonly lobby: boolean
    }
  | { readonly kind: 'used'; readonly principal: Principal }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'expired' }

export type Redemption =
  | { readonly kind: 'redeemed'; readonly principal: Principal }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'used' }
  | { readonly kind: 'expired' }

/**
 * Who may come in: invitations and sessions. Every write is on disk when its promise resolves.
 * Something is expired from `expiresAtMs` on. A token hash used twice is a bug and rejects; a failing disk is a `Fault`.
 */
export type AccessStore = {
  readonly invite: (invitation: Invitation) => Promise<void>
  /**
   * Uses an invitation up, at most once however many ask at the same time. With `session`, opens one for the invited
   * principal in the same step, so that no crash between the two can shut a seat out.
   *
   * An invitation to the lobby makes its seat wait, unless it was admitted before or is signed in already. An invitation
   * past it admits the seat, and ends the sessions that waited: nobody had said yet whose they are.
   */
  readonly redeem: (
    tokenHash: string,
    nowMs: number,
    session?: { readonly tokenHash: string; readonly expiresAtMs: number },
  ) => Promise<Redemption>
  readonly look: (tokenHash: string, nowMs: number) => Promise<Look>
  /** A principal's invitations that can still be used, oldest first. */
  readonly openInvitations: (
    principal: Principal,
    nowMs: number,
  ) => Promise<readonly Pick<Invitation, 'createdAtMs' | 'expiresAtMs'>[]>
  readonly openSession: (session: Session) => Promise<void>
  /** Whom a live session speaks for. */
  readonly session: (tokenHash: string, nowMs: number) => Promise<SignedIn | undefined>
  /** Ends a session; one that is not there is already ended. */
  readonly endSession: (tokenHash: string) => Promise<void>
  /** Everyone who waits in a scope, the longest first. */
  readonly waiting: (scope: string) => Promise<readonly Waiting[]>
  /** Admits a seat that waits, for good; resolves to whether it did wait. */
  readonly admit: (principal: Principal, nowMs: number) => Promise<boolean>
  /**
   * Ends all of a principal's sessions and unused invitations; resolves to how many there were. An admission ends with
   * them, and so does waiting.
   */
  readonly revoke: (principal: Principal) => Promise<number>
  /** A principal's live sessions, oldest first. */
  readonly sessions: (principal: Principal, nowMs: number) => Promise<readonly Session[]>
  /** Forgets what had expired by `nowMs`; resolves to how many. An invitation forgotten is `unknown` from then on. */
  readonly sweep: (nowMs: number) => Promise<number>
}
