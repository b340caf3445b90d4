import { describe, expect, it } from 'vitest'
import { hallLanguages, hallSays } from './hall-words.ts'

describe('the languages of a hall', () => {
  it('stand at equal rank, at most three of them, each in its own direction', () => {
    expect(hallLanguages(['zh', 'ru', 'ar', 'en']).map(({ lang, dir }) => [lang, dir])).toEqual([
      ['zh', 'ltr'],
      ['ru', 'ltr'],
      ['ar', 'rtl'],
    ])
  })

  it('are never given the house’s words of another language', () => {
    const [english, french] = hallLanguages(['en', 'fr'])
    expect(english && hallSays(english, 'room.floor-free')).toBe('The floor is free')
    expect(french && hallSays(french, 'room.floor-free')).toBe('')
  })
})
