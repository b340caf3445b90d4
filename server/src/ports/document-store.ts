import assert from 'node:assert/strict'

/** What became of a stream of bytes that was to be kept. */
export type Keeping =
  | { readonly kind: 'kept'; readonly sha256: string; readonly sizeBytes: number }
  /** More bytes than allowed, or none at all; nothing was kept. */
  | { readonly kind: 'too-large' | 'empty' }
  /** The place holds as many files as it may. */
  | { readonly kind: 'full' }

export type KeptDocument = { readonly sizeBytes: number; readonly chunks: AsyncIterable<Uint8Array> }

/**
 * The files of documents, by place and by the hash of their bytes. Places know nothing of each other: whoever learns a hash
 * in one finds nothing under it in another. A failing disk is a `Fault`.
 */
export type DocumentStore = {
  /**
   * Keeps a stream without holding it in memory; on disk when it resolves. The same bytes twice are kept once. A stream
   * that fails leaves nothing behind, and its error is passed on.
   */
  readonly keep: (place: string, chunks: AsyncIterable<Uint8Array>, limitBytes: number) => Promise<Keeping>
  /** The bytes kept under a hash, `undefined` where there are none. */
  readonly open: (place: string, sha256: string) => Promise<KeptDocument | undefined>
}

/** How many files one place may hold. */
export const FILES_LIMIT = 500

/** Fails on anything that is no hash; what people wrote never comes this far. */
export const assertSha256 = (sha256: string): void => {
  assert(/^[0-9a-f]{64}$/.test(sha256), 'a document is named by the SHA-256 of its bytes')
}
