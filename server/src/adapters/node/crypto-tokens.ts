import { createHash, randomBytes } from 'node:crypto'
import type { Tokens } from '../../ports/tokens.ts'

/** Tokens from the system's secure random source. */
export const cryptoTokens = (): Tokens => ({
  fresh: () => randomBytes(32).toString('base64url'),
  hash: hashToken,
})

/** See `Tokens.hash`. A fast hash is enough: a token of 256 random bits cannot be guessed from it. */
export const hashToken = (token: string): string => createHash('sha256').update(token, 'utf8').digest('hex')
