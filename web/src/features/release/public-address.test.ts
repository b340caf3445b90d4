import { party } from '@parley/domain/meeting/fictional-meeting'
import type { Edition, LanguageVersion } from '@parley/domain/release/state'
import { describe, expect, it } from 'vitest'
import { previewAddress, publicAddress } from './public-address.ts'

const EVENING = Date.UTC(2030, 2, 1, 18)
const HOUR_MS = 3_600_000
const meeting = {
  host: 'north',
  delegations: [{ ...party('north'), timeZone: 'Asia/Shanghai' }, party('south')],
}
const place = { dialogue: 'river', meeting: 'first' }
const expression = {
  headline: 'Headline',
  dateline: 'Place, day',
  byline: 'By line',
  source: 'Source',
  paragraphs: [{ text: 'Paragraph', facts: [] }],
}
const version = (language: string, ...editions: readonly Partial<Edition>[]): LanguageVersion => ({
  release: 'main',
  language,
  revision: 1,
  hash: 'a'.repeat(64),
  expression,
  clearedBy: [],
  objections: [],
  editions: editions.map((more) => ({ edition: 1, hash: 'a', expression, at: EVENING, ...more })),
})
const zh = { release: 'main', language: 'zh' }

describe('where the public reads a release', () => {
  it('is dated by the host’s calendar on the day the first language came out', () => {
    const versions = [version('ru', {}), version('zh', { at: EVENING + 40 * HOUR_MS })]
    expect(publicAddress(place, meeting, versions, zh, EVENING + 90 * HOUR_MS)).toBe(
      '/zh/releases/2030/03/02/river.first.main',
    )
  })

  it('does not exist before an embargo has passed', () => {
    const versions = [version('zh', { embargoUntil: EVENING + HOUR_MS })]
    expect(publicAddress(place, meeting, versions, zh, EVENING + HOUR_MS - 1)).toBeUndefined()
    expect(publicAddress(place, meeting, versions, zh, EVENING + HOUR_MS)).toContain('river.first.main')
    expect(publicAddress(place, meeting, [version('zh')], zh, EVENING)).toBeUndefined()
  })

  it('has a preview for the desk, without a date', () => {
    expect(previewAddress(place, zh)).toBe('/preview/river/first/main/zh')
  })
})
