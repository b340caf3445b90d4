import { party } from '@parley/domain/meeting/fictional-meeting'
import type { Edition, LanguageVersion } from '@parley/domain/release/state'
import { describe, expect, it } from 'vitest'
import { releaseNames, versionRows } from './version-rows.ts'

const NOW = 5_000
const A = 'a'.repeat(64)
const B = 'b'.repeat(64)
const meeting = { languages: ['zh', 'ru'], delegations: [party('north'), party('south')] }
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
  hash: A,
  expression,
  clearedBy: [],
  objections: [],
  editions: [],
  ...more,
})
const edition = (more: Partial<Edition> = {}): Edition => ({
  edition: 1,
  hash: A,
  expression,
  at: 1_000,
  ...more,
})
const rows = (versions: readonly LanguageVersion[], asked?: readonly string[]) =>
  versionRows(
    { versions: Object.fromEntries(versions.map((one) => [`${one.release}/${one.language}`, one])) },
    meeting,
    'main',
    NOW,
    asked,
  )
const first = (more: Partial<LanguageVersion>) => rows([version(more)])[0]

describe('the table of a release', () => {
  it('has a line for every language of the meeting, then for those drafted or asked for besides', () => {
    expect(rows([]).map(({ language, draft }) => [language, draft])).toEqual([
      ['zh', 'missing'],
      ['ru', 'missing'],
    ])
    const more = rows([version({ language: 'ar' }), version({ language: 'ru' })], ['en', 'zh'])
    expect(more.map(({ language }) => language)).toEqual(['zh', 'ru', 'ar', 'en'])
  })

  it('leaves the versions of other releases out', () => {
    expect(rows([version({ release: 'notice', language: 'ar' })]).map(({ language }) => language)).toEqual([
      'zh',
      'ru',
    ])
  })

  it('says of each delegation what it said of exactly this draft', () => {
    const objections = [{ delegation: 'south', reason: 'Not so' }]
    expect(first({ clearedBy: ['north'], objections })?.words).toEqual([
      { delegation: 'north', said: 'cleared' },
      { delegation: 'south', said: 'objects' },
    ])
    expect(first({})?.words.map(({ said }) => said)).toEqual(['nothing', 'nothing'])
  })

  it('follows a draft from clearance to publication', () => {
    expect(first({})?.draft).toBe('to-clear')
    expect(first({ clearedBy: ['south'] })?.draft).toBe('to-clear')
    expect(first({ clearedBy: ['south', 'north'] })?.draft).toBe('cleared')
    expect(first({ objections: [{ delegation: 'north', reason: 'No' }] })?.draft).toBe('objected')
    expect(first({ editions: [edition()] })?.draft).toBe('published')
  })

  it('tells a correction under way from what is out', () => {
    const row = first({ hash: B, editions: [edition()] })
    expect([row?.draft, row?.public, row?.last?.edition]).toEqual(['to-clear', 'out', 1])
  })

  it('is under embargo until the moment it ends, unless an earlier edition is out', () => {
    expect(first({ editions: [edition({ embargoUntil: NOW + 1 })] })?.public).toBe('embargoed')
    expect(first({ editions: [edition({ embargoUntil: NOW })] })?.public).toBe('out')
    const second = edition({ edition: 2, embargoUntil: NOW + 1 })
    const row = first({ editions: [edition(), second] })
    expect([row?.public, row?.out?.edition, row?.last?.edition]).toEqual(['out', 1, 2])
  })

  it('keeps a withdrawn version, as withdrawn', () => {
    const row = first({ editions: [edition()], withdrawn: { cause: 'law', at: 4_000 } })
    expect([row?.draft, row?.public]).toEqual(['withdrawn', 'withdrawn'])
  })
})

describe('the releases of a meeting', () => {
  it('begin with the first one, drafted or not', () => {
    expect(releaseNames({ versions: {} })).toEqual(['main'])
    expect(releaseNames({ versions: { 'notice/zh': version({ release: 'notice' }) } })).toEqual([
      'main',
      'notice',
    ])
  })
})
