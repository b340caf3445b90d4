import { describe, expect, it } from 'vitest'
import { firstLanguage } from './own-language.ts'

describe('the language of the interface', () => {
  it('is the one the address asks for, then the one chosen before, then the browser’s', () => {
    expect(firstLanguage('?lang=ar', 'zh', ['ru'])).toBe('ar')
    expect(firstLanguage('', 'zh', ['ru'])).toBe('zh')
    expect(firstLanguage('', null, ['fr', 'ru-RU'])).toBe('ru')
  })

  it('is never one without words', () => {
    expect(firstLanguage('?lang=tlh', 'tlh', ['ru'])).toBe('ru')
  })
})
