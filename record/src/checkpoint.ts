import { Malformed } from './malformed.ts'
import { HASH_BYTES } from './merkle-hash.ts'
import { isKeyName, type SignerKey, type VerifierKey } from './note-keys.ts'
import { openNote, parseNote, signNote, type VerifiedSignature } from './note.ts'
import { decodeBase64, decodeCount, encodeBase64 } from './strict-text.ts'

/** The head of a log (c2sp.org/tlog-checkpoint), without extension lines. */
export type Checkpoint = {
  /** The log among all logs of the world: the name of the key that signs it, a slash, the log's own name. */
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
}

export type OpenedCheckpoint =
  | { readonly ok: true; readonly checkpoint: Checkpoint; readonly signedBy: readonly VerifiedSignature[] }
  | { readonly ok: false; readonly code: 'bad-signature'; readonly key: VerifierKey }
  | { readonly ok: false; readonly code: 'no-known-signature' }

/** The origin of a log whose checkpoints the key of this name signs. */
export function originOf(keyName: string, log: string): string {
  return `${keyName}/${log}`
}

/**
 * Whether a key of this name speaks for the log of this origin: its own name, or anything below it.
 * C2SP leaves open how the two correspond; one key of a server signs all of that server's logs.
 */
export function speaksFor(keyName: string, origin: string): boolean {
  return origin === keyName || origin.startsWith(`${keyName}/`)
}

/** Whether events that call their log `log` belong under this origin. */
export function isLogOf(origin: string, log: string): boolean {
  return origin === log || origin.endsWith(`/${log}`)
}

/** The signed checkpoint as text. Throws Malformed when the origin is no key name. */
export function signCheckpoint(checkpoint: Checkpoint, key: SignerKey): string {
  const text = formatCheckpoint(checkpoint)
  parseCheckpointText(text)
  return signNote(text, key)
}

/** The checkpoint in a note, believed: who signed it is not asked. Throws Malformed. */
export function parseCheckpoint(source: Uint8Array | string): Checkpoint {
  return parseCheckpointText(parseNote(source).text)
}

/** The checkpoint in a note and who of `keys` signed it, as openNote. Throws Malformed. */
export function openCheckpoint(source: Uint8Array | string, keys: readonly VerifierKey[]): OpenedCheckpoint {
  const opened = openNote(source, keys)
  if (!opened.ok) return opened
  return { ok: true, checkpoint: parseCheckpointText(opened.text), signedBy: opened.signedBy }
}

/** The unsigned text of a checkpoint: origin, size, base64 root, one a line. */
export function formatCheckpoint(checkpoint: Checkpoint): string {
  return `${checkpoint.origin}\n${checkpoint.size}\n${encodeBase64(checkpoint.root)}\n`
}

function parseCheckpointText(text: string): Checkpoint {
  const lines = text.split('\n')
  const [origin = '', size = '', root = '', end] = lines
  if (lines.length !== 4 || end !== '')
    throw new Malformed('checkpoint', 'bad-line', Math.min(lines.length, 4))
  if (!isKeyName(origin)) throw new Malformed('checkpoint', 'bad-name', 1)
  const checkpoint = {
    origin,
    size: decodeCount(size, 'checkpoint', 2),
    root: decodeBase64(root, 'checkpoint', 3),
  }
  if (checkpoint.root.length !== HASH_BYTES) throw new Malformed('checkpoint', 'bad-length', 3)
  return checkpoint
}
