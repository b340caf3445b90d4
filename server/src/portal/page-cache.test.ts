import { expect, it } from 'vitest'
import { page } from './answer.ts'
import { createPageCache, render } from './page-cache.ts'

it('gives back a page of the same version of the record, and none of another', () => {
  const cache = createPageCache()
  const rendered = render(page('one'))
  cache.put(1, 'a', rendered)
  expect(cache.get(1, 'a')).toBe(rendered)
  expect(cache.get(1, 'b')).toBeUndefined()
  expect(cache.get(2, 'a')).toBeUndefined()
  expect(cache.get(1, 'a')).toBeUndefined()
})

it('drops the oldest pages when there are too many bytes', () => {
  const cache = createPageCache(10)
  for (const key of ['a', 'b', 'c']) cache.put(1, key, render(page('four')))
  expect(cache.get(1, 'a')).toBeUndefined()
  expect(cache.get(1, 'c')).toBeDefined()
})

it('tags the same bytes alike and others differently', () => {
  expect(render(page('a')).etag).toBe(render(page('a')).etag)
  expect(render(page('a')).etag).not.toBe(render(page('b')).etag)
})
