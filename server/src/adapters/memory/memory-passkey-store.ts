import type { Principal } from '../../ports/access-store.ts'
import type { Passkey, PasskeyStore } from '../../ports/passkey-store.ts'

/** A passkey store that forgets when the process ends; for tests. */
export const memoryPasskeyStore = (): PasskeyStore => {
  const passkeys = new Map<string, Passkey>()

  return {
    add: async (passkey) => {
      if (passkeys.has(passkey.id)) return false
      passkeys.set(passkey.id, passkey)
      return true
    },
    find: async (id) => passkeys.get(id),
    of: async (principal) =>
      [...passkeys.values()]
        .filter((one) => isOf(one, principal))
        .toSorted((a, b) => a.createdAtMs - b.createdAtMs || (a.id < b.id ? -1 : 1)),
    used: async (id, counter, nowMs) => {
      const passkey = passkeys.get(id)
      if (passkey !== undefined) passkeys.set(id, { ...passkey, counter, lastUsedAtMs: nowMs })
    },
    remove: async (principal, id) => {
      const passkey = passkeys.get(id)
      return passkey !== undefined && isOf(passkey, principal) && passkeys.delete(id)
    },
    removeAll: async (principal) => {
      const own = [...passkeys.values()].filter((one) => isOf(one, principal))
      for (const { id } of own) passkeys.delete(id)
      return own.length
    },
  }
}

const isOf = ({ principal }: Passkey, { scope, seat }: Principal): boolean =>
  principal.scope === scope && principal.seat === seat
