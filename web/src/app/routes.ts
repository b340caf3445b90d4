/** Every address of the rooms. `view` is what of a meeting is shown. */
export type Route =
  | { readonly page: 'enter' }
  | { readonly page: 'home' }
  /** Where one comes back with a passkey. */
  | { readonly page: 'sign-in' }
  /** One's own passkeys and devices. */
  | { readonly page: 'keys' }
  | { readonly page: 'dialogue'; readonly dialogue: string }
  | {
      readonly page: 'meeting'
      readonly dialogue: string
      readonly meeting: string
      readonly view: MeetingView
    }
  | { readonly page: 'unknown' }

/**
 * `room` is the room as one's own seat has it: the chair's console, the delegates' room, the booth, the press seat.
 * `kit`: one device for several people of a delegation who sit in one room.
 */
export type MeetingView = 'room' | (typeof VIEWS)[number]

/** What of a meeting has an address of its own, besides the room. */
const VIEWS = ['text', 'screen', 'prepare', 'chamber', 'desk', 'kit'] as const

const SLUG = '([a-z0-9][a-z0-9-]{0,63})'

/** The one table of addresses: a pattern, and what it stands for. */
const TABLE: readonly (readonly [RegExp, (...parts: readonly string[]) => Route])[] = [
  [/^\/enter\/?$/, () => ({ page: 'enter' })],
  [/^\/room\/?$/, () => ({ page: 'home' })],
  [/^\/room\/-\/sign-in\/?$/, () => ({ page: 'sign-in' })],
  [/^\/room\/-\/keys\/?$/, () => ({ page: 'keys' })],
  [new RegExp(`^/room/${SLUG}/?$`), (dialogue) => ({ page: 'dialogue', dialogue: dialogue ?? '' })],
  [
    new RegExp(`^/room/${SLUG}/${SLUG}(?:/(${VIEWS.join('|')}))?/?$`),
    (dialogue, meeting, view) => ({
      page: 'meeting',
      dialogue: dialogue ?? '',
      meeting: meeting ?? '',
      view: VIEWS.find((one) => one === view) ?? 'room',
    }),
  ],
]

export const routeOf = (path: string): Route => {
  for (const [pattern, route] of TABLE) {
    const parts = pattern.exec(path)
    if (parts !== null) return route(...parts.slice(1))
  }
  return { page: 'unknown' }
}

export const pathOf = (route: Exclude<Route, { page: 'unknown' }>): string => {
  switch (route.page) {
    case 'enter':
      return '/enter'
    case 'home':
      return '/room'
    case 'sign-in':
      return '/room/-/sign-in'
    case 'keys':
      return '/room/-/keys'
    case 'dialogue':
      return `/room/${route.dialogue}`
    case 'meeting':
      return `/room/${route.dialogue}/${route.meeting}${route.view === 'room' ? '' : `/${route.view}`}`
  }
}
