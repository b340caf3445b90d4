/** What of the record's texts and files does not have its form. */
export type MalformedSubject = 'verifier-key' | 'signer-key' | 'note' | 'checkpoint' | 'policy' | 'tlog-proof'

export type MalformedCode =
  | 'too-large'
  | 'not-utf8'
  | 'control-character'
  | 'bad-line'
  | 'bad-name'
  | 'bad-base64'
  | 'bad-length'
  | 'bad-number'
  | 'key-id-mismatch'
  | 'unknown-algorithm'
  | 'too-many-signatures'
  | 'no-signature'
  | 'unknown-name'
  | 'duplicate-name'
  | 'duplicate-key'
  | 'duplicate-member'
  | 'bad-threshold'
  | 'no-quorum'
  | 'two-quorums'

/** A text that is not what it should be; `line` counts from 1, where the text has lines. */
export class Malformed extends Error {
  readonly subject: MalformedSubject
  readonly code: MalformedCode
  readonly line: number | undefined

  constructor(subject: MalformedSubject, code: MalformedCode, line?: number) {
    super(line === undefined ? `${subject}: ${code}` : `${subject}, line ${line}: ${code}`)
    this.name = 'Malformed'
    this.subject = subject
    this.code = code
    this.line = line
  }
}
