import type { RemovalList, RemovalSettlement, RemovalView } from '@parley/protocol/removals'
import type { Clock } from '../ports/clock.ts'
import type { Takedown, TakedownState, TakedownStore } from '../ports/takedown-store.ts'
import { type Answer, deny, give } from './answer.ts'
import type { Caller } from './caller.ts'
import type { Logs } from './logs.ts'
import { viewerAt } from './standing.ts'

/**
 * Requests for removal, for those who settle them: the secretariats of the dialogue whose pages they are about. The
 * operator settles these too, and under any dialogue those about no dialogue's page. To everybody else there are none.
 */
export type Removals = {
  /** By arrival. */
  readonly list: (caller: Caller, dialogue: string) => Promise<Answer<RemovalList>>
  /** Settles a request once. One that was settled stays as it is, and the answer tells how. */
  readonly settle: (
    caller: Caller,
    place: { readonly dialogue: string; readonly id: string },
    settlement: RemovalSettlement,
  ) => Promise<Answer<RemovalView>>
}

type Known = Takedown & { readonly state: TakedownState }

export const createRemovals = (logs: Logs, clock: Clock, store: TakedownStore): Removals => {
  /** What a caller settles under a dialogue; nothing for those who settle nothing there. */
  const inHand = async (caller: Caller, dialogue: string): Promise<readonly Known[] | undefined> => {
    const viewer = await viewerAt(logs, caller, { kind: 'dialogue', dialogue })
    if (viewer?.kind !== 'secretariat' && viewer?.kind !== 'operator') return undefined
    const all = await store.list()
    return all.filter(({ pageUrl }) => {
      const about = dialogueOf(pageUrl)
      return about === dialogue || (about === undefined && viewer.kind === 'operator')
    })
  }
  return {
    list: async (caller, dialogue) => {
      const known = await inHand(caller, dialogue)
      return known === undefined ? deny('not-found') : give({ removals: known.map(viewOf) })
    },
    settle: async (caller, { dialogue, id }, { outcome, reason = {} }) => {
      const known = await inHand(caller, dialogue)
      if (known?.some((one) => one.id === id) !== true) return deny('not-found')
      await store.settle(id, { outcome, atMs: clock.now(), reason })
      const settled = (await store.list()).find((one) => one.id === id)
      return settled === undefined ? deny('not-found') : give(viewOf(settled))
    },
  }
}

const SLUG = '[a-z0-9][a-z0-9-]{0,63}'
const DIALOGUE_PAGE = new RegExp(`^/[^/]+/dialogues/(${SLUG})(?:[/?#]|$)`)
const RELEASE_PAGE = new RegExp(`^/[^/]+/releases/[^/]+/[^/]+/[^/]+/(${SLUG})\\.`)

/** The dialogue whose page an address is; whatever was typed into the form is looked at as an address only. */
export const dialogueOf = (pageUrl: string): string | undefined => {
  if (!URL.canParse(pageUrl)) return undefined
  const { pathname } = new URL(pageUrl)
  return (DIALOGUE_PAGE.exec(pathname) ?? RELEASE_PAGE.exec(pathname))?.[1]
}

const viewOf = ({ state, receivedAtMs, ...request }: Known): RemovalView => ({
  ...request,
  receivedAt: receivedAtMs,
  ...(state.kind === 'received'
    ? {}
    : { settled: { outcome: state.outcome, at: state.atMs, reason: state.reason } }),
})
