import { describe, expect, test } from 'vitest'
import { PublishedSource } from './convening.ts'

const source = { title: 'Report on the fourth meeting', publisher: 'Harbour Gazette' }

describe('a published source', () => {
  test('may name the language of its title, and need not', () => {
    expect(PublishedSource.parse(source)).toEqual(source)
    expect(PublishedSource.parse({ ...source, language: 'pt-BR' })).toEqual({ ...source, language: 'pt-BR' })
  })

  test.each(['', 'english', 'en_GB', 'EN'])('cannot be in %j, which names no language', (language) => {
    expect(PublishedSource.safeParse({ ...source, language }).success).toBe(false)
  })
})
