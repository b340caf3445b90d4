import type { Principal } from './access-store.ts'

/** A passkey (WebAuthn credential) with which a seat signs in. Times are milliseconds since the epoch. */
export type Passkey = {
  /** The credential's id, base64url. */
  readonly id: string
  readonly principal: Principal
  /** In COSE form, as the authenticator gave it. */
  readonly publicKey: Uint8Array<ArrayBuffer>
  /** The authenticator's count of signatures; 0 for one that does not count. */
  readonly counter: number
  /** What its owner calls it. */
  readonly label: string
  readonly createdAtMs: number
  readonly lastUsedAtMs?: number | undefined
}

/** The passkeys of all seats. Every write is on disk when its promise resolves; a failing disk is a `Fault`. */
export type PasskeyStore = {
  /** Keeps a new passkey; resolves to `false`, changing nothing, where the id is taken. */
  readonly add: (passkey: Passkey) => Promise<boolean>
  readonly find: (id: string) => Promise<Passkey | undefined>
  /** A principal's passkeys, oldest first. */
  readonly of: (principal: Principal) => Promise<readonly Passkey[]>
  /** Takes note of a sign-in; nothing where the passkey is gone. */
  readonly used: (id: string, counter: number, nowMs: number) => Promise<void>
  /** Removes one passkey of a principal; resolves to whether there was one. */
  readonly remove: (principal: Principal, id: string) => Promise<boolean>
  /** Removes all of a principal's; resolves to how many there were. */
  readonly removeAll: (principal: Principal) => Promise<number>
}
