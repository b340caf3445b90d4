import { describe, expect, test } from 'vitest'
import {
  formatCheckpoint,
  isLogOf,
  openCheckpoint,
  originOf,
  parseCheckpoint,
  signCheckpoint,
  speaksFor,
} from './checkpoint.ts'
import { Malformed } from './malformed.ts'
import { generateSignerKey, parseSignerKey, parseVerifierKey } from './note-keys.ts'
import { cosignatureLine, MAX_SIGNATURES, openNote, parseNote, signatureLine, signNote } from './note.ts'

// The example of c2sp.org/signed-note.
const EXAMPLE_KEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'
const EXAMPLE_NOTE =
  'This is an example message.\n\n' +
  '— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n'

// The checkpoint of c2sp.org/tlog-cosignature, whose keys are not published there.
const EXAMPLE_CHECKPOINT =
  'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n' +
  '— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n' +
  '— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n'

const key = generateSignerKey('parley.example')
const root = new Uint8Array(32).fill(7)
const signed = signCheckpoint({ origin: 'parley.example/meeting/8', size: 5, root }, key)

function codeOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof Malformed) return error.code
    throw error
  }
  return 'accepted'
}

test('the example note of C2SP opens under its key', () => {
  const opened = openNote(EXAMPLE_NOTE, [parseVerifierKey(EXAMPLE_KEY)])
  expect(opened).toMatchObject({ ok: true, text: 'This is an example message.\n' })
})

test('the example checkpoint of C2SP is read with both its signatures', () => {
  expect(parseCheckpoint(EXAMPLE_CHECKPOINT)).toMatchObject({
    origin: 'example.com/behind-the-sofa',
    size: 20852163,
  })
  expect(parseNote(EXAMPLE_CHECKPOINT).signatures.map((signature) => signature.keyId)).toEqual([
    '033de0ae',
    '8d66cf3f',
  ])
})

test('keys come back from their texts', () => {
  const again = parseSignerKey(key.exportText())
  expect(again.verifierKey.text).toBe(key.verifierKey.text)
  expect(parseVerifierKey(key.verifierKey.text).id).toBe(key.verifierKey.id)
  expect(key.exportText()).toMatch(/^PRIVATE\+KEY\+parley\.example\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/)
  const message = new TextEncoder().encode('a')
  expect(key.verifierKey.verify(message, again.sign(message))).toBe(true)
})

describe('a verifier key is refused when', () => {
  test.each([
    ['its id is that of another key', EXAMPLE_KEY.replace('530d903a', '530d903b'), 'key-id-mismatch'],
    ['its id is in upper case', EXAMPLE_KEY.replace('530d903a', '530D903A'), 'bad-line'],
    ['its name is another', EXAMPLE_KEY.replace('foo', 'fop'), 'key-id-mismatch'],
    ['its name has a space', EXAMPLE_KEY.replace('foo', 'f o'), 'bad-name'],
    ['its name has a line feed', EXAMPLE_KEY.replace('foo', 'f\no'), 'bad-name'],
    ['it has no name', EXAMPLE_KEY.replace('example.com/foo', ''), 'bad-line'],
    ['its base64 has another spelling', `${EXAMPLE_KEY}=`, 'bad-base64'],
    ['it is short', EXAMPLE_KEY.slice(0, -4), 'bad-length'],
    ['its algorithm is unknown', EXAMPLE_KEY.replace('+Ae', '+Be'), 'unknown-algorithm'],
  ])('%s', (_, text, code) => {
    expect(codeOf(() => parseVerifierKey(text))).toBe(code)
  })
})

test('a private key with another id is refused, and the refusal does not hold the key', () => {
  const text = key.exportText().replace(/\+[0-9a-f]{8}\+/, '+00000000+')
  expect(codeOf(() => parseSignerKey(text))).toBe('key-id-mismatch')
  expect(() => parseSignerKey(text)).not.toThrow(text.slice(-20))
  expect(codeOf(() => generateSignerKey('a b'))).toBe('bad-name')
})

test('a signed checkpoint opens under its key and under no other', () => {
  const opened = openCheckpoint(signed, [key.verifierKey])
  expect(opened).toMatchObject({ ok: true, checkpoint: { origin: 'parley.example/meeting/8', size: 5 } })
  const other = generateSignerKey('parley.example').verifierKey
  expect(openCheckpoint(signed, [other])).toEqual({ ok: false, code: 'no-known-signature' })
})

test('no bit of a signed and cosigned checkpoint can be flipped', () => {
  const witness = generateSignerKey('north.example/witness', 'cosignature')
  const { text } = parseNote(signed)
  const bytes = new TextEncoder().encode(signed + cosignatureLine(text, witness, 1_595_462_400))
  const keys = [key.verifierKey, witness.verifierKey]
  const opens = (candidate: Uint8Array) => {
    try {
      const opened = openCheckpoint(candidate, keys)
      return opened.ok && opened.signedBy.length === 2
    } catch (error) {
      if (error instanceof Malformed) return false
      throw error
    }
  }
  expect(opens(bytes)).toBe(true)
  const accepted: number[] = []
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const flipped = bytes.slice()
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    if (opens(flipped)) accepted.push(bit)
  }
  expect(accepted).toEqual([])
})

