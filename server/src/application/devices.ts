import type { Devices, EndDevices } from '@parley/protocol/arrival'
import type { AccessStore } from '../ports/access-store.ts'
import type { Clock } from '../ports/clock.ts'
import type { Access } from './access.ts'
import { type Answer, deny, give } from './answer.ts'
import type { Caller } from './caller.ts'
import { storedOf } from './stored-principal.ts'

/** Where one's own seat is signed in. Nobody is told of anybody else's. */
export type OwnDevices = {
  readonly list: (caller: Caller) => Promise<Answer<Devices>>
  /** Ends one of one's own sessions, or all but the one that asks. Answers those that are left. */
  readonly end: (caller: Caller, which: EndDevices) => Promise<Answer<Devices>>
}

export const createOwnDevices = (store: AccessStore, clock: Clock, access: Access): OwnDevices => {
  const list = async (caller: Caller): Promise<Answer<Devices>> => {
    if (caller.kind === 'operator') return deny('not-found')
    const sessions = await store.sessions(storedOf(caller.principal), clock.now())
    return give({
      devices: sessions.map(({ tokenHash, createdAtMs, expiresAtMs }) => ({
        id: idOf(tokenHash),
        since: createdAtMs,
        expiresAt: expiresAtMs,
        own: tokenHash === caller.session,
      })),
    })
  }
  return {
    list,
    end: async (caller, which) => {
      if (caller.kind === 'operator') return deny('not-found')
      const sessions = await store.sessions(storedOf(caller.principal), clock.now())
      const ending = sessions
        .map(({ tokenHash }) => tokenHash)
        .filter((hash) => (which.which === 'one' ? idOf(hash) === which.id : hash !== caller.session))
      await access.endDevices(ending)
      return list(caller)
    },
  }
}

/** Names a session without being of use to anybody who would like to have it. */
const idOf = (tokenHash: string): string => tokenHash.slice(0, 16)
