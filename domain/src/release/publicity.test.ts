import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Recorded } from '../decider.ts'
import type { Expression, ReleaseEvent } from './events.ts'
import { evolveRelease } from './evolve.ts'
import { expressionHash } from './expression-hash.ts'
import { publicFrom, recordPublicAt, withdrawnReleases } from './publicity.ts'
import { initialReleases } from './state.ts'
import type { Releases } from './state.ts'

const expression: Expression = {
  headline: 'h',
  dateline: 'd',
  byline: 'b',
  source: 's',
  paragraphs: [{ text: 't', facts: [] }],
}
const edition = (language: string, embargoUntil?: number): ReleaseEvent => ({
  type: 'ReleasePublished',
  release: 'main',
  language,
  edition: 1,
  hash: expressionHash(expression),
  expression,
  ...(embargoUntil === undefined ? {} : { embargoUntil }),
})
const withdrawal = (language: string): ReleaseEvent => ({
  type: 'ReleaseWithdrawn',
  release: 'main',
  language,
  cause: 'law',
})
const told = (...facts: readonly (readonly [number, ReleaseEvent])[]): Releases =>
  facts
    .map(([at, event], seq): Recorded<ReleaseEvent> => ({ seq, at, by: { seat: 's' }, event }))
    .reduce(evolveRelease, initialReleases)

describe('when the record is public', () => {
  it('is never while nothing is published', () => {
    expect(recordPublicAt(initialReleases)).toBeUndefined()
  })

  it('is when the first edition of any language is out', () => {
    expect(recordPublicAt(told([5, edition('zh', 90)], [7, edition('ru')], [9, edition('en')]))).toBe(7)
    expect(recordPublicAt(told([5, edition('zh', 90)]))).toBe(90)
    expect(recordPublicAt(told([5, edition('zh', 3)]))).toBe(5)
  })

  it('is not by an edition withdrawn under embargo, and stays by one withdrawn later', () => {
    expect(recordPublicAt(told([5, edition('zh', 90)], [60, withdrawal('zh')]))).toBeUndefined()
    const later = told([5, edition('zh', 90)], [91, withdrawal('zh')])
    expect(recordPublicAt(later)).toBe(90)
    expect(withdrawnReleases(later)).toEqual(['main/zh'])
  })

  it('folds for the public, who never saw a draft, to the same editions', () => {
    const { editions } = told([5, edition('zh')]).versions['main/zh'] ?? {}
    expect(editions?.map(publicFrom)).toEqual([5])
    expect(told([5, withdrawal('zh')])).toEqual(initialReleases)
  })
})

describe('the address of a release', () => {
  it('differs whenever any part differs, the facts a paragraph rests on included', () => {
    const others: readonly Expression[] = [
      { ...expression, headline: 'x' },
      { ...expression, deck: 'x' },
      { ...expression, dateline: 'x' },
      { ...expression, byline: 'x' },
      { ...expression, source: 'x' },
      { ...expression, dateline: 'b', byline: 'd' },
      { ...expression, paragraphs: [{ text: 't', facts: [1] }] },
      { ...expression, paragraphs: [{ text: 't', facts: [11] }] },
      { ...expression, paragraphs: [{ text: 't', facts: [1, 1] }] },
      { ...expression, paragraphs: [...expression.paragraphs, ...expression.paragraphs] },
    ]
    const hashes = [expression, ...others].map(expressionHash)
    expect(new Set(hashes).size).toBe(hashes.length)
  })

  it('is the same for the same release, whatever the order of its keys', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (headline, text) => {
        const { dateline, byline, source } = expression
        const one = { headline, dateline, byline, source, paragraphs: [{ text, facts: [1] }] }
        const other = { paragraphs: [{ facts: [1], text }], source, byline, dateline, headline }
        expect(expressionHash(other)).toBe(expressionHash(one))
      }),
    )
  })

  it('never moves: this release has had this address since the first', () => {
    expect(expressionHash(expression)).toBe(
      '0fe78d46e88f46944b1b093f8f8fa8562d1faa6d87b2cc4a7798d47d189b5245',
    )
  })
})
