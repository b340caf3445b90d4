/** Any value that has a canonical form: JSON without fractions. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject
export type JsonObject = { readonly [key: string]: JsonValue }

/** Deepest nesting of arrays and objects; a bare scalar has depth 0. */
export const MAX_DEPTH = 16

export type NotCanonicalCode =
  | 'too-large'
  | 'too-deep'
  | 'not-utf8'
  | 'not-nfc'
  | 'lone-surrogate'
  | 'not-a-safe-integer'
  | 'not-a-json-type'
  | 'keys-out-of-order'
  | 'duplicate-key'
  | 'escape-not-canonical'
  | 'key-needs-escape'
  | 'unexpected-byte'
  | 'truncated'
  | 'trailing-bytes'

/** The value has no canonical form, or the bytes are not it. `offset` counts bytes, where they are known. */
export class NotCanonical extends Error {
  readonly code: NotCanonicalCode
  readonly offset: number | undefined

  constructor(code: NotCanonicalCode, offset?: number) {
    super(offset === undefined ? code : `${code} at byte ${offset}`)
    this.name = 'NotCanonical'
    this.code = code
    this.offset = offset
  }
}

/**
 * The one text of a value: RFC 8785 limited to safe integers, with every string and key in NFC.
 * Keys are sorted by UTF-16 code units, no whitespace, the shortest escapes.
 * Throws NotCanonical for what has no such text: fractions, -0, undefined, bigint, lone surrogates,
 * text outside NFC, keys with a quote, backslash or control character, objects with a prototype of their
 * own (dates, maps), depth above MAX_DEPTH.
 */
export function canonical(value: unknown): string {
  return write(value, 0)
}

/** The UTF-8 bytes of `canonical(value)`. */
export function canonicalBytes(value: unknown): Uint8Array {
  return encoder.encode(write(value, 0))
}

const encoder = new TextEncoder()

function write(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return writeString(value)
    case 'number':
      return writeInteger(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object':
      if (value === null) return 'null'
      if (depth >= MAX_DEPTH) throw new NotCanonical('too-deep')
      return Array.isArray(value) ? writeArray(value, depth + 1) : writeObject(value, depth + 1)
    case 'undefined':
    case 'bigint':
    case 'symbol':
    case 'function':
      break
  }
  throw new NotCanonical('not-a-json-type')
}

function writeInteger(value: number): string {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new NotCanonical('not-a-safe-integer')
  return String(value)
}

/** ASCII without quote, backslash and control characters: well formed, in NFC, and its own JSON text. */
const PLAIN = /^[ !#-[\]-~]*$/

function writeString(value: string): string {
  if (PLAIN.test(value)) return `"${value}"`
  if (!value.isWellFormed()) throw new NotCanonical('lone-surrogate')
  if (value.normalize('NFC') !== value) throw new NotCanonical('not-nfc')
  return JSON.stringify(value)
}

function writeArray(values: readonly unknown[], depth: number): string {
  let text = '['
  for (let index = 0; index < values.length; index++) {
    if (index > 0) text += ','
    text += write(values[index], depth)
  }
  return `${text}]`
}

function writeObject(value: object, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) throw new NotCanonical('not-a-json-type')
  if (Object.getOwnPropertySymbols(value).length > 0) throw new NotCanonical('not-a-json-type')
  let text = '{'
  // The default order of sort is by UTF-16 code units, which is the order RFC 8785 asks for.
  for (const key of Object.keys(value).toSorted()) {
    if (text.length > 1) text += ','
    const member: unknown = Reflect.get(value, key)
    text += `${writeKey(key)}:${write(member, depth)}`
  }
  return `${text}}`
}

/**
 * Keys are names and never need an escape, so they may not have one: V8 13.6, having parsed an object with the
 * key `\\`, reads the key `\n` at the same place of a later object as `\\` too.
 */
function writeKey(key: string): string {
  const text = writeString(key)
  if (text.length !== key.length + 2) throw new NotCanonical('key-needs-escape')
  return text
}
