import { Localized } from '@parley/domain/words/language'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formOf, inReadingOrder, missingIn, problemsIn, wordingOf } from './wording-form.ts'

describe('the fields of a wording', () => {
  it('give back the wording they were filled from', () => {
    const wording = { zh: '主题', ru: 'Тема' }
    expect(wordingOf(formOf(wording))).toEqual(wording)
  })

  it('leave out the languages nobody wrote in, and come to nothing when all are empty', () => {
    expect(wordingOf({ zh: '主题', ru: '  ' })).toEqual({ zh: '主题' })
    expect(wordingOf({ zh: '', ru: ' \n' })).toBeUndefined()
  })

  it('lose blank ends and foreign line breaks, and are composed as the record asks', () => {
    expect(wordingOf({ ru: ' Йод\r\nчай ' })).toEqual({ ru: 'Йод\nчай' })
    expect(wordingOf({ ru: 'и\u0306од' })).toEqual({ ru: 'йод' })
  })

  it('are wrong in a language where the record would refuse them, and only there', () => {
    expect(problemsIn({ zh: '甲'.repeat(501), ru: 'Тема', en: '' }, 'one')).toEqual({ zh: 'text-too-long' })
    expect(problemsIn({ zh: '甲'.repeat(501) }, 'many')).toEqual({})
    expect(problemsIn({ en: 'a\u202eb' }, 'one')).toEqual({ en: 'text-control-character' })
  })

  it('have no problem exactly when the record takes the wording', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const wording = wordingOf({ en: text })
        fc.pre(wording !== undefined)
        expect(Localized.safeParse(wording).success).toBe(
          Object.keys(problemsIn({ en: text }, 'one')).length === 0,
        )
      }),
    )
  })
})

describe('the languages of a wording', () => {
  it('are missing where they are wanted and not there', () => {
    expect(missingIn({ zh: '主题' }, ['zh', 'ru'])).toEqual(['ru'])
    expect(missingIn(undefined, ['zh', 'ru'])).toEqual(['zh', 'ru'])
  })

  it('begin with the reader’s own, if the meeting has it', () => {
    expect(inReadingOrder(['zh', 'ru', 'en'], 'ru')).toEqual(['ru', 'zh', 'en'])
    expect(inReadingOrder(['zh', 'ru'], 'ar')).toEqual(['zh', 'ru'])
  })
})
