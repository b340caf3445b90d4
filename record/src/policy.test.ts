import { expect, test } from 'vitest'
import { signCheckpoint } from './checkpoint.ts'
import { Malformed } from './malformed.ts'
import { generateSignerKey, type SignerKey } from './note-keys.ts'
import { cosignatureLine, parseNote } from './note.ts'
import { formatPolicy, openUnderPolicy, parsePolicy } from './policy.ts'
import { formatTlogProof, parseTlogProof, verifyTlogProof } from './tlog-proof.ts'
import { createTree } from './tree.ts'

const log = generateSignerKey('parley.example')
const north = generateSignerKey('north.example/witness', 'cosignature')
const south = generateSignerKey('south.example/witness', 'cosignature')
const third = generateSignerKey('third.example/witness', 'cosignature')

const LEAVES = 7
const leafOf = (index: number) => new TextEncoder().encode(`leaf ${index}`)
const tree = createTree()
for (let index = 0; index < LEAVES; index++) tree.append(leafOf(index))

const checkpoint = signCheckpoint(
  { origin: 'parley.example/meeting/8', size: LEAVES, root: tree.root() },
  log,
)
const { text } = parseNote(checkpoint)
const cosigned = (...witnesses: SignerKey[]) =>
  checkpoint + witnesses.map((witness) => cosignatureLine(text, witness, 1_595_462_400)).join('')

const head = `# who we trust
log ${log.verifierKey.text} https://parley.example/

witness north\t${north.verifierKey.text}
  witness south ${south.verifierKey.text} https://south.example/witness
witness third ${third.verifierKey.text}
`

const verdict = (rules: string, ...witnesses: SignerKey[]) => {
  const opened = openUnderPolicy(cosigned(...witnesses), parsePolicy(head + rules))
  return opened.ok ? 'met' : opened.code
}

function codeOf(policy: string): string {
  try {
    parsePolicy(policy)
  } catch (error) {
    if (error instanceof Malformed) return `${error.line ?? ''} ${error.code}`.trim()
    throw error
  }
  return 'accepted'
}

test('a policy without quorum needs the log alone', () => {
  expect(verdict('quorum none\n')).toBe('met')
  const plain = parsePolicy(formatPolicy([log.verifierKey]))
  expect(openUnderPolicy(checkpoint, plain)).toMatchObject({ ok: true, checkpoint: { size: LEAVES } })
})

test('the quorum is met by those it names and by nobody else', () => {
  expect(verdict('quorum north\n')).toBe('quorum-not-met')
  expect(verdict('quorum north\n', south)).toBe('quorum-not-met')
  expect(verdict('quorum north\n', north)).toBe('met')
  const both = 'group both all north south\nquorum both\n'
  expect(verdict(both, north, third)).toBe('quorum-not-met')
  expect(verdict(both, south, north)).toBe('met')
  expect(verdict('group one any north south\nquorum one\n', third)).toBe('quorum-not-met')
  expect(verdict('group one any north south\nquorum one\n', south)).toBe('met')
  const two = 'group two 2 north south third\nquorum two\n'
  expect(verdict(two, third)).toBe('quorum-not-met')
  expect(verdict(two, third, third)).toBe('quorum-not-met')
  expect(verdict(two, third, north)).toBe('met')
  const nested = 'group pair any south third\ngroup all all north pair\nquorum all\n'
  expect(verdict(nested, south, third)).toBe('quorum-not-met')
  expect(verdict(nested, north, third)).toBe('met')
})

test('witnesses without the log, and a log of another name, meet no policy', () => {
  const stranger = formatPolicy([generateSignerKey('parley.example').verifierKey])
  expect(openUnderPolicy(cosigned(north), parsePolicy(stranger))).toMatchObject({
    code: 'no-known-signature',
  })
  const knowsNorth = parsePolicy(`${stranger}witness north ${north.verifierKey.text}\n`)
  expect(openUnderPolicy(cosigned(north), knowsNorth)).toMatchObject({ code: 'not-signed-by-log' })
  const elsewhere = signCheckpoint({ origin: 'other.example/meeting/8', size: 0, root: tree.root(0) }, log)
  const policy = parsePolicy(formatPolicy([log.verifierKey]))
  expect(openUnderPolicy(elsewhere, policy)).toMatchObject({ code: 'not-signed-by-log' })
})

