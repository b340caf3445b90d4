import { readFileSync } from 'node:fs'
import type { Catalogue } from '@parley/messages/choose-catalogue'
import { format } from '@parley/messages/format'
import {
  checkpointPath,
  eventsPath,
  MANIFEST_PATH,
  parseManifest,
  POLICY_PATH,
  README_PATH,
} from '@parley/record/bundle-layout'
import { openBundle, readWhole, type BundleFile } from '@parley/record/bundle-reader'
import { outcomeOf, EXIT_CODES, Unsound, type Finding } from '@parley/record/findings'
import { Malformed } from '@parley/record/malformed'
import { parsePolicy, type Policy } from '@parley/record/policy'
import { verifyBundle, type VerifyReport } from '@parley/record/verify'
import { replayCheck } from './replay-check.ts'

/** What `parley verify` ends with besides the codes of the record (docs/record.md): it could not begin. */
const NOT_BEGUN = 64

export type VerifyArguments = {
  readonly bundle: string
  readonly language: Catalogue
  /** A file with a C2SP tlog-policy. */
  readonly policy?: string | undefined
  /** Verifier keys to trust, as text. */
  readonly keys: readonly string[]
  /** Another bundle, or a checkpoint, of the same logs. */
  readonly against?: string | undefined
  readonly json: boolean
}

/** Verifies a bundle offline and says what was found; answers the exit code. */
export const verifyCommand = (args: VerifyArguments): number => {
  const { language, json } = args
  try {
    const policy = policyOf(args)
    const heads = args.against === undefined ? [undefined] : headsOf(args.against)
    const reports = heads.map((against) => verifyBundle(args.bundle, { policy, against, check: replayCheck }))
    const report = merged(reports)
    process.stdout.write(json ? `${JSON.stringify(report)}\n` : `${lines(language, report).join('\n')}\n`)
    return report.exitCode
  } catch (error) {
    if (!(error instanceof Malformed) && !(error instanceof Unsound) && !isSystemError(error)) throw error
    const reason = error.message
    process.stderr.write(`${format(language, 'cli.unreadable', { file: args.bundle, reason })}\n`)
    return NOT_BEGUN
  }
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error

const policyOf = ({ policy, keys }: VerifyArguments): Policy | undefined => {
  if (policy !== undefined) return parsePolicy(readFileSync(policy))
  return keys.length === 0
    ? undefined
    : parsePolicy(`${keys.map((key) => `log ${key}\n`).join('')}quorum none\n`)
}

/** The largest file beside the events worth reading. */
const SMALL_FILE_LIMIT_BYTES = 2_000_000

/** The signed heads in another bundle; or the file itself, where it is one. */
const headsOf = (file: string): readonly Uint8Array[] => {
  const heads: Uint8Array[] = []
  const reader = openBundle(file)
  try {
    const whole = (path: string): Uint8Array => readWhole(reader.open(path), SMALL_FILE_LIMIT_BYTES)
    whole(README_PATH)
    const manifest = parseManifest(Buffer.from(whole(MANIFEST_PATH)).toString('latin1'))
    whole(POLICY_PATH)
    for (let number = 1; number <= (manifest?.logCount ?? 0); number += 1) {
      heads.push(whole(checkpointPath(number)))
      drain(reader.open(eventsPath(number)))
    }
  } catch (error) {
    if (!(error instanceof Unsound)) throw error
  } finally {
    reader.close()
  }
  return heads.length > 0 ? heads : [readFileSync(file)]
}

const drain = (file: BundleFile): void => {
  const buffer = new Uint8Array(65_536)
  while (file.read(buffer, 0) > 0);
}

/** One report of several passes: everything found, once. */
const merged = (reports: readonly VerifyReport[]): VerifyReport => {
  const [first] = reports
  if (first === undefined) throw new Error('no pass over the bundle')
  const findings: Finding[] = []
  for (const finding of reports.flatMap((report) => report.findings)) {
    const text = JSON.stringify(finding)
    if (!findings.some((known) => JSON.stringify(known) === text)) findings.push(finding)
  }
  const outcome = outcomeOf(findings)
  return { ...first, findings, outcome, exitCode: EXIT_CODES[outcome] }
}

const lines = (
  language: Catalogue,
  { outcome, findings, logs, keySource }: VerifyReport,
): readonly string[] => [
  ...(outcome === 'sound'
    ? logs.map(
        ({ origin, size, rootBase64 }) =>
          `${origin}: ${format(language, 'cli.sound', { count: size, head: rootBase64 })}`,
      )
    : findings.map((finding) => findingLine(language, finding))),
  ...(keySource === 'bundle' && outcome === 'sound'
    ? [format(language, 'cli.own-keys', { options: '--policy, --key' })]
    : []),
]

const findingLine = (language: Catalogue, finding: Finding): string => {
  const where = [finding.path, finding.origin, finding.seq, finding.code, finding.reason]
    .filter((part) => part !== undefined)
    .join(' · ')
  switch (finding.outcome) {
    case 'tampered':
      return format(language, 'cli.tampered', { where })
    case 'incomplete':
      return format(language, 'cli.incomplete', { where })
    case 'policy-not-met':
      return format(language, 'cli.policy-not-met', { missing: where })
    case 'fork':
      return format(language, 'cli.fork', { seq: finding.seq ?? 0 })
  }
}
