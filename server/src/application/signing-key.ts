import { generateSignerKey, parseSignerKey, type SignerKey } from '@parley/record/note-keys'
import type { KeyStore } from '../ports/key-store.ts'

const KEY_NAME = 'record'

/** The key was made under another name, and logs never change the name they are signed under. */
export class NameChanged extends Error {
  readonly keyName: string

  constructor(keyName: string) {
    super(`the record is signed as ${keyName}`)
    this.name = 'NameChanged'
    this.keyName = keyName
  }
}

/** The key that signs the heads of all logs of this server, made at first need. Throws `NameChanged`. */
export const signingKey = async (keys: KeyStore, name: string): Promise<SignerKey> => {
  const kept = (await keys.load(KEY_NAME)) ?? (await makeKey(keys, name))
  const key = parseSignerKey(kept)
  if (key.verifierKey.name !== name) throw new NameChanged(key.verifierKey.name)
  return key
}

const makeKey = async (keys: KeyStore, name: string): Promise<string> => {
  const secret = generateSignerKey(name).exportText()
  const outcome = await keys.save(KEY_NAME, secret)
  return outcome === 'saved' ? secret : ((await keys.load(KEY_NAME)) ?? secret)
}
