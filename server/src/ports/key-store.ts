import assert from 'node:assert/strict'

/** The secrets a server signs with: opaque text by name, written once. A failing disk is a `Fault`. */
export type KeyStore = {
  /** The secret, `undefined` if none was saved under this name. */
  readonly load: (name: string) => Promise<string | undefined>
  /** Saves a secret for good; on disk when it resolves. Whoever comes second gets `exists` and must load. */
  readonly save: (name: string, secret: string) => Promise<'saved' | 'exists'>
}

/** Fails on a name that could be anything but a file's: lower-case letters, digits and inner hyphens, at most 64. */
export const assertKeyName = (name: string): void => {
  assert(
    /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/.test(name),
    'a key name is lower-case letters, digits and hyphens',
  )
}
