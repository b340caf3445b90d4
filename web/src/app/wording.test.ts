import { describe, expect, it } from 'vitest'
import { otherWordingFor, wordingFor } from './wording.ts'

const name = { zh: '陆明', ru: 'Лу Мин' }

describe('a wording', () => {
  it('is in the reader’s language where there is one', () => {
    expect(wordingFor(name, 'ru')).toEqual({ text: 'Лу Мин', lang: 'ru' })
  })

  it('is otherwise in the language asked for next, and says which it is', () => {
    expect(wordingFor(name, 'ar', ['ru'])).toEqual({ text: 'Лу Мин', lang: 'ru' })
    expect(wordingFor(name, 'ar')).toEqual({ text: '陆明', lang: 'zh' })
  })

  it('is empty where nobody has worded anything, never a word such as undefined', () => {
    expect(wordingFor(undefined, 'ru').text).toBe('')
    expect(wordingFor({}, 'ru').text).toBe('')
  })

  it('does not mistake what every object inherits for a wording', () => {
    expect(wordingFor({}, 'constructor').text).toBe('')
  })
})

describe('the second script of a name', () => {
  it('is the first of the meeting’s languages not shown already', () => {
    expect(otherWordingFor(name, { text: '陆明', lang: 'zh' }, ['zh', 'ru'])).toEqual({
      text: 'Лу Мин',
      lang: 'ru',
    })
  })

  it('is absent where it would repeat the first', () => {
    const same = { en: 'Levin', fr: 'Levin' }
    expect(otherWordingFor(same, { text: 'Levin', lang: 'en' }, ['en', 'fr'])).toBeUndefined()
  })
})
