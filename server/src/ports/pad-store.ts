/** One pad of one chamber. */
export type PadKey = { readonly chamber: string; readonly pad: string }

/**
 * What pads hold: the newest compacted state of each, never how it came about. What a save replaces or a removal takes
 * away is gone from the store's files when the promise resolves. A failing disk is a `Fault`.
 */
export type PadStore = {
  /** The state, `undefined` if none was saved. */
  readonly load: (key: PadKey) => Promise<Uint8Array | undefined>
  readonly save: (key: PadKey, state: Uint8Array) => Promise<void>
  /** A pad that is not there stays so. */
  readonly remove: (key: PadKey) => Promise<void>
  /** The chamber's pads that have a state, sorted by code point. */
  readonly pads: (chamber: string) => Promise<readonly string[]>
}
