/** What a removal request is about. */
export type TakedownClaim = 'copyright' | 'personal-image' | 'personal-data' | 'defamation' | 'other'

/** How a removal request ended. */
export type TakedownOutcome = 'media-removed' | 'text-redacted' | 'page-removed' | 'refused'

/** A removal request as it came in through the portal's form. */
export type Takedown = {
  readonly id: string
  readonly receivedAtMs: number
  readonly pageUrl: string
  readonly claim: TakedownClaim
  readonly requester: { readonly name: string; readonly contact: string }
  readonly explanation: string
  /** BCP 47 tag of the language the form was filled in. */
  readonly language: string
}

export type TakedownState =
  | { readonly kind: 'received' }
  | {
      readonly kind: 'settled'
      readonly outcome: TakedownOutcome
      readonly atMs: number
      /** Why, per language; for the public register. */
      readonly reason: Readonly<Record<string, string>>
    }

/** How a request ends, when, and why. */
export type TakedownDecision = Omit<Extract<TakedownState, { kind: 'settled' }>, 'kind'>

/** The public line about a request: nothing of the requester, nothing they wrote. */
export type RegisterLine = Pick<Takedown, 'id' | 'receivedAtMs' | 'pageUrl' | 'claim'> & {
  readonly state: TakedownState
}

export type Settlement =
  | { readonly kind: 'settled' }
  | { readonly kind: 'unknown' }
  | ({ readonly kind: 'already-settled' } & TakedownDecision)

/** The removal requests. Every write is on disk when its promise resolves; a failing disk is a `Fault`. */
export type TakedownStore = {
  /** Keeps a request. An id that is already there leaves the first request as it stands. */
  readonly submit: (request: Takedown) => Promise<void>
  /** Every request with its state, for the officer who settles them; by arrival, then by id. */
  readonly list: () => Promise<readonly (Takedown & { readonly state: TakedownState })[]>
  /** Settles a request once; a second settlement changes nothing. */
  readonly settle: (id: string, decision: TakedownDecision) => Promise<Settlement>
  /** The public register, by arrival, then by id. */
  readonly register: () => Promise<readonly RegisterLine[]>
}
