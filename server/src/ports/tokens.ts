/** Bearer tokens: made here, sent once, stored as a hash only. */
export type Tokens = {
  /** A new token of 256 bits: 43 characters of unpadded base64url (RFC 4648 section 5). */
  readonly fresh: () => string
  /** SHA-256 of the token's UTF-8 bytes, 64 lower-case hexadecimal digits. */
  readonly hash: (token: string) => string
}
