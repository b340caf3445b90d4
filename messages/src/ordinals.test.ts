import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CATALOGUES } from './choose-catalogue.ts'
import { chineseNumber, ordinal } from './ordinals.ts'

const LANGUAGE = fc.constantFrom(...CATALOGUES)

describe('which one in a series', () => {
  it('is counted aloud in Chinese', () => {
    expect([1, 8, 10, 11, 20, 21].map((n) => ordinal('zh', n, 'meeting'))).toEqual([
      '第一次',
      '第八次',
      '第十次',
      '第十一次',
      '第二十次',
      '第二十一次',
    ])
    expect(ordinal('zh', 2, 'edition')).toBe('第二')
    expect([100, 101, 110, 115, 1000, 1001, 1010, 2020].map(chineseNumber)).toEqual([
      '一百',
      '一百零一',
      '一百一十',
      '一百一十五',
      '一千',
      '一千零一',
      '一千零一十',
      '二千零二十',
    ])
  })

  it('agrees in Russian with a neuter noun', () => {
    expect([1, 3, 8, 11, 20, 21, 40, 99, 100, 101].map((n) => ordinal('ru', n, 'meeting'))).toEqual([
      'первое',
      'третье',
      'восьмое',
      'одиннадцатое',
      'двадцатое',
      'двадцать первое',
      'сороковое',
      'девяносто девятое',
      'сотое',
      '101-е',
    ])
  })

  it('is in words in English up to a hundred', () => {
    expect([1, 8, 12, 20, 21, 99, 101, 112, 123].map((n) => ordinal('en', n, 'meeting'))).toEqual([
      'first',
      'eighth',
      'twelfth',
      'twentieth',
      'twenty-first',
      'ninety-ninth',
      '101st',
      '112th',
      '123rd',
    ])
  })

  it('agrees in Arabic with a masculine noun', () => {
    expect([1, 8, 10, 11, 20, 21].map((n) => ordinal('ar', n, 'meeting'))).toEqual([
      'الأول',
      'الثامن',
      'العاشر',
      'الحادي عشر',
      'العشرون',
      'الحادي والعشرون',
    ])
  })

  it('is different for different numbers, in every language', () => {
    const number = fc.integer({ min: 1, max: 9999 })
    fc.assert(
      fc.property(LANGUAGE, number, number, (language, one, other) => {
        const same = ordinal(language, one, 'meeting') === ordinal(language, other, 'meeting')
        expect(same).toBe(one === other)
      }),
    )
  })

  it('has words without gaps', () => {
    fc.assert(
      fc.property(LANGUAGE, fc.integer({ min: 1, max: 9999 }), (language, number) => {
        expect(ordinal(language, number, 'edition')).toMatch(/^\S+( \S+)*$/)
        expect(ordinal(language, number, 'edition')).not.toContain('undefined')
      }),
    )
  })
})
