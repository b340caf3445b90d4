import type { BundleFile } from './bundle-reader.ts'
import { NotCanonical } from './canonical.ts'
import { MAX_LEAF_BYTES } from './canonical-scanner.ts'
import { isLogOf, type Checkpoint } from './checkpoint.ts'
import { createCompactRange } from './compact-range.ts'
import { LeafScanner, MalformedEnvelope, parseScannedLeaf, type Envelope } from './envelope.ts'
import { Unsound, type FindingCode } from './findings.ts'
import { sameBytes } from './merkle-hash.ts'

/** Rules of the caller's own that the events of one log must keep; each answer is the code of what is broken. */
export type LogCheck = {
  event(envelope: Envelope): string | undefined
  /** After the last event. */
  end(): string | undefined
}

export type VerifiedEvents = {
  readonly firstAt: number | undefined
  readonly lastAt: number | undefined
  /** The root when the log had `rootAtSize` leaves; undefined when it never had. */
  readonly earlierRoot: Uint8Array | undefined
}

const BUFFER_BYTES = 1024 * 1024
const LINE_FEED = 0x0a

/**
 * Reads all events of a log, one leaf a line, and proves them to be those of the checkpoint. Throws Unsound.
 * Memory is one buffer and as many hashes as the size has binary digits, whatever the length of the log.
 */
export function verifyEvents(
  file: BundleFile,
  checkpoint: Checkpoint,
  options: { readonly check?: LogCheck | undefined; readonly rootAtSize?: number | undefined },
): VerifiedEvents {
  const events = new EventsVerifier(file.path, checkpoint, options.check, options.rootAtSize)
  // The byte in front of the first leaf is there for the leaf's prefix.
  const buffer = Buffer.allocUnsafe(1 + Math.min(BUFFER_BYTES + MAX_LEAF_BYTES, file.sizeBytes))
  let filled = 1
  for (;;) {
    const count = file.read(buffer, filled)
    if (count === 0) break
    filled += count
    const view = buffer.subarray(0, filled)
    let from = 1
    for (let to = view.indexOf(LINE_FEED, from); to >= 0; to = view.indexOf(LINE_FEED, from)) {
      events.leaf(view, from, to)
      from = to + 1
    }
    if (filled - from > MAX_LEAF_BYTES) events.fail('leaf-too-large')
    buffer.copyWithin(1, from, filled)
    filled = 1 + filled - from
  }
  if (filled > 1) events.fail('line-not-ended')
  return events.end()
}

class EventsVerifier {
  readonly #path: string
  readonly #checkpoint: Checkpoint
  readonly #check: LogCheck | undefined
  readonly #rootAtSize: number | undefined
  readonly #scanner = new LeafScanner()
  readonly #range = createCompactRange()
  #log: Uint8Array | undefined
  #firstAt: number | undefined
  #lastAt = 0
  #earlierRoot: Uint8Array | undefined

  constructor(
    path: string,
    checkpoint: Checkpoint,
    check: LogCheck | undefined,
    rootAtSize: number | undefined,
  ) {
    this.#path = path
    this.#checkpoint = checkpoint
    this.#check = check
    this.#rootAtSize = rootAtSize
    if (rootAtSize === 0) this.#earlierRoot = this.#range.root()
  }

  /** One leaf in `from`…`to`. The byte before it is overwritten: there the prefix of the hash must stand. */
  leaf(bytes: Buffer, from: number, to: number): void {
    const seq = this.#range.size
    if (seq === this.#checkpoint.size) this.fail('too-many-events')
    const scanner = this.#scanner
    this.#scan(bytes, from, to)
    if (scanner.seq !== seq) this.fail('sequence-broken')
    if (scanner.at < this.#lastAt) this.fail('time-runs-back')
    this.#firstAt ??= scanner.at
    this.#lastAt = scanner.at
    if (!this.#isOfLog(bytes, scanner.logFrom, scanner.logTo)) this.fail('wrong-log')
    if (this.#check !== undefined) {
      const reason = this.#check.event(parseScannedLeaf(bytes.subarray(from, to)))
      if (reason !== undefined) this.fail('event-refused', reason)
    }
    bytes[from - 1] = 0
    this.#range.appendPrefixed(bytes.subarray(from - 1, to))
    if (this.#range.size === this.#rootAtSize) this.#earlierRoot = this.#range.root()
  }

  end(): VerifiedEvents {
    if (this.#range.size < this.#checkpoint.size) this.fail('too-few-events')
    if (!sameBytes(this.#range.root(), this.#checkpoint.root)) this.fail('wrong-root')
    const reason = this.#check?.end()
    if (reason !== undefined) this.fail('log-refused', reason)
    const lastAt = this.#firstAt === undefined ? undefined : this.#lastAt
    return { firstAt: this.#firstAt, lastAt, earlierRoot: this.#earlierRoot }
  }

  fail(code: FindingCode, reason?: string): never {
    throw new Unsound({
      outcome: code === 'too-few-events' ? 'incomplete' : 'tampered',
      code,
      path: this.#path,
      origin: this.#checkpoint.origin,
      seq: this.#range.size,
      ...(reason === undefined ? {} : { reason }),
    })
  }

  #scan(bytes: Buffer, from: number, to: number): void {
    try {
      this.#scanner.scan(bytes, from, to)
    } catch (error) {
      if (error instanceof NotCanonical) this.fail('leaf-not-canonical', error.code)
      if (error instanceof MalformedEnvelope) this.fail('leaf-malformed', error.code)
      throw error
    }
  }

  /** The first event says which log it is, and the origin must agree; all others must say the same. */
  #isOfLog(bytes: Buffer, from: number, to: number): boolean {
    const log = this.#log
    if (log === undefined) {
      this.#log = Uint8Array.prototype.slice.call(bytes, from, to)
      return isLogOf(this.#checkpoint.origin, bytes.toString('latin1', from, to))
    }
    if (to - from !== log.length) return false
    for (let index = 0; index < log.length; index++) if (bytes[from + index] !== log[index]) return false
    return true
  }
}
