import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { canonical, canonicalBytes, MAX_DEPTH, NotCanonical, type JsonValue } from './canonical.ts'
import { MAX_LEAF_BYTES, parseCanonical } from './canonical-scanner.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

function codeOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof NotCanonical) return error.code
    throw error
  }
  return 'accepted'
}

/** The definition, slowly: parse with the language's parser, write again, compare. */
function isCanonicalByDefinition(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return canonical(JSON.parse(text)) === text
  } catch {
    return false
  }
}

/** Text with what goes wrong in practice: accents apart, Hangul parts, escapes, astral characters, lone halves. */
const AWKWARD_PARTS = [
  'a n é \u0301 \u0303 \u0316 \u0338 \u1100 \u1161 가 会 Я " \\ \n \t / < =',
  '\u0000 \u001f \u007f \u{1F600} \uFB33 \uE000 \uD800 \uDC00',
].flatMap((parts) => parts.split(' '))
const awkwardString = fc
  .array(fc.constantFrom(...AWKWARD_PARTS), { maxLength: 6 })
  .map((parts) => parts.join(''))

const composedString = awkwardString.map((text) => text.toWellFormed().normalize('NFC'))

const plainKey = awkwardString.map((text) =>
  [...text.toWellFormed()]
    .filter((character) => JSON.stringify(character).length === character.length + 2)
    .join('')
    .normalize('NFC'),
)

function jsonOf(text: fc.Arbitrary<string>, key: fc.Arbitrary<string>): fc.Arbitrary<JsonValue> {
  return fc.letrec<{ value: JsonValue }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(null, true, false),
      fc.maxSafeInteger().map((integer) => integer + 0),
      text,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(key, tie('value'), { maxKeys: 4 }),
    ),
  })).value
}

test('keys are sorted by UTF-16 code units, not by code points or bytes', () => {
  // The order of RFC 8785 section 3.2.3.
  const value = { '\u20ac': 1, '\uD83D\uDE00': 5, '1': 3, '\u0080': 4, '\u00f6': 6, '\uE000': 7 }
  expect(canonical(value)).toBe('{"1":3,"\u0080":4,"\u00f6":6,"\u20ac":1,"\u{1F600}":5,"\uE000":7}')
})

test('strings carry the shortest escapes and nothing else escaped', () => {
  expect(canonical('\u0000\b\t\n\u000b\f\r\u001f"\\/\u007f€')).toBe(
    '"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f\\"\\\\/\u007f€"',
  )
})

test('an own key named __proto__ is a key like any other', () => {
  expect(canonical(JSON.parse('{"b":1,"__proto__":{"x":2}}'))).toBe('{"__proto__":{"x":2},"b":1}')
})

test.each<[string, unknown, string]>([
  ['a fraction', { a: 0.5 }, 'not-a-safe-integer'],
  ['not a number', Number.NaN, 'not-a-safe-integer'],
  ['infinity', [Infinity], 'not-a-safe-integer'],
  ['minus zero', -0, 'not-a-safe-integer'],
  ['2^53', 2 ** 53, 'not-a-safe-integer'],
  ['undefined as a member', { a: undefined }, 'not-a-json-type'],
  ['a hole in an array', Array.from({ length: 1 }), 'not-a-json-type'],
  ['a bigint', 1n, 'not-a-json-type'],
  ['a date, which would convert itself', new Date(0), 'not-a-json-type'],
  ['a function that would convert its object', { toJSON: () => 1 }, 'not-a-json-type'],
  ['a map', new Map(), 'not-a-json-type'],
  ['a symbol as key', { [Symbol('a')]: 1 }, 'not-a-json-type'],
  ['a lone high surrogate', '\ud800', 'lone-surrogate'],
  ['a lone low surrogate in a key', { '\udc00': 1 }, 'lone-surrogate'],
  ['a key with a line feed', { '\n': 1 }, 'key-needs-escape'],
  ['a key with a backslash', { '\\': 1 }, 'key-needs-escape'],
  ['a key with a quote', { '"': 1 }, 'key-needs-escape'],
  ['an accent that stands apart', 'e\u0301', 'not-nfc'],
  ['an accent that stands apart in a key', { 'e\u0301': 1 }, 'not-nfc'],
])('%s has no canonical form', (_, value, code) => {
  expect(codeOf(() => canonical(value))).toBe(code)
})

const nested = (depth: number) => `${'['.repeat(depth)}1${']'.repeat(depth)}`

test('nesting is refused beyond the limit and not before', () => {
  expect(parseCanonical(bytesOf(nested(MAX_DEPTH)))).toEqual(JSON.parse(nested(MAX_DEPTH)))
  expect(codeOf(() => canonical(JSON.parse(nested(MAX_DEPTH + 1))))).toBe('too-deep')
  expect(codeOf(() => parseCanonical(bytesOf(nested(MAX_DEPTH + 1))))).toBe('too-deep')
  expect(codeOf(() => parseCanonical(bytesOf('['.repeat(60_000))))).toBe('too-deep')
})

