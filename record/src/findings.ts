/** What a verifier can say of a bundle. */
export type Outcome = 'sound' | 'tampered' | 'incomplete' | 'policy-not-met' | 'fork'

/** What a program ends with that says so. */
export const EXIT_CODES: { readonly [outcome in Outcome]: number } = {
  sound: 0,
  tampered: 1,
  incomplete: 2,
  'policy-not-met': 3,
  fork: 4,
}

export type FindingCode =
  // tampered
  | 'bad-archive-header'
  | 'bad-archive-padding'
  | 'bytes-after-end'
  | 'unexpected-file'
  | 'not-a-regular-file'
  | 'file-too-large'
  | 'wrong-readme'
  | 'bad-manifest'
  | 'not-as-in-manifest'
  | 'malformed'
  | 'bad-signature'
  | 'origins-out-of-order'
  | 'leaf-too-large'
  | 'leaf-not-canonical'
  | 'leaf-malformed'
  | 'sequence-broken'
  | 'wrong-log'
  | 'time-runs-back'
  | 'line-not-ended'
  | 'too-many-events'
  | 'wrong-root'
  | 'event-refused'
  | 'log-refused'
  // incomplete
  | 'truncated'
  | 'missing-file'
  | 'too-few-events'
  | 'older-than-against'
  | 'no-log-of-against'
  // policy-not-met
  | 'no-known-signature'
  | 'not-signed-by-log'
  | 'quorum-not-met'
  | 'against-not-signed'
  // fork
  | 'inconsistent-heads'

/** One thing that is wrong, and where. */
export type Finding = {
  readonly outcome: Exclude<Outcome, 'sound'>
  readonly code: FindingCode
  readonly path?: string
  readonly origin?: string
  /** Place of the event in its log. */
  readonly seq?: number
  /** The code of the more exact reason: of a NotCanonical, a Malformed, or of the caller's own check. */
  readonly reason?: string
}

/** Ends a verification: what follows this finding cannot be read with sense. */
export class Unsound extends Error {
  readonly finding: Finding

  constructor(finding: Finding) {
    super(finding.code)
    this.name = 'Unsound'
    this.finding = finding
  }
}

const WORST_FIRST = ['tampered', 'fork', 'incomplete', 'policy-not-met'] as const

/** The gravest of the findings; 'sound' without any. */
export function outcomeOf(findings: readonly Finding[]): Outcome {
  return WORST_FIRST.find((outcome) => findings.some((finding) => finding.outcome === outcome)) ?? 'sound'
}
