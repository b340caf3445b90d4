import { describe, expect, it } from 'vitest'
import { hallLanguages, hallSays, lettersOf } from './hall-words.ts'

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
  it('follows the longest word and the longest name, and is never larger than for ten letters', () => {
    expect(lettersOf(['Лу Мин', '陆明'])).toEqual({ word: 10, name: 10 })
    const long = 'Александр Константинопольский-Задунайский'
    expect(lettersOf(['陆明', long])).toEqual({ word: 'Константинопольский'.length, name: long.length })
    expect(lettersOf([])).toEqual({ word: 10, name: 10 })
  })
})
