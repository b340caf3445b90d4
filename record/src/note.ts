import { Malformed } from './malformed.ts'
import { isKeyName, type SignerKey, type VerifierKey } from './note-keys.ts'
import { decodeBase64, decodeText, encodeBase64 } from './strict-text.ts'

/** C2SP asks for at least 16; more leave room for witnesses, each up to 5 kB with post-quantum keys. */
export const MAX_SIGNATURES = 64
export const MAX_NOTE_BYTES = 1_000_000

export type NoteSignature = {
  readonly name: string
  readonly keyId: string
  /** What follows the key id: for a cosignature, eight bytes of time and the signature proper. */
  readonly bytes: Uint8Array
}

/** A signed note (c2sp.org/signed-note). `text` ends with a line feed and proves nothing by itself. */
export type Note = {
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

export type VerifiedSignature = {
  readonly key: VerifierKey
  /** When a cosignature says it was made, in seconds since 1970 UTC. */
  readonly cosignedAtSeconds?: number
}

export type OpenedNote =
  | { readonly ok: true; readonly text: string; readonly signedBy: readonly VerifiedSignature[] }
  | { readonly ok: false; readonly code: 'bad-signature'; readonly key: VerifierKey }
  | { readonly ok: false; readonly code: 'no-known-signature' }

/** Splits a note into its text and signatures. Throws Malformed; verifies nothing. */
export function parseNote(source: Uint8Array | string): Note {
  const whole = decodeText(source, MAX_NOTE_BYTES, 'note')
  // eslint-disable-next-line no-control-regex -- finding control characters is what it is for
  if (/[\u0000-\u0009\u000b-\u001f]/.test(whole)) throw new Malformed('note', 'control-character')
  const split = whole.lastIndexOf('\n\n')
  if (split < 0 || !whole.endsWith('\n')) throw new Malformed('note', 'no-signature')
  const text = whole.slice(0, split + 1)
  const textLines = text.split('\n').length
  const lines = whole.slice(split + 2, -1).split('\n')
  if (lines.length > MAX_SIGNATURES) throw new Malformed('note', 'too-many-signatures')
  return { text, signatures: lines.map((line, index) => parseSignature(line, textLines + 1 + index)) }
}

/** Signs a text, which must end with a line feed; for a 'cosignature' key the time it is made is needed. */
export function signNote(text: string, key: SignerKey): string {
  return `${text}\n${signatureLine(text, key)}`
}

/** One signature line, to be appended to a note of this text. Throws Malformed when the text cannot be a note's. */
export function signatureLine(text: string, key: SignerKey): string {
  return formatSignature(text, key, encoder.encode(text), new Uint8Array(0))
}

/** One cosignature line (c2sp.org/tlog-cosignature, type 0x04), to be appended to a checkpoint of this text. */
export function cosignatureLine(text: string, key: SignerKey, atSeconds: number): string {
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(BigInt(atSeconds))
  return formatSignature(text, key, cosignedMessage(text, String(atSeconds)), time)
}

/**
 * The text of a note and who of `keys` signed it. Signatures by other keys are passed over, as C2SP demands;
 * one false signature in the name of a known key refuses the whole note.
 * Throws Malformed when it is not a note.
 */
export function openNote(source: Uint8Array | string, keys: readonly VerifierKey[]): OpenedNote {
  const { text, signatures } = parseNote(source)
  const signedBy = new Map<VerifierKey, VerifiedSignature>()
  for (const signature of signatures) {
    for (const key of keys) {
      if (key.name !== signature.name || key.id !== signature.keyId) continue
      const verified = verifySignature(text, signature, key)
      if (verified === undefined) return { ok: false, code: 'bad-signature', key }
      if (!signedBy.has(key)) signedBy.set(key, verified)
    }
  }
  if (signedBy.size === 0) return { ok: false, code: 'no-known-signature' }
  return { ok: true, text, signedBy: [...signedBy.values()] }
}

const encoder = new TextEncoder()
const SIGNATURE_BYTES = 64
const TIME_BYTES = 8

function parseSignature(line: string, number: number): NoteSignature {
  const match = /^— ([^ ]+) ([A-Za-z0-9+/=]+)$/u.exec(line)
  if (!match) throw new Malformed('note', 'bad-line', number)
  const [, name = '', base64 = ''] = match
  if (!isKeyName(name)) throw new Malformed('note', 'bad-name', number)
  const bytes = decodeBase64(base64, 'note', number)
  if (bytes.length < 5) throw new Malformed('note', 'bad-length', number)
  return { name, keyId: Buffer.from(bytes.subarray(0, 4)).toString('hex'), bytes: bytes.subarray(4) }
}

function formatSignature(text: string, key: SignerKey, message: Uint8Array, head: Uint8Array): string {
  const { name, id } = key.verifierKey
  const bytes = Buffer.concat([Buffer.from(id, 'hex'), head, key.sign(message)])
  const line = `— ${name} ${encodeBase64(bytes)}\n`
  // Nothing leaves here that the parser would not take: an empty text, control characters, lone surrogates.
  if (!text.endsWith('\n') || parseNote(`${text}\n${line}`).text !== text)
    throw new Malformed('note', 'bad-line')
  return line
}

function cosignedMessage(text: string, seconds: string): Uint8Array {
  return encoder.encode(`cosignature/v1\ntime ${seconds}\n${text}`)
}

function verifySignature(
  text: string,
  signature: NoteSignature,
  key: VerifierKey,
): VerifiedSignature | undefined {
  const { bytes } = signature
  switch (key.use) {
    case 'note':
      return bytes.length === SIGNATURE_BYTES && key.verify(encoder.encode(text), bytes) ? { key } : undefined
    case 'cosignature': {
      if (bytes.length !== TIME_BYTES + SIGNATURE_BYTES) return undefined
      const seconds = Buffer.from(bytes).readBigUInt64BE(0)
      if (seconds > BigInt(Number.MAX_SAFE_INTEGER)) return undefined
      const good = key.verify(cosignedMessage(text, String(seconds)), bytes.subarray(TIME_BYTES))
      return good ? { key, cosignedAtSeconds: Number(seconds) } : undefined
    }
  }
}
