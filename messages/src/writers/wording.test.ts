import { describe, expect, it } from 'vitest'
import { withArticle } from './english-phrases.ts'
import { beginsSmall, capitalised, inAnyLanguage, inLanguage, mentions, quoted, stopped } from './wording.ts'

const CHINESE = { outer: ['“', '”'], inner: ['‘', '’'] } as const
const RUSSIAN = { outer: ['«', '»'], inner: ['„', '“'] } as const

describe('a wording in a language', () => {
  it('is the exact one, else a near form of the same language, else none', () => {
    expect(inLanguage({ 'zh-Hant': '臺', zh: '台' }, 'zh-Hant')).toBe('臺')
    expect(inLanguage({ 'zh-Hant': '臺', zh: '台' }, 'zh-Hans')).toBe('台')
    expect(inLanguage({ 'pt-BR': 'ônibus' }, 'pt')).toBe('ônibus')
    expect(inLanguage({ ru: 'да' }, 'en')).toBeUndefined()
    expect(inLanguage({ ru: 'да' }, 'constructor')).toBeUndefined()
  })

  it('of a name falls to English, then to any', () => {
    expect(inAnyLanguage({ ru: 'Лев', en: 'Leo' }, 'zh')).toBe('Leo')
    expect(inAnyLanguage({ ru: 'Лев', ar: 'ليف' }, 'zh')).toBe('Лев')
  })
})

describe('a person', () => {
  const one = { name: { en: 'Kim' }, office: { en: 'Mayor' } }

  it('is mentioned with the office once', () => {
    const mention = mentions('en')
    expect([mention(one), mention(one)]).toEqual([{ name: 'Kim', office: 'Mayor' }, { name: 'Kim' }])
  })

  it('is not taken for another of the same name', () => {
    const mention = mentions('en')
    mention(one)
    expect(mention({ name: { en: 'Kim' }, office: { en: 'Judge' } })).toEqual({
      name: 'Kim',
      office: 'Judge',
    })
  })

  it('has no office in a language that has no words for it', () => {
    expect(mentions('zh')(one)).toEqual({ name: 'Kim' })
  })
})

describe('words in quotation marks', () => {
  it('have inner marks inside, and no full stop of their own', () => {
    expect(quoted('“甲”与乙。', CHINESE)).toBe('“‘甲’与乙”')
    expect(quoted('Закон «О воде».', RUSSIAN)).toBe('«Закон „О воде“»')
  })
})

describe('a full stop', () => {
  it('is added where a sentence has no end', () => {
    expect(stopped('Yes', '.')).toBe('Yes.')
    expect(stopped('好', '。')).toBe('好。')
  })

  it('is not added after an end, in or out of quotation marks', () => {
    for (const text of ['Yes.', 'Really?', 'Well…', '“Yes.”', '他说：“好。”', '«Да!»']) {
      expect(stopped(text, '.')).toBe(text)
    }
  })
})

describe('a capital letter', () => {
  it('starts a sentence in any script that has them', () => {
    expect(capitalised('ёж')).toBe('Ёж')
    expect(capitalised('会议')).toBe('会议')
    expect(capitalised('')).toBe('')
  })
})

describe('words that begin small', () => {
  it('are told by their first letter, whatever stands before it', () => {
    expect(['вода', '«ёж» — это', '5 стран'].map(beginsSmall)).toEqual([true, true, true])
    expect(['Вода', '«Ёж» — это', '水', ''].map(beginsSmall)).toEqual([false, false, false, false])
  })
})

describe('an office in place of a name', () => {
  it('takes the article in English; a name does not', () => {
    expect(['President of Pineridge', 'Vice-President of the Conference', 'Union'].map(withArticle)).toEqual([
      'the President of Pineridge',
      'the Vice-President of the Conference',
      'the Union',
    ])
    expect(['Anna Berg', 'Joan of Arc', 'The Assembly'].map(withArticle)).toEqual([
      'Anna Berg',
      'Joan of Arc',
      'The Assembly',
    ])
  })
})
