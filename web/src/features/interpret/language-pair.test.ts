import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstPair, pairAsKept, turned, withEnd } from './language-pair.ts'

const LANGUAGES = ['zh', 'ru', 'en'] as const
const pairs = fc
  .uniqueArray(fc.constantFrom(...LANGUAGES), { minLength: 2, maxLength: 2 })
  .map(([from, into]) => ({ from: from ?? 'zh', into: into ?? 'ru' }))

describe('the language pair of an interpreter', () => {
  it('is the meeting’s first two languages at first', () => {
    expect(firstPair(LANGUAGES, null)).toEqual({ from: 'zh', into: 'ru' })
  })

  it('comes back as it was kept', () => {
    fc.assert(
      fc.property(pairs, (pair) => {
        expect(firstPair(LANGUAGES, pairAsKept(pair))).toEqual(pair)
      }),
    )
  })

  it.each(['ru>fr', 'fr>ru', 'ru>ru', 'ru', '', '>'])('is not taken from what no longer fits: %j', (kept) => {
    expect(firstPair(LANGUAGES, kept)).toEqual({ from: 'zh', into: 'ru' })
  })

  it('of a meeting in one language has nothing to choose', () => {
    expect(firstPair(['zh'], null)).toEqual({ from: 'zh', into: 'zh' })
  })

  it('turned twice is the same', () => {
    fc.assert(
      fc.property(pairs, (pair) => {
        expect(turned(turned(pair))).toEqual(pair)
      }),
    )
  })

  it('never gets the same language at both ends', () => {
    fc.assert(
      fc.property(
        pairs,
        fc.constantFrom('from', 'into'),
        fc.constantFrom(...LANGUAGES),
        (pair, end, language) => {
          const chosen = withEnd(pair, end, language)
          expect(chosen[end]).toBe(language)
          expect(chosen.from).not.toBe(chosen.into)
        },
      ),
    )
  })
})
