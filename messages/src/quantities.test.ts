import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CATALOGUES } from './choose-catalogue.ts'
import { formatDuration, formatList, formatMinutes, formatNumber, languageName } from './quantities.ts'

const LANGUAGE = fc.constantFrom(...CATALOGUES)

describe('a length of time', () => {
  it('is written in the language’s short units, largest first', () => {
    expect(formatDuration('en', 390)).toBe('6\u00a0min 30\u00a0s')
    expect(formatDuration('zh', 390)).toBe('6分30秒')
    expect(formatDuration('ru', 3900)).toBe('1\u00a0ч 5\u00a0мин')
    expect(formatDuration('ar', 61)).toBe('1\u00a0د 1\u00a0ث')
    expect(formatMinutes('zh', 20)).toBe('20分钟')
  })

  it('is nothing, not less, when there is none', () => {
    expect(formatDuration('zh', 0)).toBe('0秒')
    expect(formatDuration('en', -5)).toBe('0\u00a0s')
  })

  it('never names a unit with nothing in it, unless that is all there is', () => {
    fc.assert(
      fc.property(LANGUAGE, fc.nat({ max: 1_000_000 }), (language, seconds) => {
        const amounts: readonly string[] = formatDuration(language, seconds).match(/\d+/g) ?? []
        expect(amounts.includes('0')).toBe(seconds === 0)
      }),
    )
  })
})

describe('a list', () => {
  it('joins things as the language does', () => {
    expect(formatList('zh', ['甲', '乙', '丙'])).toBe('甲、乙和丙')
    expect(formatList('ru', ['А', 'Б', 'В'])).toBe('А, Б и В')
    expect(formatList('en', ['A', 'B', 'C'])).toBe('A, B and C')
    expect(formatList('ar', ['أ', 'ب'])).toBe('أ وب')
  })

  it('joins Chinese persons without a conjunction', () => {
    expect(formatList('zh', ['甲', '乙', '丙'], 'persons')).toBe('甲、乙、丙')
  })

  it('of one is that one, of none is empty', () => {
    for (const language of CATALOGUES) {
      expect(formatList(language, ['x'])).toBe('x')
      expect(formatList(language, [])).toBe('')
    }
  })
})

describe('a number', () => {
  it('is grouped as the language groups', () => {
    expect(formatNumber('en', 1234567)).toBe('1,234,567')
    expect(formatNumber('ru', 1234567)).toBe('1\u00a0234\u00a0567')
  })
})

describe('a language’s name', () => {
  it('is given in the language asked for', () => {
    expect(languageName('zh', 'ru')).toBe('俄语')
    expect(languageName('ru', 'zh')).toBe('китайский')
    expect(languageName('en', 'kk')).toBe('Kazakh')
  })

  it('is the tag when it is none', () => {
    expect(languageName('en', 'not a tag')).toBe('not a tag')
  })
})
