import { type KeyStore, assertKeyName } from '../../ports/key-store.ts'

/** A key store that forgets when the process ends; for tests. */
export const memoryKeyStore = (): KeyStore => {
  const secrets = new Map<string, string>()
  return {
    load: async (name) => {
      assertKeyName(name)
      return secrets.get(name)
    },
    save: async (name, secret) => {
      assertKeyName(name)
      if (secrets.has(name)) return 'exists'
      secrets.set(name, secret)
      return 'saved'
    },
  }
}
