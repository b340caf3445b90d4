import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { canonicalBytes, NotCanonical, type JsonValue } from './canonical.ts'
import { MAX_LEAF_BYTES } from './canonical-scanner.ts'
import { decodeLeaf, encodeLeaf, LeafScanner, MalformedEnvelope, type Envelope } from './envelope.ts'

const opened: Envelope = {
  v: 1,
  log: 'meeting/8',
  seq: 3,
  at: 1_595_462_400_000,
  type: 'MeetingOpened',
  by: { delegation: 'north', seat: 'chair' },
  data: { theme: { en: 'Rivers', ru: 'Реки', zh: '河流' } },
}

function codeOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof MalformedEnvelope) return `${error.code} ${error.field ?? ''}`.trim()
    if (error instanceof NotCanonical) return error.code
    throw error
  }
  return 'accepted'
}

test('a leaf is the canonical text of its event', () => {
  expect(new TextDecoder().decode(encodeLeaf(opened))).toBe(
    '{"at":1595462400000,"by":{"delegation":"north","seat":"chair"},' +
      '"data":{"theme":{"en":"Rivers","ru":"Реки","zh":"河流"}},' +
      '"log":"meeting/8","seq":3,"type":"MeetingOpened","v":1}',
  )
  expect(decodeLeaf(encodeLeaf(opened))).toEqual(opened)
})

const { data: _data, ...withoutData } = opened

test.each<[string, unknown, string]>([
  ['an array', [], 'not-an-object'],
  ['no data', withoutData, 'missing-field data'],
  ['a field nobody knows', { ...opened, kind: 1 }, 'unknown-field kind'],
  ['a field of every object', { ...opened, constructor: 1 }, 'unknown-field constructor'],
  ['a time as text', { ...opened, at: '2020' }, 'wrong-type at'],
  ['a time before 1970', { ...opened, at: -1 }, 'negative at'],
  ['a negative place', { ...opened, seq: -1 }, 'negative seq'],
  ['a list as data', { ...opened, data: [] }, 'wrong-type data'],
  ['nobody', { ...opened, by: null }, 'wrong-type by'],
  ['a log without a name', { ...opened, log: '' }, 'bad-name log'],
  ['a space in the log', { ...opened, log: 'a b' }, 'bad-name log'],
  ['a plus in the log', { ...opened, log: 'a+b' }, 'bad-name log'],
  ['a quote in the log', { ...opened, log: 'a"b' }, 'bad-name log'],
  ['a long log', { ...opened, log: 'a'.repeat(257) }, 'bad-name log'],
  ['a type that is not ASCII', { ...opened, type: 'Открыто' }, 'bad-name type'],
  ['a long type', { ...opened, type: 'a'.repeat(101) }, 'bad-name type'],
  ['another version', { ...opened, v: 2 }, 'unknown-version v'],
  ['a version as text', { ...opened, v: '1' }, 'unknown-version v'],
])('%s is no envelope, written or read', (_, value, code) => {
  expect(codeOf(() => decodeLeaf(canonicalBytes(value)))).toBe(code)
  // @ts-expect-error: this is what the types keep out.
  expect(codeOf(() => encodeLeaf(value))).toBe(code)
})

test('an event with a fraction is neither written nor read', () => {
  expect(codeOf(() => encodeLeaf({ ...opened, seq: 0.5 }))).toBe('not-a-safe-integer')
  const text = new TextDecoder().decode(encodeLeaf(opened)).replace('"seq":3', '"seq":3.5')
  expect(codeOf(() => decodeLeaf(new TextEncoder().encode(text)))).toBe('not-a-safe-integer')
})

test('a leaf above the limit is neither written nor read', () => {
  const large = { ...opened, data: { text: 'a'.repeat(MAX_LEAF_BYTES) } }
  expect(codeOf(() => encodeLeaf(large))).toBe('too-large')
  expect(codeOf(() => decodeLeaf(canonicalBytes(large)))).toBe('too-large')
})

test('the scanner finds place, time and log in the middle of other bytes', () => {
  const leaf = encodeLeaf(opened)
  const bytes = Uint8Array.of(...leaf, 0x0a, ...leaf, 0x0a)
  const scanner = new LeafScanner()
  scanner.scan(bytes, leaf.length + 1, 2 * leaf.length + 1)
  expect([scanner.seq, scanner.at]).toEqual([opened.seq, opened.at])
  expect(new TextDecoder().decode(bytes.subarray(scanner.logFrom, scanner.logTo))).toBe(opened.log)
})

test('a leaf with one byte changed is refused or is another event, whose leaf it is', () => {
  const leaf = encodeLeaf(opened)
  let refused = 0
  fc.assert(
    fc.property(fc.nat({ max: leaf.length - 1 }), fc.nat({ max: 255 }), (place, byte) => {
      const changed = leaf.slice()
      changed[place] = byte
      const accepted = codeOf(() => decodeLeaf(changed)) === 'accepted'
      if (!accepted) refused++
      expect(accepted ? encodeLeaf(decodeLeaf(changed)) : changed).toEqual(changed)
    }),
    { numRuns: 5000 },
  )
  expect(refused).toBeGreaterThan(1000)
})

test('the scanner accepts exactly the leaves that encodeLeaf writes', () => {
  const anything = fc.constantFrom<JsonValue>(
    null,
    0,
    1,
    -1,
    2 ** 53 - 1,
    'a',
    'a b',
    '',
    'é',
    [],
    {},
    { a: '\n' },
  )
  const envelopeLike = fc.record(
    {
      v: fc.oneof({ weight: 15, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: anything }),
      log: fc.oneof({ weight: 15, arbitrary: fc.constant('meeting/8') }, { weight: 1, arbitrary: anything }),
      seq: fc.oneof({ weight: 15, arbitrary: fc.nat() }, { weight: 1, arbitrary: anything }),
      at: fc.oneof({ weight: 15, arbitrary: fc.nat() }, { weight: 1, arbitrary: anything }),
      type: fc.oneof({ weight: 15, arbitrary: fc.constant('Spoken') }, { weight: 1, arbitrary: anything }),
      by: fc.oneof({ weight: 15, arbitrary: fc.constant({ seat: 'б' }) }, { weight: 1, arbitrary: anything }),
      data: fc.oneof({ weight: 15, arbitrary: fc.constant({ n: 1 }) }, { weight: 1, arbitrary: anything }),
      extra: fc.constant(1),
    },
    { requiredKeys: ['v', 'log', 'seq', 'at', 'type', 'by', 'data'] },
  )
  const verdicts = { accepted: 0, refused: 0 }
  fc.assert(
    fc.property(envelopeLike, (value) => {
      // @ts-expect-error: most of these are not envelopes, which is the point.
      const written = codeOf(() => encodeLeaf(value))
      expect(codeOf(() => decodeLeaf(canonicalBytes(value)))).toBe(written)
      verdicts[written === 'accepted' ? 'accepted' : 'refused']++
    }),
    { numRuns: 2000 },
  )
  expect(Math.min(verdicts.accepted, verdicts.refused)).toBeGreaterThan(100)
})
