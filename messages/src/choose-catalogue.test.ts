import { describe, expect, it } from 'vitest'
import { chooseCatalogue, directionOf, hasCatalogue } from './choose-catalogue.ts'

describe('the catalogue for a reader', () => {
  it('is the first of the reader’s languages that has one', () => {
    expect(chooseCatalogue(['fr', 'ru', 'zh'])).toBe('ru')
  })

  it('shortens a tag from its end', () => {
    expect(chooseCatalogue(['zh-Hant-TW'])).toBe('zh')
    expect(chooseCatalogue(['ru-BY', 'en'])).toBe('ru')
    expect(chooseCatalogue(['AR-EG'])).toBe('ar')
  })

  it('does not take a language for another that begins alike', () => {
    expect(chooseCatalogue(['enm', 'ru'])).toBe('ru')
  })

  it('is English when none of the languages has one', () => {
    expect(chooseCatalogue(['kk', '*'])).toBe('en')
    expect(chooseCatalogue([])).toBe('en')
  })

  it('exists for a language only when named exactly', () => {
    expect(hasCatalogue('zh')).toBe(true)
    expect(hasCatalogue('zh-Hans')).toBe(false)
    expect(hasCatalogue('toString')).toBe(false)
  })
})

describe('the direction of a language', () => {
  it('follows its usual script', () => {
    expect(directionOf('ar')).toBe('rtl')
    expect(directionOf('fa-AF')).toBe('rtl')
    expect(directionOf('kk')).toBe('ltr')
  })

  it('follows the script the tag names', () => {
    expect(directionOf('kk-Arab')).toBe('rtl')
    expect(directionOf('ur-Latn')).toBe('ltr')
  })
})
