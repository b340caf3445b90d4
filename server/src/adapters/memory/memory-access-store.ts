import assert from 'node:assert/strict'
import type { AccessStore, Invitation, Principal, Session } from '../../ports/access-store.ts'

/** An access store that forgets when the process ends; for tests. */
export const memoryAccessStore = (): AccessStore => {
  const invitations = new Map<string, Invitation & { readonly used: boolean }>()
  const sessions = new Map<string, Session>()

  const openSession = (session: Session): void => {
    assert(!sessions.has(session.tokenHash), 'a token is fresh')
    sessions.set(session.tokenHash, session)
  }

  return {
    invite: async (invitation) => {
      assert(!invitations.has(invitation.tokenHash), 'a token is fresh')
      invitations.set(invitation.tokenHash, { ...invitation, used: false })
    },

    redeem: async (tokenHash, nowMs, session) => {
      const invitation = invitations.get(tokenHash)
      if (invitation === undefined) return { kind: 'unknown' }
      if (invitation.used) return { kind: 'used' }
      if (invitation.expiresAtMs <= nowMs) return { kind: 'expired' }
      const { principal } = invitation
      if (session !== undefined) openSession({ ...session, principal, createdAtMs: nowMs })
      invitations.set(tokenHash, { ...invitation, used: true })
      return { kind: 'redeemed', principal }
    },

    openSession: async (session) => openSession(session),

    session: async (tokenHash, nowMs) => {
      const session = sessions.get(tokenHash)
      return session !== undefined && session.expiresAtMs > nowMs ? session.principal : undefined
    },

    endSession: async (tokenHash) => {
      sessions.delete(tokenHash)
    },

    revoke: async (principal) =>
      removeWhere(sessions, (session) => isSame(session.principal, principal)) +
      removeWhere(invitations, (invitation) => !invitation.used && isSame(invitation.principal, principal)),

    sessions: async (principal, nowMs) =>
      [...sessions.values()]
        .filter((session) => isSame(session.principal, principal) && session.expiresAtMs > nowMs)
        .toSorted((a, b) => a.createdAtMs - b.createdAtMs || (a.tokenHash < b.tokenHash ? -1 : 1)),

    sweep: async (nowMs) => {
      const isExpired = ({ expiresAtMs }: { readonly expiresAtMs: number }): boolean => expiresAtMs <= nowMs
      return removeWhere(sessions, isExpired) + removeWhere(invitations, isExpired)
    },
  }
}

const isSame = (a: Principal, b: Principal): boolean => a.scope === b.scope && a.seat === b.seat

const removeWhere = <Entry>(entries: Map<string, Entry>, matches: (entry: Entry) => boolean): number => {
  const keys = [...entries].filter(([, entry]) => matches(entry)).map(([key]) => key)
  for (const key of keys) entries.delete(key)
  return keys.length
}
