/** Every way the world can fail under the store. A port with other failures adds its codes here. */
export type FaultCode =
  /** There is no room left on the disk. The store has stopped taking writes. */
  | 'disk-full'
  /** A write or a sync failed. The store has stopped taking writes. */
  | 'disk-failed'
  /** An earlier write failed, and what a store says after that cannot be trusted until it is opened again. */
  | 'store-stopped'
  /** Another program holds the database's write lock; nothing was written. */
  | 'store-busy'
  /** The store was closed. */
  | 'store-closed'
  /** Another process (or this one) already serves from this data folder. */
  | 'data-folder-in-use'
  /** The data folder cannot be made or opened. */
  | 'data-folder-unusable'
  /** The database was written by a newer version of Parley. */
  | 'database-newer'
  /** The database is not one of Parley's, or its bytes are damaged. */
  | 'database-damaged'
  /** A follower's listener threw; it was ended so that it misses nothing unnoticed. */
  | 'follower-failed'
  /** The media server did not answer, or not as it should. */
  | 'media-unreachable'

/**
 * The world failed: disk, network, another process. Never a refusal of the rules and never a bug.
 *
 * `retryable` says whether the same request, sent again unchanged, may succeed, be it only after an operator has acted.
 * A fault of `append` means "not acknowledged", not "not written": the act's key tells which, once the store is open again.
 */
export class Fault extends Error {
  readonly code: FaultCode
  readonly retryable: boolean

  constructor(code: FaultCode, options: { readonly retryable: boolean; readonly cause?: unknown }) {
    super(code, 'cause' in options ? { cause: options.cause } : {})
    this.name = 'Fault'
    this.code = code
    this.retryable = options.retryable
  }
}
