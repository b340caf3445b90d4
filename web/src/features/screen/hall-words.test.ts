import { describe, expect, it } from 'vitest'
import { hallLanguages, hallSays, longestWord } from './hall-words.ts'

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

describe('the size of names on a wall', () => {
  it('follows the longest word, not the longest name, and is never larger than for ten letters', () => {
    expect(longestWord(['Лу Мин', '陆明'])).toBe(10)
    expect(longestWord(['Александр Константинопольский-Задунайский'])).toBe('Константинопольский'.length)
    expect(longestWord([])).toBe(10)
  })
})
