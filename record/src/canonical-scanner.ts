import { MAX_DEPTH, NotCanonical, type JsonValue, type NotCanonicalCode } from './canonical.ts'

/** Largest canonical text accepted from outside, and so the largest leaf of a log. */
export const MAX_LEAF_BYTES = 65_536

const QUOTE = 0x22
const COMMA = 0x2c
const MINUS = 0x2d
const ZERO = 0x30
const NINE = 0x39
const COLON = 0x3a
const OPEN_ARRAY = 0x5b
const BACKSLASH = 0x5c
const CLOSE_ARRAY = 0x5d
const LOWER_U = 0x75
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d

const asciiBytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
const LITERALS = [asciiBytes('true'), asciiBytes('false'), asciiBytes('null')] as const
const SHORT_ESCAPES = new Set(asciiBytes('"\\bfnrt'))
const CONTROLS_WITH_SHORT_ESCAPE = new Set(['08', '09', '0a', '0c', '0d'])

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * The value whose canonical text these bytes are, or NotCanonical.
 * Guarantees `canonicalBytes(parseCanonical(bytes))` to be the same bytes; depth and size are limited
 * before anything is parsed.
 */
export function parseCanonical(bytes: Uint8Array): JsonValue {
  if (bytes.length > MAX_LEAF_BYTES) throw new NotCanonical('too-large')
  const scanner = new CanonicalScanner()
  scanner.start(bytes, 0, bytes.length)
  scanner.value(0)
  scanner.finish()
  return parseJson(decoder.decode(bytes))
}

/**
 * Proves bytes canonical without building the value: one pass over the bytes, and a decoding only where
 * text is not ASCII. Reuse one scanner for many texts.
 *
 * The byte at `to` must lie outside the array or be a control character (the line feed between two leaves):
 * no canonical text holds one, so it stops every loop and no loop has to test for the end.
 */
export class CanonicalScanner {
  position = 0
  #bytes: Uint8Array = new Uint8Array(0)
  #from = 0
  #to = 0
  #beyondAscii = false
  #escaped = false

  start(bytes: Uint8Array, from: number, to: number): void {
    this.#bytes = bytes
    this.#from = from
    this.#to = to
    this.position = from
    this.#beyondAscii = false
    this.#escaped = false
  }

  /** The byte at the position; 0, which no canonical text has, past the end of the array. */
  peek(): number {
    return this.#bytes[this.position] ?? 0
  }

  /** Steps over `expected` and says true, or stays and says false. */
  take(expected: Uint8Array): boolean {
    const bytes = this.#bytes
    const from = this.position
    for (let index = 0; index < expected.length; index++) {
      if (bytes[from + index] !== expected[index]) return false
    }
    this.position = from + expected.length
    return true
  }

  /** Steps over one value that is nested in `depth` arrays and objects. */
  value(depth: number): void {
    const byte = this.peek()
    if (byte === QUOTE) this.string()
    else if (byte === OPEN_OBJECT) this.#object(depth + 1)
    else if (byte === OPEN_ARRAY) this.#array(depth + 1)
    else if (byte === MINUS || (byte >= ZERO && byte <= NINE)) this.integer()
    else if (!LITERALS.some((literal) => this.take(literal))) this.#refuseByte()
  }

