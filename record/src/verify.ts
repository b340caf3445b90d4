import {
  checkpointPath,
  eventsPath,
  manifestEntry,
  MANIFEST_PATH,
  MAX_MANIFEST_BYTES,
  parseManifest,
  POLICY_PATH,
  README_PATH,
  README_TEXT,
} from './bundle-layout.ts'
import { openBundle, readWhole, type BundleReader, type BundleSource } from './bundle-reader.ts'
import { parseCheckpoint, type Checkpoint } from './checkpoint.ts'
import { EXIT_CODES, outcomeOf, Unsound, type Finding, type Outcome } from './findings.ts'
import { Malformed } from './malformed.ts'
import { sameBytes } from './merkle-hash.ts'
import { MAX_NOTE_BYTES, type VerifiedSignature } from './note.ts'
import { openUnderPolicy, parsePolicy, type Policy } from './policy.ts'
import { encodeBase64 } from './strict-text.ts'
import { verifyEvents, type LogCheck } from './verify-events.ts'

export type VerifyOptions = {
  /** Whose signature counts. Without it the bundle's own policy is believed. */
  readonly policy?: Policy | undefined
  /** Another signed checkpoint of one of the logs: both must be heads of one history. */
  readonly against?: Uint8Array | string | undefined
  /** Rules of the caller's own for the events of a log, made anew for each log. */
  readonly check?: ((checkpoint: Checkpoint) => LogCheck | undefined) | undefined
}

export type VerifyReport = {
  readonly outcome: Outcome
  readonly exitCode: number
  /** 'bundle': the keys came with the bundle, so that it has only been found to agree with itself. */
  readonly keySource: 'verifier' | 'bundle'
  /** Empty exactly when the outcome is 'sound'. */
  readonly findings: readonly Finding[]
  /** The logs whose events were read to the end without fault. */
  readonly logs: readonly LogReport[]
}

export type LogReport = {
  readonly origin: string
  readonly size: number
  readonly rootBase64: string
  readonly signedBy: readonly SignatureReport[]
  /** Milliseconds since 1970 UTC, by the server's clock; undefined for an empty log. */
  readonly firstAt: number | undefined
  readonly lastAt: number | undefined
}

export type SignatureReport = {
  readonly name: string
  readonly keyId: string
  readonly cosignedAtSeconds?: number
}

/**
 * Verifies a bundle offline, as docs/record.md describes it: every byte of it is accounted for.
 * Synchronous: it is made for a program that does nothing else. Memory does not grow with the bundle. Throws the system's error when the source cannot be read, and
 * Malformed when `against` is no checkpoint; all else that is wrong is in the report.
 */
export function verifyBundle(source: BundleSource, options: VerifyOptions = {}): VerifyReport {
  const against = options.against === undefined ? undefined : parseCheckpoint(options.against)
  const reader = openBundle(source)
  const verification = new Verification(reader, options, against)
  try {
    verification.run()
  } catch (error) {
    if (!(error instanceof Unsound)) throw error
    verification.findings.push(error.finding)
  } finally {
    reader.close()
  }
  const outcome = outcomeOf(verification.findings)
  return {
    outcome,
    exitCode: EXIT_CODES[outcome],
    keySource: options.policy === undefined ? 'bundle' : 'verifier',
    findings: verification.findings,
    logs: verification.logs,
  }
}

class Verification {
  readonly findings: Finding[] = []
  readonly logs: LogReport[] = []
  readonly #reader: BundleReader
  readonly #options: VerifyOptions
  readonly #against: Checkpoint | undefined

  constructor(reader: BundleReader, options: VerifyOptions, against: Checkpoint | undefined) {
    this.#reader = reader
    this.#options = options
    this.#against = against
  }

