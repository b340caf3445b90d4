import { openCheckpoint, speaksFor, type OpenedCheckpoint } from './checkpoint.ts'
import { Malformed, type MalformedCode } from './malformed.ts'
import { parseVerifierKey, samePublicKey, type VerifierKey } from './note-keys.ts'
import { decodeText } from './strict-text.ts'

const MAX_POLICY_BYTES = 1_000_000

export type Witness = { readonly kind: 'witness'; readonly name: string; readonly key: VerifierKey }
/** Witnesses when at least `threshold` of its members do. */
export type WitnessGroup = {
  readonly kind: 'group'
  readonly name: string
  readonly threshold: number
  readonly members: readonly Quorum[]
}
export type Quorum = Witness | WitnessGroup

/** Whose word a verifier takes (c2sp.org/tlog-policy). */
export type Policy = {
  readonly logs: readonly VerifierKey[]
  readonly witnesses: readonly Witness[]
  /** Undefined for `quorum none`: no cosignature is needed. */
  readonly quorum: Quorum | undefined
}

export type PolicyVerdict =
  | OpenedCheckpoint
  | { readonly ok: false; readonly code: 'not-signed-by-log' | 'quorum-not-met' }

/** The text of a policy that trusts these logs without witnesses. */
export function formatPolicy(logs: readonly VerifierKey[]): string {
  return `${logs.map((key) => `log ${key.text}\n`).join('')}quorum none\n`
}

/** Reads a policy. Throws Malformed with the line. URLs are accepted and not kept. */
export function parsePolicy(source: Uint8Array | string): Policy {
  const text = decodeText(source, MAX_POLICY_BYTES, 'policy')
  const draft: Draft = { logs: [], witnesses: [], names: new Map(), quorum: undefined }
  for (const [index, line] of text.split('\n').entries()) {
    const fail = (code: MalformedCode) => new Malformed('policy', code, index + 1)
    // eslint-disable-next-line no-control-regex -- finding control characters is what it is for
    if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(line)) throw fail('control-character')
    const [keyword, ...words] = line.split(/[\t ]+/).filter((word) => word !== '')
    if (keyword === undefined || keyword.startsWith('#')) continue
    const read = STATEMENTS.get(keyword)
    if (read === undefined) throw fail('bad-line')
    read(draft, words, fail)
  }
  if (draft.quorum === undefined) throw new Malformed('policy', 'no-quorum')
  const { quorum } = draft
  return { logs: draft.logs, witnesses: draft.witnesses, quorum: quorum === 'none' ? undefined : quorum }
}

/**
 * Opens a checkpoint and says whether the policy is met: signed by a log that speaks for its origin, and
 * cosigned by the quorum. Throws Malformed when it is no checkpoint.
 */
export function openUnderPolicy(source: Uint8Array | string, policy: Policy): PolicyVerdict {
  const opened = openCheckpoint(source, [...policy.logs, ...policy.witnesses.map((witness) => witness.key)])
  if (!opened.ok) return opened
  const signers = new Set(opened.signedBy.map((signature) => signature.key))
  const { origin } = opened.checkpoint
  if (!policy.logs.some((key) => signers.has(key) && speaksFor(key.name, origin))) {
    return { ok: false, code: 'not-signed-by-log' }
  }
  if (policy.quorum !== undefined && !witnessed(policy.quorum, signers)) {
    return { ok: false, code: 'quorum-not-met' }
  }
  return opened
}

function witnessed(quorum: Quorum, signers: ReadonlySet<VerifierKey>): boolean {
  switch (quorum.kind) {
    case 'witness':
      return signers.has(quorum.key)
    case 'group':
      return quorum.members.filter((member) => witnessed(member, signers)).length >= quorum.threshold
  }
}

type Draft = {
  readonly logs: VerifierKey[]
  readonly witnesses: Witness[]
  readonly names: Map<string, Quorum>
  quorum: Quorum | 'none' | undefined
}
type Fail = (code: MalformedCode) => Malformed
type ReadStatement = (draft: Draft, words: readonly string[], fail: Fail) => void

const STATEMENTS: ReadonlyMap<string, ReadStatement> = new Map([
  ['log', readLog],
  ['witness', readWitness],
  ['group', readGroup],
  ['quorum', readQuorum],
])

function readLog(draft: Draft, words: readonly string[], fail: Fail): void {
  const [text] = words
  if (text === undefined || words.length > 2) throw fail('bad-line')
  const key = readKey(text, 'note', fail)
  if (draft.logs.some((log) => samePublicKey(log, key))) throw fail('duplicate-key')
  draft.logs.push(key)
}

function readWitness(draft: Draft, words: readonly string[], fail: Fail): void {
  const [name, text] = words
  if (name === undefined || text === undefined || words.length > 3) throw fail('bad-line')
  const key = readKey(text, 'cosignature', fail)
  if (draft.witnesses.some((witness) => samePublicKey(witness.key, key))) throw fail('duplicate-key')
  const witness: Witness = { kind: 'witness', name, key }
  define(draft, witness, fail)
  draft.witnesses.push(witness)
}

function readGroup(draft: Draft, words: readonly string[], fail: Fail): void {
  const [name, rule, ...memberNames] = words
  if (name === undefined || rule === undefined || memberNames.length === 0) throw fail('bad-line')
  const members = memberNames.map((member) => find(draft, member, fail))
  if (new Set(members).size !== members.length) throw fail('duplicate-member')
  define(draft, { kind: 'group', name, threshold: readThreshold(rule, members.length, fail), members }, fail)
}

function readThreshold(rule: string, memberCount: number, fail: Fail): number {
  if (rule === 'all') return memberCount
  if (rule === 'any') return 1
  const threshold = /^[1-9][0-9]{0,5}$/.test(rule) ? Number(rule) : 0
  if (threshold < 1 || threshold > memberCount) throw fail('bad-threshold')
  return threshold
}

function readQuorum(draft: Draft, words: readonly string[], fail: Fail): void {
  const [name] = words
  if (name === undefined || words.length > 1) throw fail('bad-line')
  if (draft.quorum !== undefined) throw fail('two-quorums')
  draft.quorum = name === 'none' ? 'none' : find(draft, name, fail)
}

function readKey(text: string, use: VerifierKey['use'], fail: Fail): VerifierKey {
  const key = readVerifierKey(text, fail)
  if (key.use !== use) throw fail('unknown-algorithm')
  return key
}

/** The same refusal as parseVerifierKey, told with the line of the policy. */
function readVerifierKey(text: string, fail: Fail): VerifierKey {
  try {
    return parseVerifierKey(text)
  } catch (error) {
    throw error instanceof Malformed ? fail(error.code) : error
  }
}

function define(draft: Draft, quorum: Quorum, fail: Fail): void {
  if (quorum.name === 'none' || draft.names.has(quorum.name)) throw fail('duplicate-name')
  draft.names.set(quorum.name, quorum)
}

function find(draft: Draft, name: string, fail: Fail): Quorum {
  const found = draft.names.get(name)
  if (found === undefined) throw fail('unknown-name')
  return found
}
