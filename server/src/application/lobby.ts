import type { Principal } from '@parley/protocol/address'
import type { Arrival, Arrivals, Lobby as LobbyView } from '@parley/protocol/arrival'
import type { AccessStore } from '../ports/access-store.ts'
import type { Clock } from '../ports/clock.ts'
import { type Answer, deny, give } from './answer.ts'
import type { Caller } from './caller.ts'
import { addressOf, refusalToInvite } from './inviting.ts'
import type { Logs } from './logs.ts'
import { viewerAt } from './standing.ts'
import { principalOf, scopeOf, storedOf } from './stored-principal.ts'

/**
 * Who is on the way in, and who waits to be admitted. Everyone sees and admits only those they could have invited: of the
 * other side, nobody.
 */
export type Lobby = {
  readonly waiting: (caller: Caller, place: Omit<Principal, 'seat'>) => Promise<Answer<LobbyView>>
  /** How far each has come whom the caller could invite. */
  readonly arrivals: (caller: Caller, place: Omit<Principal, 'seat'>) => Promise<Answer<Arrivals>>
  /** Admits a seat until its access is taken back. Answers whether it waited. */
  readonly admit: (caller: Caller, principal: Principal) => Promise<Answer<{ readonly admitted: boolean }>>
}

export type LobbyDeps = { readonly logs: Logs; readonly store: AccessStore; readonly clock: Clock }

export const createLobby = ({ logs, store, clock }: LobbyDeps): Lobby => ({
  arrivals: async (caller, place) => {
    if ((await viewerAt(logs, caller, addressOf(place))) === undefined) return deny('not-found')
    const waitingSince = new Map(
      (await store.waiting(scopeOf(place))).map(({ principal, sinceMs }) => [principal.seat, sinceMs]),
    )
    const arrivals: Arrival[] = []
    for (const seat of await seatsAt(logs, place)) {
      const principal = { ...place, seat }
      if ((await refusalToInvite(logs, caller, principal)) !== undefined) continue
      arrivals.push(await arrivalOf({ store, clock }, principal, waitingSince.get(seat)))
    }
    return give({ arrivals })
  },

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

const seatsAt = async (
  logs: Logs,
  { dialogue, meeting }: Omit<Principal, 'seat'>,
): Promise<readonly string[]> => {
  if (meeting === undefined) return (await logs.dialogue(dialogue)).state.secretariats.map(({ seat }) => seat)
  const { people } = (await logs.meeting(dialogue, meeting)).state.meeting
  return Object.values(people).flatMap(({ seat, active }) => (active ? [seat] : []))
}

const arrivalOf = async (
  { store, clock }: Omit<LobbyDeps, 'logs'>,
  principal: Principal,
  waitingSince: number | undefined,
): Promise<Arrival> => {
  const { seat } = principal
  const [first, ...others] = await store.sessions(storedOf(principal), clock.now())
  if (first !== undefined) {
    const devices = 1 + others.length
    return waitingSince === undefined
      ? { seat, state: 'arrived', since: first.createdAtMs, devices }
      : { seat, state: 'waiting', since: waitingSince, devices }
  }
  const open = await store.openInvitations(storedOf(principal), clock.now())
  const last = open.at(-1)
  if (last === undefined) return { seat, state: 'not-invited' }
  return { seat, state: 'invited', since: last.createdAtMs, until: last.expiresAtMs }
}