  /** Steps over an integer and returns it. */
  integer(): number {
    const bytes = this.#bytes
    const from = this.position
    const negative = bytes[from] === MINUS
    let at = negative ? from + 1 : from
    const firstDigit = bytes[at] ?? 0
    let magnitude = 0
    const digitsFrom = at
    for (let byte = firstDigit; byte >= ZERO && byte <= NINE; byte = bytes[at] ?? 0) {
      magnitude = magnitude * 10 + (byte - ZERO)
      at++
    }
    this.position = at
    const digits = at - digitsFrom
    if (digits === 0) this.#refuseByte()
    const padded = firstDigit === ZERO && (digits > 1 || negative)
    // Sixteen digits are below 2^54, so the sum above is exact enough to tell a safe integer from another.
    if (padded || digits > 16 || magnitude > Number.MAX_SAFE_INTEGER || this.#atFraction()) {
      throw new NotCanonical('not-a-safe-integer', from - this.#from)
    }
    return negative ? -magnitude : magnitude
  }

  /** Steps over a string with its quotes; as a key it may not hold an escape. */
  string(as: 'value' | 'key' = 'value'): void {
    const bytes = this.#bytes
    if (bytes[this.position] !== QUOTE) this.#refuseByte()
    let at = this.position + 1
    let union = 0
    for (;;) {
      const byte = bytes[at] ?? 0
      if (byte === QUOTE) break
      if (byte === BACKSLASH) {
        this.position = at
        if (as === 'key') throw this.#error('key-needs-escape')
        at = this.#escape()
      } else if (byte < 0x20) {
        this.position = at
        this.#refuseByte()
      } else {
        union |= byte
        at++
      }
    }
    if (union >= 0x80) this.#beyondAscii = true
    this.position = at + 1
  }

  /** The whole of `from`…`to` was canonical: nothing is left over, and what is not ASCII is UTF-8 in NFC. */
  finish(): void {
    if (this.position !== this.#to) throw this.#error('trailing-bytes')
    if (!this.#beyondAscii) return
    const text = decodeUtf8(this.#bytes.subarray(this.#from, this.#to))
    // Quotes, brackets and digits never compose with a neighbour, so the text is in NFC when each of its
    // strings is. Escapes do: the n of "\n" would join a following tilde. Then each string is asked.
    const composed = this.#escaped ? everyStringIsComposed(parseJson(text)) : text.normalize('NFC') === text
    if (!composed) throw new NotCanonical('not-nfc')
  }

  #object(depth: number): void {
    this.#enter(depth)
    if (this.peek() === CLOSE_OBJECT) {
      this.position++
      return
    }
    let previousFrom = -1
    let previousTo = -1
    for (;;) {
      const from = this.position
      this.string('key')
      if (previousFrom >= 0) this.#expectOrder(previousFrom, previousTo, from)
      previousFrom = from
      previousTo = this.position
      if (this.peek() !== COLON) this.#refuseByte()
      this.position++
      this.value(depth)
      if (this.#closes(CLOSE_OBJECT)) return
    }
  }

  #array(depth: number): void {
    this.#enter(depth)
    if (this.peek() === CLOSE_ARRAY) {
      this.position++
      return
    }
    do this.value(depth)
    while (!this.#closes(CLOSE_ARRAY))
  }

  #enter(depth: number): void {
    if (depth > MAX_DEPTH) throw this.#error('too-deep')
    this.position++
  }

  /** After a member: true past the closing bracket, false past a comma. */
  #closes(bracket: number): boolean {
    const byte = this.peek()
    if (byte !== bracket && byte !== COMMA) this.#refuseByte()
    this.position++
    return byte === bracket
  }

  /** Steps from a backslash over its escape; returns the position behind it. */
  #escape(): number {
    this.#escaped = true
    const from = this.position
    const kind = this.#bytes[from + 1] ?? 0
    if (SHORT_ESCAPES.has(kind)) return from + 2
    if (kind === LOWER_U && from + 6 <= this.#to) {
      const digits = String.fromCharCode(...this.#bytes.subarray(from + 2, from + 6))
      if (/^00[01][0-9a-f]$/.test(digits) && !CONTROLS_WITH_SHORT_ESCAPE.has(digits.slice(2))) return from + 6
    }
    throw this.#error('escape-not-canonical')
  }

  /** Keys with their quotes: the one at `leftFrom`…`leftTo` sorts before the one at `rightFrom`. */
  #expectOrder(leftFrom: number, leftTo: number, rightFrom: number): void {
    const bytes = this.#bytes
    const rightTo = this.position
    const length = Math.min(leftTo - leftFrom, rightTo - rightFrom) - 2
    for (let index = 1; index <= length; index++) {
      const left = bytes[leftFrom + index] ?? 0
      const right = bytes[rightFrom + index] ?? 0
      // UTF-8 sorts otherwise than UTF-16 code units: such keys are compared as strings.
      if (left >= 0x80 || right >= 0x80) return this.#expectStringOrder(leftFrom, leftTo, rightFrom)
      if (left < right) return
      if (left > right) throw this.#error('keys-out-of-order')
    }
    if (leftTo - leftFrom === rightTo - rightFrom) throw this.#error('duplicate-key')
    if (leftTo - leftFrom > rightTo - rightFrom) throw this.#error('keys-out-of-order')
  }

  #expectStringOrder(leftFrom: number, leftTo: number, rightFrom: number): void {
    // Without their closing quotes, so that a key sorts before the longer one that it begins.
    const left = decodeUtf8(this.#bytes.subarray(leftFrom, leftTo - 1))
    const right = decodeUtf8(this.#bytes.subarray(rightFrom, this.position - 1))
    if (left === right) throw this.#error('duplicate-key')
    if (left > right) throw this.#error('keys-out-of-order')
  }

  #atFraction(): boolean {
    const byte = this.peek()
    return byte === 0x2e || byte === 0x45 || byte === 0x65
  }

  #error(code: NotCanonicalCode): NotCanonical {
    return new NotCanonical(code, this.position - this.#from)
  }

  #refuseByte(): never {
    throw this.#error(this.position >= this.#to ? 'truncated' : 'unexpected-byte')
  }
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes)
  } catch {
    throw new NotCanonical('not-utf8')
  }
}

function parseJson(text: string): JsonValue {
  const value: JsonValue = JSON.parse(text)
  return value
}

function everyStringIsComposed(value: JsonValue): boolean {
  if (typeof value === 'string') return value.normalize('NFC') === value
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(
    ([key, member]) => everyStringIsComposed(key) && everyStringIsComposed(member),
  )
}
