import { canonicalBytes, NotCanonical, type JsonObject, type JsonValue } from './canonical.ts'
import { CanonicalScanner, MAX_LEAF_BYTES, parseCanonical } from './canonical-scanner.ts'

/** One event as a log keeps it. */
export type Envelope = {
  /** Version of this shape. */
  readonly v: 1
  /** Name of the log, the same in every event of it: 1 to 256 visible ASCII characters without `"`, `\` and `+`. */
  readonly log: string
  /** Place in the log, dense from 0. */
  readonly seq: number
  /** When the server recorded it, in milliseconds since 1970 UTC. */
  readonly at: number
  /** Name of the event: 1 to 100 visible ASCII characters without `"`, `\` and `+`. */
  readonly type: string
  /** The seat or reactor that acted. */
  readonly by: JsonObject
  readonly data: JsonObject
}

export type EnvelopeField = keyof Envelope

export type MalformedEnvelopeCode =
  | 'not-an-object'
  | 'missing-field'
  | 'unknown-field'
  | 'wrong-type'
  | 'unknown-version'
  | 'bad-name'
  | 'negative'

/** Canonical JSON that is not an envelope; `field` names the part that is wrong, as it stands in the leaf. */
export class MalformedEnvelope extends Error {
  readonly code: MalformedEnvelopeCode
  readonly field: string | undefined

  constructor(code: MalformedEnvelopeCode, field?: string) {
    super(field === undefined ? code : `${code}: ${field}`)
    this.name = 'MalformedEnvelope'
    this.code = code
    this.field = field
  }
}

/**
 * The leaf of an event: its canonical bytes, at most MAX_LEAF_BYTES.
 * Throws NotCanonical or MalformedEnvelope; what it returns, decodeLeaf accepts.
 */
export function encodeLeaf(envelope: Envelope): Uint8Array {
  checkEnvelope(envelope)
  const bytes = canonicalBytes(envelope)
  if (bytes.length > MAX_LEAF_BYTES) throw new NotCanonical('too-large')
  return bytes
}

/** The event of a leaf. Throws NotCanonical or MalformedEnvelope; `encodeLeaf` of the result gives the same bytes. */
export function decodeLeaf(bytes: Uint8Array): Envelope {
  new LeafScanner().scan(bytes, 0, bytes.length)
  return parseScannedLeaf(bytes)
}

/** The event of bytes that a LeafScanner has just passed. */
export function parseScannedLeaf(bytes: Uint8Array): Envelope {
  const envelope: Envelope = JSON.parse(decoder.decode(bytes))
  return envelope
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const encoder = new TextEncoder()
const AT = encoder.encode('{"at":')
const BY = encoder.encode(',"by":')
const DATA = encoder.encode(',"data":')
const LOG = encoder.encode(',"log":')
const SEQ = encoder.encode(',"seq":')
const TYPE = encoder.encode(',"type":')
const VERSION = encoder.encode(',"v":1}')
const QUOTE = 0x22
const OPEN_OBJECT = 0x7b
const MAX_LOG_CHARACTERS = 256
const MAX_TYPE_CHARACTERS = 100

/**
 * Proves bytes to be the leaf of an event without building it, and finds what a verifier needs of every event.
 * Canonical order puts the fields in one sequence, so the leaf is read like a form.
 */
export class LeafScanner {
  at = 0
  seq = 0
  /** Where the log's name begins and ends in the scanned array, without its quotes. */
  logFrom = 0
  logTo = 0
  readonly #scanner = new CanonicalScanner()

  /**
   * Throws NotCanonical or MalformedEnvelope. The byte at `to` must lie outside the array or be a control
   * character, as CanonicalScanner asks.
   */
  scan(bytes: Uint8Array, from: number, to: number): void {
    if (to - from > MAX_LEAF_BYTES) throw new NotCanonical('too-large')
    const scanner = this.#scanner
    scanner.start(bytes, from, to)
    if (!this.#fields(scanner, bytes)) refuse(bytes.subarray(from, to))
    scanner.finish()
  }

  #fields(scanner: CanonicalScanner, bytes: Uint8Array): boolean {
    if (!scanner.take(AT) || !isDigit(scanner.peek())) return false
    this.at = scanner.integer()
    if (!scanner.take(BY) || scanner.peek() !== OPEN_OBJECT) return false
    scanner.value(1)
    if (!scanner.take(DATA) || scanner.peek() !== OPEN_OBJECT) return false
    scanner.value(1)
    if (!scanner.take(LOG) || scanner.peek() !== QUOTE) return false
    this.logFrom = scanner.position + 1
    scanner.string()
    this.logTo = scanner.position - 1
    if (!isName(bytes, this.logFrom, this.logTo, MAX_LOG_CHARACTERS)) return false
    if (!scanner.take(SEQ) || !isDigit(scanner.peek())) return false
    this.seq = scanner.integer()
    if (!scanner.take(TYPE) || scanner.peek() !== QUOTE) return false
    const typeFrom = scanner.position + 1
    scanner.string()
    if (!isName(bytes, typeFrom, scanner.position - 1, MAX_TYPE_CHARACTERS)) return false
    return scanner.take(VERSION)
  }
}

const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39

function isName(bytes: Uint8Array, from: number, to: number, maxCharacters: number): boolean {
  if (to === from || to - from > maxCharacters) return false
  for (let at = from; at < to; at++) if (!isNameByte(bytes[at] ?? 0)) return false
  return true
}

/** Visible ASCII without the two bytes JSON escapes and the plus that C2SP keeps for itself. */
function isNameByte(byte: number): boolean {
  return byte > 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c && byte !== 0x2b
}

/** Finds the reason after the scanner has found that there is one. */
function refuse(bytes: Uint8Array): never {
  const value = parseCanonical(bytes)
  checkEnvelope(value)
  throw new NotCanonical('unexpected-byte')
}

const CHECKS: { readonly [field in EnvelopeField]: (value: JsonValue) => MalformedEnvelopeCode | undefined } =
  {
    at: checkCount,
    by: checkObject,
    data: checkObject,
    log: (value) => checkName(value, MAX_LOG_CHARACTERS),
    seq: checkCount,
    type: (value) => checkName(value, MAX_TYPE_CHARACTERS),
    v: (value) => (value === 1 ? undefined : 'unknown-version'),
  }

function checkEnvelope(value: JsonValue): void {
  if (!isObject(value)) throw new MalformedEnvelope('not-an-object')
  for (const field of Object.keys(value)) {
    if (!Object.hasOwn(CHECKS, field)) throw new MalformedEnvelope('unknown-field', field)
  }
  for (const [field, check] of Object.entries(CHECKS)) {
    const member = value[field]
    if (member === undefined) throw new MalformedEnvelope('missing-field', field)
    const code = check(member)
    if (code !== undefined) throw new MalformedEnvelope(code, field)
  }
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function checkObject(value: JsonValue): MalformedEnvelopeCode | undefined {
  return isObject(value) ? undefined : 'wrong-type'
}

function checkCount(value: JsonValue): MalformedEnvelopeCode | undefined {
  if (typeof value !== 'number') return 'wrong-type'
  return value < 0 ? 'negative' : undefined
}

function checkName(value: JsonValue, maxCharacters: number): MalformedEnvelopeCode | undefined {
  if (typeof value !== 'string') return 'wrong-type'
  const bytes = encoder.encode(value)
  return isName(bytes, 0, bytes.length, maxCharacters) ? undefined : 'bad-name'
}
