import type { Place } from './connection.ts'
import { pathOf } from './routes.ts'

const ASKED = 'draft'

/** Where a draft is open in the chamber. */
export const draftAddress = (place: Place, draft: string): string =>
  `${pathOf({ page: 'meeting', ...place, view: 'chamber' })}?${ASKED}=${draft}`

/** The draft an address asks for. */
export const draftIn = (search: string): string | undefined =>
  new URLSearchParams(search).get(ASKED) ?? undefined