test.each<[string, string, string]>([
  ['nothing', '', 'truncated'],
  ['an open string', '"a', 'truncated'],
  ['an open object', '{"a":1', 'truncated'],
  ['a leading space', ' 1', 'unexpected-byte'],
  ['a space after a comma', '[1, 2]', 'unexpected-byte'],
  ['a trailing line feed', '1\n', 'trailing-bytes'],
  ['a comma at the end', '[1,]', 'unexpected-byte'],
  ['a raw line feed in a string', '"\n"', 'unexpected-byte'],
  ['a byte order mark', '\ufeff1', 'unexpected-byte'],
  ['a leading zero', '01', 'not-a-safe-integer'],
  ['minus zero', '-0', 'not-a-safe-integer'],
  ['a lone minus', '-', 'truncated'],
  ['a fraction', '1.0', 'not-a-safe-integer'],
  ['an exponent', '1e2', 'not-a-safe-integer'],
  ['2^53', '9007199254740992', 'not-a-safe-integer'],
  ['minus 2^53', '-9007199254740992', 'not-a-safe-integer'],
  ['a number of a thousand digits', '1'.repeat(1000), 'not-a-safe-integer'],
  ['keys out of order', '{"b":1,"a":2}', 'keys-out-of-order'],
  ['a longer key before its beginning', '{"aa":1,"a":2}', 'keys-out-of-order'],
  ['keys in the order of their bytes', '{"\uE000":1,"\u{1F600}":2}', 'keys-out-of-order'],
  ['a key twice', '{"a":1,"a":2}', 'duplicate-key'],
  ['a key twice, beyond ASCII', '{"é":1,"é":2}', 'duplicate-key'],
  ['an escape in a key', '{"\\n":1}', 'key-needs-escape'],
  ['an open key beyond ASCII', '{"é', 'truncated'],
  ['a slash escaped', '"\\/"', 'escape-not-canonical'],
  ['a letter escaped', '"\\u0061"', 'escape-not-canonical'],
  ['a line feed escaped the long way', '"\\u000a"', 'escape-not-canonical'],
  ['upper case in an escape', '"\\u001F"', 'escape-not-canonical'],
  ['an escaped lone surrogate', '"\\ud800"', 'escape-not-canonical'],
  ['an escape cut short', '"\\u00', 'escape-not-canonical'],
  ['an accent that stands apart', '"e\u0301"', 'not-nfc'],
  ['an accent apart, beside an escape', '["\\n","e\u0301"]', 'not-nfc'],
  ['an accent apart in a key, beside an escape', '{"a":"\\n","e\u0301":1}', 'not-nfc'],
])('bytes with %s are refused', (_, text, code) => {
  expect(codeOf(() => parseCanonical(bytesOf(text)))).toBe(code)
})

test('an accent after an escaped line feed does not join the letter of the escape', () => {
  expect(parseCanonical(bytesOf('"\\n\u0303"'))).toBe('\n\u0303')
})

test('bytes that are not UTF-8 are refused', () => {
  const overlong = Uint8Array.of(0x22, 0xc0, 0x80, 0x22)
  const surrogate = Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22)
  const cut = Uint8Array.of(0x22, 0xe4, 0xbc, 0x22)
  for (const bytes of [overlong, surrogate, cut]) expect(codeOf(() => parseCanonical(bytes))).toBe('not-utf8')
})

test('bytes above the limit are refused unread', () => {
  expect(parseCanonical(bytesOf(`"${'a'.repeat(MAX_LEAF_BYTES - 2)}"`))).toHaveLength(MAX_LEAF_BYTES - 2)
  expect(codeOf(() => parseCanonical(bytesOf(`"${'a'.repeat(MAX_LEAF_BYTES - 1)}"`)))).toBe('too-large')
})

test('every value with a canonical form comes back from its bytes', () => {
  fc.assert(
    fc.property(jsonOf(composedString, plainKey), (value) => {
      expect(parseCanonical(canonicalBytes(value))).toEqual(value)
    }),
    { numRuns: 500 },
  )
})

test('the order in which keys were set does not change the text', () => {
  fc.assert(
    fc.property(fc.dictionary(plainKey, fc.nat(), { maxKeys: 8 }), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).toReversed())
      expect(canonical(reversed)).toBe(canonical(value))
    }),
  )
})

test('the scanner accepts exactly the bytes that the definition accepts: free values', () => {
  let accepted = 0
  fc.assert(
    fc.property(jsonOf(awkwardString, fc.oneof(awkwardString, plainKey)), (value) => {
      const bytes = bytesOf(JSON.stringify(value))
      const verdict = isCanonicalByDefinition(bytes)
      expect(codeOf(() => parseCanonical(bytes)) === 'accepted').toBe(verdict)
      if (verdict) accepted++
    }),
    { numRuns: 3000 },
  )
  expect(accepted).toBeGreaterThan(300)
})

test('the scanner accepts exactly the bytes that the definition accepts: one byte changed', () => {
  fc.assert(
    fc.property(jsonOf(composedString, plainKey), fc.nat(), fc.nat({ max: 255 }), (value, place, byte) => {
      const bytes = canonicalBytes(value)
      bytes[place % bytes.length] = byte
      expect(codeOf(() => parseCanonical(bytes)) === 'accepted').toBe(isCanonicalByDefinition(bytes))
    }),
    { numRuns: 5000 },
  )
})
