import { describe, expect, it } from 'vitest'
import type { Tokens } from './tokens.ts'

/** What every maker of tokens must do. */
export const tokensContract = (name: string, create: () => Tokens): void => {
  describe(`${name} as tokens`, () => {
    it('makes tokens of 256 bits, no two alike', () => {
      const tokens = create()
      const made = Array.from({ length: 1000 }, () => tokens.fresh())
      expect(new Set(made).size).toBe(1000)
      expect(made.filter((token) => !/^[A-Za-z0-9_-]{43}$/.test(token))).toEqual([])
      expect(new Set(made.map((token) => Buffer.from(token, 'base64url').length))).toEqual(new Set([32]))
    })

    it('hashes as SHA-256 does (FIPS 180-4, the example "abc")', () => {
      expect(create().hash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    })

    it('hashes the same token alike in two makers', () => {
      const token = create().fresh()
      expect(create().hash(token)).toBe(create().hash(token))
    })
  })
}
