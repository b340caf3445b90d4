import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { preferredLanguage } from './accept-language.ts'

const LANGUAGES = ['zh', 'ru', 'en', 'ar', 'pt-BR']

it.each([
  ['ru', 'ru'],
  ['de, ru;q=0.4, zh;q=0.8', 'zh'],
  ['zh-Hant-TW', 'zh'],
  ['pt', 'pt-BR'],
  ['PT-br', 'pt-BR'],
  ['ru;q=0, en;q=0.1', 'en'],
  ['*', 'en'],
  ['', 'en'],
  [undefined, 'en'],
  ['de;q=1;q=2,,;;', 'en'],
])('a reader who accepts %j gets %s', (header, language) => {
  expect(preferredLanguage(header, LANGUAGES, 'en')).toBe(language)
})

it('gives one of the languages whatever is sent', () => {
  fc.assert(
    fc.property(fc.string(), (header) => {
      expect(LANGUAGES).toContain(preferredLanguage(header, LANGUAGES, 'en'))
    }),
  )
})
