import type { Edition, LanguageVersion } from '@parley/domain/release/state'
import { party } from '@parley/domain/meeting/fictional-meeting'
import { describe, expect, it } from 'vitest'
import { positionsThatCount, releaseStanding } from './release-standing.ts'

const NOW = 5_000
const meeting = { delegations: [party('north'), party('south')] }
const expression = {
  headline: 'Headline',
  dateline: 'Place, day',
  byline: 'By line',
  source: 'Source',
  paragraphs: [{ text: 'Paragraph', facts: [] }],
}
const version = (more: Partial<LanguageVersion> = {}): LanguageVersion => ({
  release: 'main',
  language: 'zh',
  revision: 1,
  hash: 'a'.repeat(64),
  expression,
  clearedBy: [],
  objections: [],
  editions: [],
  ...more,
})
const edition = (more: Partial<Edition>): Edition => ({
  edition: 1,
  hash: 'a',
  expression,
  at: 1_000,
  ...more,
})
const standing = (more: Partial<LanguageVersion>) => releaseStanding(version(more), meeting, NOW)

describe('a release, as the press sees it', () => {
  it('waits for those delegations that have not cleared it', () => {
    expect(standing({})).toEqual({ state: 'drafted', waitingFor: ['north', 'south'] })
    expect(standing({ clearedBy: ['north'] })).toEqual({ state: 'drafted', waitingFor: ['south'] })
    expect(standing({ clearedBy: ['south', 'north'] })).toEqual({ state: 'cleared' })
  })

  it('tells an objection before what is still missing', () => {
    const objections = [{ delegation: 'south', reason: 'Not so' }]
    expect(standing({ clearedBy: ['north'], objections })).toEqual({ state: 'objected', by: ['south'] })
  })

  it('is under embargo until the moment it ends, and public from that moment on', () => {
    expect(standing({ editions: [edition({ embargoUntil: NOW + 1 })] })).toEqual({
      state: 'embargoed',
      until: NOW + 1,
    })
    expect(standing({ editions: [edition({ embargoUntil: NOW })] })).toEqual({ state: 'public', since: NOW })
  })

  it('stays public while a correction of it is under embargo', () => {
    const editions = [edition({}), edition({ edition: 2, at: 2_000, embargoUntil: NOW + 1 })]
    expect(standing({ editions })).toEqual({ state: 'public', since: 1_000 })
  })

  it('is withdrawn whatever editions it had', () => {
    expect(standing({ editions: [edition({})], withdrawn: { cause: 'law', at: 4_000 } })).toEqual({
      state: 'withdrawn',
      cause: 'law',
    })
  })
})

const said = (seq: number, delegation: string, item?: string) => ({
  delegation,
  position: { zh: String(seq) },
  seq,
  ...(item === undefined ? {} : { item }),
})

describe('a position', () => {
  it('counts as last approved, for the whole meeting and for each item apart', () => {
    const positions = [said(1, 'north'), said(2, 'north', 'water'), said(3, 'south'), said(4, 'north')]
    expect(positionsThatCount({ positions }).map(({ seq }) => seq)).toEqual([2, 3, 4])
  })
})