test.each([
  ['no quorum', '', 'no-quorum'],
  ['two quorums', 'quorum none\nquorum none\n', '8 two-quorums'],
  ['an unknown word', 'logs a\n', '7 bad-line'],
  ['a quorum nobody defined', 'quorum east\n', '7 unknown-name'],
  ['a quorum defined below', 'quorum a\ngroup a any north\n', '7 unknown-name'],
  ['a group in itself', 'group a any a\n', '7 unknown-name'],
  ['the name none', 'group none any north\n', '7 duplicate-name'],
  ['a name twice', 'group north any south\n', '7 duplicate-name'],
  ['a member twice', 'group a any north north\n', '7 duplicate-member'],
  ['a group without members', 'group a all\n', '7 bad-line'],
  ['a threshold of none', 'group a 0 north\n', '7 bad-threshold'],
  ['a threshold above its members', 'group a 2 north\n', '7 bad-threshold'],
  ['a threshold with a leading zero', 'group a 01 north\n', '7 bad-threshold'],
  ['a log twice', `log ${log.verifierKey.text}\n`, '7 duplicate-key'],
  ['a witness twice', `witness more ${north.verifierKey.text}\n`, '7 duplicate-key'],
  ['a log as witness', `witness more ${log.verifierKey.text}\n`, '7 unknown-algorithm'],
  [
    'a key with another id',
    `log ${log.verifierKey.text.replace(/\+[0-9a-f]{8}/, '+00000000')}\n`,
    '7 key-id-mismatch',
  ],
  ['a control character', 'quorum\u0001none\n', '7 control-character'],
])('a policy with %s is refused by line and code', (_, rules, code) => {
  expect(codeOf(head + rules)).toBe(code)
})

const proofOf = (index: number) => formatTlogProof({ index, hashes: tree.inclusion(index), checkpoint })
const policy = parsePolicy(formatPolicy([log.verifierKey]))

test('the proof of every leaf verifies for this leaf and for no other', () => {
  for (let index = 0; index < LEAVES; index++) {
    expect(verifyTlogProof(proofOf(index), leafOf(index), policy)).toMatchObject({ ok: true, index })
    expect(verifyTlogProof(proofOf(index), leafOf(index + 1), policy)).toEqual({
      ok: false,
      code: 'not-included',
    })
  }
})

test('a proof is read as it was written, with and without what is signed by nobody', () => {
  const proof = { index: 3, hashes: tree.inclusion(3), checkpoint, extra: Uint8Array.of(1, 2) }
  const again = parseTlogProof(formatTlogProof(proof))
  expect({
    ...again,
    hashes: again.hashes.map((hash) => [...hash]),
    extra: [...(again.extra ?? [])],
  }).toEqual({
    ...proof,
    hashes: proof.hashes.map((hash) => [...hash]),
    extra: [1, 2],
  })
  expect(parseTlogProof(proofOf(3)).extra).toBeUndefined()
})

const holds = (candidate: Uint8Array) => {
  try {
    return verifyTlogProof(candidate, leafOf(5), policy).ok
  } catch (error) {
    if (error instanceof Malformed) return false
    throw error
  }
}

test('no bit of a proof can be flipped', () => {
  const bytes = new TextEncoder().encode(proofOf(5))
  expect(holds(bytes)).toBe(true)
  const accepted: number[] = []
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const flipped = bytes.slice()
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    if (holds(flipped)) accepted.push(bit)
  }
  expect(accepted).toEqual([])
})

test.each([
  ['another first line', proofOf(0).replace('v1', 'v2'), 'bad-line'],
  ['no index', proofOf(0).replace('index 0\n', ''), 'bad-line'],
  ['a negative index', proofOf(0).replace('index 0', 'index -1'), 'bad-number'],
  ['a short hash', proofOf(0).replace(/index 0\n.*\n/, 'index 0\nAAAA\n'), 'bad-length'],
  ['too many hashes', proofOf(0).replace('index 0\n', `index 0\n${'AAAA\n'.repeat(60)}`), 'too-large'],
  ['no checkpoint', 'c2sp.org/tlog-proof@v1\nindex 0\n', 'bad-line'],
])('a proof with %s is refused', (_, proof, code) => {
  expect(() => verifyTlogProof(proof, leafOf(0), policy)).toThrow(code)
})
