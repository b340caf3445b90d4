import { describe, expect, it } from 'vitest'
import { afterSignIn, signInFor } from './sign-in-path.ts'

describe('after signing in', () => {
  it.each(['/room/heron-basin/fifth', '/room/heron-basin/fifth/text', '/room/heron-basin', '/room/-/keys'])(
    'one is back where one was: %s',
    (path) => {
      expect(afterSignIn(new URL(signInFor(path), 'http://any').search)).toBe(path)
    },
  )

  it.each([
    'https://elsewhere.example/room/a/b',
    '//elsewhere.example/room/a',
    'javascript:alert(1)',
    '/en/releases',
    '/room/-/sign-in',
    '/enter',
    '',
  ])('one is never led anywhere else: %s', (to) => {
    expect(afterSignIn(`?to=${encodeURIComponent(to)}`)).toBe('/room')
  })
})
