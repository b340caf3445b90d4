import { Malformed } from './malformed.ts'
import { HASH_BYTES, leafHash } from './merkle-hash.ts'
import { MAX_NOTE_BYTES } from './note.ts'
import { openUnderPolicy, type Policy, type PolicyVerdict } from './policy.ts'
import { verifyInclusion } from './proofs.ts'
import { decodeBase64, decodeCount, decodeText, encodeBase64 } from './strict-text.ts'

const FIRST_LINE = 'c2sp.org/tlog-proof@v1'
/** A path in a tree of 2^53 leaves, the largest size there is here. */
const MAX_HASHES = 53
const MAX_PROOF_BYTES = MAX_NOTE_BYTES + 100_000

/** A proof that one leaf is in a signed log (c2sp.org/tlog-proof). */
export type TlogProof = {
  readonly index: number
  /** From the sibling of the leaf up to the child of the root. */
  readonly hashes: readonly Uint8Array[]
  /** The signed checkpoint, as its text. */
  readonly checkpoint: string
  /** Opaque, and signed by nobody. */
  readonly extra?: Uint8Array
}

export type TlogProofVerdict =
  | (Extract<PolicyVerdict, { ok: true }> & { readonly index: number })
  | Extract<PolicyVerdict, { ok: false }>
  | { readonly ok: false; readonly code: 'not-included' }

export function formatTlogProof(proof: TlogProof): string {
  const extra = proof.extra === undefined ? [] : [`extra ${encodeBase64(proof.extra)}`]
  const lines = [FIRST_LINE, ...extra, `index ${proof.index}`, ...proof.hashes.map(encodeBase64)]
  return `${lines.join('\n')}\n\n${proof.checkpoint}`
}

/** Throws Malformed; believes nothing. */
export function parseTlogProof(source: Uint8Array | string): TlogProof {
  const text = decodeText(source, MAX_PROOF_BYTES, 'tlog-proof')
  const end = text.indexOf('\n\n')
  if (end < 0) throw new Malformed('tlog-proof', 'bad-line')
  const [first, ...lines] = text.slice(0, end).split('\n')
  if (first !== FIRST_LINE) throw new Malformed('tlog-proof', 'bad-line', 1)
  const extra = lines[0]?.startsWith('extra ') === true ? lines.shift()?.slice('extra '.length) : undefined
  const indexLine = lines.shift() ?? ''
  const head = extra === undefined ? 2 : 3
  if (!indexLine.startsWith('index ')) throw new Malformed('tlog-proof', 'bad-line', head)
  if (lines.length > MAX_HASHES) throw new Malformed('tlog-proof', 'too-large')
  return {
    index: decodeCount(indexLine.slice('index '.length), 'tlog-proof', head),
    hashes: lines.map((line, index) => decodeHash(line, head + 1 + index)),
    checkpoint: text.slice(end + 2),
    ...(extra === undefined ? {} : { extra: decodeBase64(extra, 'tlog-proof', 2) }),
  }
}

/** Whether this leaf is in the log of the proof, by the word of the policy. Throws Malformed. */
export function verifyTlogProof(
  source: Uint8Array | string,
  leaf: Uint8Array,
  policy: Policy,
): TlogProofVerdict {
  const proof = parseTlogProof(source)
  const opened = openUnderPolicy(proof.checkpoint, policy)
  if (!opened.ok) return opened
  const { size, root } = opened.checkpoint
  const claim = { index: proof.index, size, leafHash: leafHash(leaf), root, proof: proof.hashes }
  if (!verifyInclusion(claim)) return { ok: false, code: 'not-included' }
  return { ...opened, index: proof.index }
}

function decodeHash(line: string, number: number): Uint8Array {
  const hash = decodeBase64(line, 'tlog-proof', number)
  if (hash.length !== HASH_BYTES) throw new Malformed('tlog-proof', 'bad-length', number)
  return hash
}
