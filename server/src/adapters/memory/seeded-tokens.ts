import { createHash } from 'node:crypto'
import type { Tokens } from '../../ports/tokens.ts'
import { hashToken } from '../node/crypto-tokens.ts'

/** Tokens that come in the same order for the same seed; for tests. Anyone who knows the seed knows them all. */
export const seededTokens = (seed: string): Tokens => {
  let made = 0
  return {
    fresh: () => createHash('sha256').update(`${seed}/${made++}`).digest('base64url'),
    hash: hashToken,
  }
}