test('a cosignature tells its time, and not for another text', () => {
  const witness = generateSignerKey('north.example/witness', 'cosignature')
  const { text } = parseNote(signed)
  const opened = openNote(signed + cosignatureLine(text, witness, 1_595_462_400), [witness.verifierKey])
  expect(opened).toMatchObject({ ok: true, signedBy: [{ cosignedAtSeconds: 1_595_462_400 }] })
  const elsewhere = signed + cosignatureLine('parley.example/meeting/9\n', witness, 1)
  expect(openNote(elsewhere, [witness.verifierKey])).toMatchObject({ ok: false, code: 'bad-signature' })
})

test('one false signature of a known key refuses the note, one of a stranger does not', () => {
  const other = generateSignerKey('parley.example')
  const forged = signed + signatureLine('another text\n', other)
  expect(openNote(forged, [key.verifierKey])).toMatchObject({ ok: true })
  expect(openNote(forged, [key.verifierKey, other.verifierKey])).toMatchObject({
    ok: false,
    code: 'bad-signature',
  })
})

test('a note with sixteen and more signatures is read, one above the limit is not', () => {
  const line = signatureLine('text\n', key)
  expect(parseNote(`text\n\n${line.repeat(MAX_SIGNATURES)}`).signatures).toHaveLength(MAX_SIGNATURES)
  expect(codeOf(() => parseNote(`text\n\n${line.repeat(MAX_SIGNATURES + 1)}`))).toBe('too-many-signatures')
})

test('empty lines belong to the text of a note', () => {
  const note = signNote('first\n\nthird\n', key)
  expect(openNote(note, [key.verifierKey])).toMatchObject({ ok: true, text: 'first\n\nthird\n' })
})

test.each([
  ['without signatures', 'text\n', 'no-signature'],
  ['without end', EXAMPLE_NOTE.slice(0, -1), 'no-signature'],
  ['with a tab', EXAMPLE_NOTE.replace(' is ', '\t'), 'control-character'],
  ['with a carriage return', EXAMPLE_NOTE.replace('.\n', '.\r\n'), 'control-character'],
  ['with a hyphen for the dash', EXAMPLE_NOTE.replace('—', '-'), 'bad-line'],
  ['with two spaces', EXAMPLE_NOTE.replace('foo ', 'foo  '), 'bad-line'],
  ['with a lone surrogate', EXAMPLE_NOTE.replace('This', '\ud800'), 'not-utf8'],
  ['with a signature of four bytes', 'a\n\n— b AAAAAA==\n', 'bad-length'],
  ['with another spelling of base64', EXAMPLE_NOTE.replace('aQM=', 'aQN='), 'bad-base64'],
  ['of more than a megabyte', 'a'.repeat(1_000_001), 'too-large'],
])('a note %s is refused', (_, text, code) => {
  expect(codeOf(() => parseNote(text))).toBe(code)
})

test('what could not be opened is not signed', () => {
  expect(codeOf(() => signNote('no line feed', key))).toBe('bad-line')
  expect(codeOf(() => signNote('a\u0007\n', key))).toBe('control-character')
  expect(codeOf(() => signCheckpoint({ origin: 'a b', size: 0, root }, key))).toBe('bad-name')
  expect(codeOf(() => signCheckpoint({ origin: 'a', size: 0.5, root }, key))).toBe('bad-number')
  expect(codeOf(() => signCheckpoint({ origin: 'a', size: 0, root: root.slice(1) }, key))).toBe('bad-length')
})

test.each([
  ['an extension line', 'a\n1\n', 'extra\n', 'bad-line'],
  ['a leading zero in the size', 'a\n01\n', '', 'bad-number'],
  ['a size above the safe integers', 'a\n9007199254740992\n', '', 'bad-number'],
  ['no origin', '\n1\n', '', 'bad-name'],
])('a checkpoint with %s is refused, signed or not', (_, head, tail, code) => {
  const text = `${head}${formatCheckpoint({ origin: 'a', size: 1, root }).slice(4)}${tail}`
  expect(codeOf(() => openCheckpoint(signNote(text, key), [key.verifierKey]))).toBe(code)
})

test('a key speaks for its own name and what lies below it', () => {
  expect(originOf('parley.example', 'meeting/8')).toBe('parley.example/meeting/8')
  expect(speaksFor('parley.example', 'parley.example/meeting/8')).toBe(true)
  expect(speaksFor('parley.example', 'parley.example')).toBe(true)
  expect(speaksFor('parley.example', 'parley.example.org/meeting/8')).toBe(false)
  expect(isLogOf('parley.example/meeting/8', 'meeting/8')).toBe(true)
  expect(isLogOf('parley.example/meeting/8', 'eeting/8')).toBe(false)
})
