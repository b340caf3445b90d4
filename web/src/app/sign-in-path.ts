import { pathOf, routeOf } from './routes.ts'

/** The way back in, and from there to where one is now. */
export const signInHere = (): string => signInFor(location.pathname)

export const signInFor = (path: string): string =>
  `${pathOf({ page: 'sign-in' })}?to=${encodeURIComponent(path)}`

/** Where to go on to after signing in: an address of the rooms, or else one's own room. */
export const afterSignIn = (search: string): string => {
  const to = new URLSearchParams(search).get('to') ?? ''
  const { page } = routeOf(to)
  return page === 'meeting' || page === 'dialogue' || page === 'keys' ? to : pathOf({ page: 'home' })
}
