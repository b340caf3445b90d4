import { pathOf } from '../../app/routes.ts'
import type { Place } from '../../app/connection.ts'

/** The address at which the room opens with this entry of its record. */
export const entryPath = (place: Place, seq: number): string =>
  `${pathOf({ page: 'meeting', ...place, view: 'room' })}?entry=${seq}`

/** The entry an address asks for. */
export const entryAsked = (search: string): number | undefined => {
  const asked = new URLSearchParams(search).get('entry')
  return asked !== null && /^\d{1,9}$/.test(asked) ? Number(asked) : undefined
}
