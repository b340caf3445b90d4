import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { galleryPage } from './gallery-page.ts'

describe('a page of the gallery', () => {
  it('shows everybody exactly once over all its pages, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (all, size) => {
        const { pages } = galleryPage(all, size, 1)
        const seen = Array.from({ length: pages }, (_, index) => galleryPage(all, size, index + 1).shown)
        expect(seen.flat()).toEqual(all)
        expect(seen.every(({ length }) => length <= size)).toBe(true)
      }),
    )
  })

  it('is the only one while all have room', () => {
    expect(galleryPage(['a', 'b', 'c', 'd', 'e', 'f'], 6, 1).pages).toBe(1)
    expect(galleryPage(['a', 'b', 'c', 'd', 'e', 'f', 'g'], 6, 1).pages).toBe(2)
  })

  it('is the last where fewer are left than were leafed through', () => {
    expect(galleryPage(['a', 'b'], 1, 5)).toEqual({ shown: ['b'], page: 2, pages: 2 })
    expect(galleryPage([], 6, 3)).toEqual({ shown: [], page: 1, pages: 1 })
  })
})