  run(): void {
    const readme = readWhole(this.#reader.open(README_PATH), MAX_NOTE_BYTES)
    if (!sameBytes(readme, encoder.encode(README_TEXT))) failAt(README_PATH, 'wrong-readme')
    const manifestText = readWhole(this.#reader.open(MANIFEST_PATH), MAX_MANIFEST_BYTES)
    const manifest = parseManifest(Buffer.from(manifestText).toString('latin1'))
    if (manifest === undefined) failAt(MANIFEST_PATH, 'bad-manifest')
    this.#expectListed(README_PATH, readme, manifest.entries)

    const policyText = this.#readListed(POLICY_PATH, manifest.entries)
    const bundlePolicy = wellFormed(POLICY_PATH, () => parsePolicy(policyText))
    const policy = this.#options.policy ?? bundlePolicy
    let previous: Checkpoint | undefined
    let met = false
    for (let number = 1; number <= manifest.logCount; number++) {
      const path = checkpointPath(number)
      const text = this.#readListed(path, manifest.entries)
      const checkpoint = wellFormed(path, () => parseCheckpoint(text))
      if (previous !== undefined && previous.origin >= checkpoint.origin) failAt(path, 'origins-out-of-order')
      this.#log(number, checkpoint, this.#signatures(path, text, policy), policy)
      previous = checkpoint
      met ||= checkpoint.origin === this.#against?.origin
    }
    this.#reader.finish()
    if (this.#against !== undefined && !met) {
      this.findings.push({ outcome: 'incomplete', code: 'no-log-of-against', origin: this.#against.origin })
    }
  }

  /** Who signed a checkpoint; undefined, with a finding, when the policy is not met. */
  #signatures(path: string, text: Uint8Array, policy: Policy): readonly VerifiedSignature[] | undefined {
    const opened = wellFormed(path, () => openUnderPolicy(text, policy))
    if (opened.ok) return opened.signedBy
    if (opened.code === 'bad-signature') failAt(path, 'bad-signature', opened.key.name)
    this.findings.push({ outcome: 'policy-not-met', code: opened.code, path })
    return undefined
  }

  #log(
    number: number,
    checkpoint: Checkpoint,
    signatures: readonly VerifiedSignature[] | undefined,
    policy: Policy,
  ): void {
    const against = this.#against?.origin === checkpoint.origin ? this.#against : undefined
    const events = verifyEvents(this.#reader.open(eventsPath(number)), checkpoint, {
      check: this.#options.check?.(checkpoint),
      rootAtSize: against?.size,
    })
    this.logs.push({
      origin: checkpoint.origin,
      size: checkpoint.size,
      rootBase64: encodeBase64(checkpoint.root),
      signedBy: (signatures ?? []).map(reportSignature),
      firstAt: events.firstAt,
      lastAt: events.lastAt,
    })
    // A head nobody trusted has signed is no evidence against anybody.
    if (against === undefined || signatures === undefined) return
    this.#compare(against, events.earlierRoot, policy)
  }

  #compare(against: Checkpoint, earlierRoot: Uint8Array | undefined, policy: Policy): void {
    const { origin } = against
    const opened = openUnderPolicy(this.#options.against ?? '', policy)
    if (!opened.ok) {
      this.findings.push({
        outcome: 'policy-not-met',
        code: 'against-not-signed',
        origin,
        reason: opened.code,
      })
    } else if (earlierRoot === undefined) {
      this.findings.push({ outcome: 'incomplete', code: 'older-than-against', origin, seq: against.size })
    } else if (!sameBytes(earlierRoot, against.root)) {
      this.findings.push({ outcome: 'fork', code: 'inconsistent-heads', origin, seq: against.size })
    }
  }

  #readListed(path: string, entries: ReadonlyMap<string, string>): Uint8Array {
    const bytes = readWhole(this.#reader.open(path), MAX_NOTE_BYTES)
    this.#expectListed(path, bytes, entries)
    return bytes
  }

  #expectListed(path: string, bytes: Uint8Array, entries: ReadonlyMap<string, string>): void {
    if (entries.get(path) !== manifestEntry(path, bytes).sha256Hex) failAt(path, 'not-as-in-manifest')
  }
}

const encoder = new TextEncoder()

function wellFormed<Result>(path: string, read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    throw new Unsound({ outcome: 'tampered', code: 'malformed', path, reason: error.code })
  }
}

function reportSignature({ key, cosignedAtSeconds }: VerifiedSignature): SignatureReport {
  const time = cosignedAtSeconds === undefined ? {} : { cosignedAtSeconds }
  return { name: key.name, keyId: key.id, ...time }
}

function failAt(path: string, code: Finding['code'], reason?: string): never {
  throw new Unsound({ outcome: 'tampered', code, path, ...(reason === undefined ? {} : { reason }) })
}
