import { expect, test } from 'vitest'
import { CATALOGUES } from './choose-catalogue.ts'
import * as onDemand from './words-on-demand.ts'
import * as atHand from './words.ts'

test('a browser that has fetched nothing has no words, and says so', () => {
  expect(() => onDemand.wordsOf('ru')).toThrow('the words of ru have not been fetched')
  expect(onDemand.hasKey('room.home')).toBe(false)
})

test('a language that was fetched is held, and no other', async () => {
  await onDemand.holdWords(['ru'])
  expect(onDemand.wordsOf('ru')).toBe(atHand.wordsOf('ru'))
  expect(() => onDemand.wordsOf('ar')).toThrow('the words of ar have not been fetched')
  expect(onDemand.hasKey('room.home')).toBe(true)
  expect(onDemand.hasKey('constructor')).toBe(false)
})

test('a browser has the functions a server has, and the same words in every language', async () => {
  expect(Object.keys(onDemand).toSorted()).toEqual(Object.keys(atHand).toSorted())
  await onDemand.holdWords(CATALOGUES)
  for (const language of CATALOGUES) expect(onDemand.wordsOf(language)).toBe(atHand.wordsOf(language))
})
