import type { Principal } from '@parley/protocol/address'
import type { Lobby as LobbyView } from '@parley/protocol/arrival'
import type { AccessStore } from '../ports/access-store.ts'
import type { Clock } from '../ports/clock.ts'
import { type Answer, deny, give } from './answer.ts'
import type { Caller } from './caller.ts'
import { addressOf, refusalToInvite } from './inviting.ts'
import type { Logs } from './logs.ts'
import { viewerAt } from './standing.ts'
import { principalOf, scopeOf, storedOf } from './stored-principal.ts'

/** Who came in and waits. Everyone sees and admits only those they could have invited: of the other side, nobody. */
export type Lobby = {
  readonly waiting: (caller: Caller, place: Omit<Principal, 'seat'>) => Promise<Answer<LobbyView>>
  /** Admits a seat until its access is taken back. Answers whether it waited. */
  readonly admit: (caller: Caller, principal: Principal) => Promise<Answer<{ readonly admitted: boolean }>>
}

export type LobbyDeps = { readonly logs: Logs; readonly store: AccessStore; readonly clock: Clock }

export const createLobby = ({ logs, store, clock }: LobbyDeps): Lobby => ({
  waiting: async (caller, place) => {
    if ((await viewerAt(logs, caller, addressOf(place))) === undefined) return deny('not-found')
    const waiting: LobbyView['waiting'] = []
    for (const { principal, sinceMs } of await store.waiting(scopeOf(place))) {
      const { seat } = principalOf(principal)
      const refused = await refusalToInvite(logs, caller, { ...place, seat })
      const devices = (await store.sessions(principal, clock.now())).length
      if (refused === undefined && devices > 0) waiting.push({ seat, since: sinceMs, devices })
    }
    return give({ waiting })
  },

  admit: async (caller, principal) => {
    const refused = await refusalToInvite(logs, caller, principal)
    return refused ?? give({ admitted: await store.admit(storedOf(principal), clock.now()) })
  },
})
