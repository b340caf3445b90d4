import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'
import { Malformed, type MalformedSubject } from './malformed.ts'
import { sameBytes, sha256 } from './merkle-hash.ts'
import { decodeBase64, encodeBase64 } from './strict-text.ts'

/**
 * What a key signs, as the C2SP signature types name it: 'note' is type 0x01, Ed25519 over the note's text;
 * 'cosignature' is type 0x04, Ed25519 over a time and a checkpoint (c2sp.org/tlog-cosignature).
 */
export type KeyUse = 'note' | 'cosignature'

const TYPE_BYTES: { readonly [use in KeyUse]: number } = { note: 0x01, cosignature: 0x04 }
const KEY_BYTES = 32
const MAX_NAME_CHARACTERS = 400

/** A public key with the name it signs under (c2sp.org/signed-note, "Verifier keys"). */
export type VerifierKey = {
  readonly name: string
  /** Four bytes in lower-case hex: the beginning of SHA-256(name, line feed, type byte, public key). */
  readonly id: string
  readonly use: KeyUse
  readonly publicKey: Uint8Array
  /** The text form: name, id and base64 key joined by `+`. */
  readonly text: string
  verify(message: Uint8Array, signature: Uint8Array): boolean
}

/** A private key and what verifies its signatures. */
export type SignerKey = {
  readonly verifierKey: VerifierKey
  sign(message: Uint8Array): Uint8Array
  /** `PRIVATE+KEY+…`, the form golang.org/x/mod/sumdb/note reads. Whoever has it signs as this log. */
  exportText(): string
}

/** A new Ed25519 key. Throws Malformed when the name is empty, or has a space, plus or control character. */
export function generateSignerKey(name: string, use: KeyUse = 'note'): SignerKey {
  const { privateKey } = generateKeyPairSync('ed25519')
  const der = privateKey.export({ format: 'der', type: 'pkcs8' })
  return signerKeyOf(name, use, der.subarray(-KEY_BYTES), 'signer-key')
}

/** Reads what `exportText` wrote. Throws Malformed; its message never holds the key. */
export function parseSignerKey(text: string): SignerKey {
  const match = /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text)
  if (!match) throw new Malformed('signer-key', 'bad-line')
  const [, name = '', id = '', material = ''] = match
  const { use, bytes } = decodeMaterial(material, 'signer-key')
  const key = signerKeyOf(name, use, bytes, 'signer-key')
  if (key.verifierKey.id !== id) throw new Malformed('signer-key', 'key-id-mismatch')
  return key
}

/** Reads a verifier key of type 0x01 or 0x04. Throws Malformed, also when its id is not that of the key. */
export function parseVerifierKey(text: string): VerifierKey {
  const match = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text)
  if (!match) throw new Malformed('verifier-key', 'bad-line')
  const [, name = '', id = '', material = ''] = match
  const { use, bytes } = decodeMaterial(material, 'verifier-key')
  const key = verifierKeyOf(name, use, bytes, 'verifier-key')
  if (key.id !== id) throw new Malformed('verifier-key', 'key-id-mismatch')
  return key
}

/** Whether two keys are the same public key, whatever their names and ids. */
export function samePublicKey(left: VerifierKey, right: VerifierKey): boolean {
  return sameBytes(left.publicKey, right.publicKey)
}

/** A name of keys and logs: not empty, without plus, Unicode spaces and control characters. */
export function isKeyName(name: string): boolean {
  return (
    name.length > 0 && name.length <= MAX_NAME_CHARACTERS && !/[+\p{White_Space}\p{Cc}\p{Cs}]/u.test(name)
  )
}

function signerKeyOf(name: string, use: KeyUse, seed: Uint8Array, subject: MalformedSubject): SignerKey {
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8_HEAD, seed]),
    format: 'der',
    type: 'pkcs8',
  })
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  const verifierKey = verifierKeyOf(name, use, spki.subarray(-KEY_BYTES), subject)
  return {
    verifierKey,
    sign: (message) => sign(null, message, privateKey),
    exportText: () => {
      const material = encodeBase64(Buffer.concat([Buffer.of(TYPE_BYTES[use]), seed]))
      return `PRIVATE+KEY+${name}+${verifierKey.id}+${material}`
    },
  }
}

function verifierKeyOf(
  name: string,
  use: KeyUse,
  publicKey: Uint8Array,
  subject: MalformedSubject,
): VerifierKey {
  if (!isKeyName(name)) throw new Malformed(subject, 'bad-name')
  const material = Buffer.concat([Buffer.of(TYPE_BYTES[use]), publicKey])
  const id = Buffer.from(sha256(Buffer.concat([Buffer.from(`${name}\n`), material])).subarray(0, 4)).toString(
    'hex',
  )
  const keyObject: KeyObject = createPublicKey({
    key: Buffer.concat([SPKI_HEAD, publicKey]),
    format: 'der',
    type: 'spki',
  })
  return {
    name,
    id,
    use,
    publicKey,
    text: `${name}+${id}+${encodeBase64(material)}`,
    verify: (message, signature) => verify(null, message, keyObject, signature),
  }
}

function decodeMaterial(text: string, subject: MalformedSubject): { use: KeyUse; bytes: Uint8Array } {
  const material = decodeBase64(text, subject)
  if (material.length !== 1 + KEY_BYTES) throw new Malformed(subject, 'bad-length')
  const bytes = material.subarray(1)
  if (material[0] === TYPE_BYTES.note) return { use: 'note', bytes }
  if (material[0] === TYPE_BYTES.cosignature) return { use: 'cosignature', bytes }
  throw new Malformed(subject, 'unknown-algorithm')
}

// What stands before the 32 bytes of an Ed25519 key in its DER forms (RFC 8410).
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex')
