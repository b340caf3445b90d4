import { describe, expect, it } from 'vitest'
import { pathOf, routeOf, type Route } from './routes.ts'

const ROUTES: readonly Exclude<Route, { page: 'unknown' }>[] = [
  { page: 'enter' },
  { page: 'home' },
  { page: 'dialogue', dialogue: 'heron-basin' },
  { page: 'meeting', dialogue: 'heron-basin', meeting: 'fifth', view: 'room' },
  { page: 'meeting', dialogue: 'heron-basin', meeting: 'fifth', view: 'text' },
  { page: 'meeting', dialogue: 'heron-basin', meeting: 'fifth', view: 'screen' },
]

describe('an address', () => {
  it.each(ROUTES)('leads back to the page it was made for: $page', (route) => {
    expect(routeOf(pathOf(route))).toEqual(route)
    expect(routeOf(`${pathOf(route)}/`)).toEqual(route)
  })

  it.each(['/', '/room/a/b/nonsense', '/room/A', '/room/a/../b', '/room/%2e%2e', '/rooms'])(
    'that no table row knows is unknown: %s',
    (path) => {
      expect(routeOf(path)).toEqual({ page: 'unknown' })
    },
  )
})
