import assert from 'node:assert/strict'
import type { AccessStore, Invitation, Principal, Session, Waiting } from '../../ports/access-store.ts'

/** An access store that forgets when the process ends; for tests. */
export const memoryAccessStore = (): AccessStore => {
  const invitations = new Map<string, Invitation & { readonly used: boolean }>()
  const sessions = new Map<string, Session>()
  const lobby = createLobby((principal, nowMs) =>
    [...sessions.values()].some((one) => isSame(one.principal, principal) && one.expiresAtMs > nowMs),
  )

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
      if (session !== undefined && sessions.has(session.tokenHash)) assert.fail('a token is fresh')
      if (!invitation.lobby && lobby.holds(principal))
        removeWhere(sessions, (one) => isSame(one.principal, principal))
      lobby.pass(principal, invitation.lobby, nowMs)
      if (session !== undefined) openSession({ ...session, principal, createdAtMs: nowMs })
      invitations.set(tokenHash, { ...invitation, used: true })
      return { kind: 'redeemed', principal }
    },

    look: async (tokenHash, nowMs) => {
      const invitation = invitations.get(tokenHash)
      if (invitation === undefined) return { kind: 'unknown' }
      const { principal, expiresAtMs, lobby: asked } = invitation
      if (invitation.used) return { kind: 'used', principal }
      if (expiresAtMs <= nowMs) return { kind: 'expired' }
      return { kind: 'open', principal, expiresAtMs, lobby: asked }
    },

    openInvitations: async (principal, nowMs) =>
      [...invitations.values()]
        .filter((one) => isSame(one.principal, principal) && !one.used && one.expiresAtMs > nowMs)
        .map(({ createdAtMs, expiresAtMs }) => ({ createdAtMs, expiresAtMs }))
        .toSorted((a, b) => a.createdAtMs - b.createdAtMs),

    openSession: async (session) => openSession(session),

    session: async (tokenHash, nowMs) => {
      const session = sessions.get(tokenHash)
      if (session === undefined || session.expiresAtMs <= nowMs) return undefined
      return { principal: session.principal, waits: lobby.holds(session.principal) }
    },

    endSession: async (tokenHash) => {
      sessions.delete(tokenHash)
    },

    waiting: lobby.waiting,
    admit: lobby.admit,

    revoke: async (principal) => {
      lobby.forget(principal)
      return (
        removeWhere(sessions, (session) => isSame(session.principal, principal)) +
        removeWhere(invitations, (invitation) => !invitation.used && isSame(invitation.principal, principal))
      )
    },

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

const createLobby = (isIn: (principal: Principal, nowMs: number) => boolean) => {
  const seats = new Map<string, Waiting & { readonly admitted: boolean }>()
  return {
    /** Comes in: past the lobby, or through it where `asked`. */
    pass: (principal: Principal, asked: boolean, nowMs: number): void => {
      const known = seats.get(keyOf(principal))
      const came = { principal, sinceMs: nowMs, ...known }
      if (!asked) seats.set(keyOf(principal), { ...came, admitted: true })
      else if (known === undefined) seats.set(keyOf(principal), { ...came, admitted: isIn(principal, nowMs) })
    },
    holds: (principal: Principal): boolean => seats.get(keyOf(principal))?.admitted === false,
    waiting: async (scope: string): Promise<readonly Waiting[]> =>
      [...seats.values()]
        .filter((one) => one.principal.scope === scope && !one.admitted)
        .toSorted((a, b) => a.sinceMs - b.sinceMs || (a.principal.seat < b.principal.seat ? -1 : 1))
        .map(({ principal, sinceMs }) => ({ principal, sinceMs })),
    admit: async (principal: Principal): Promise<boolean> => {
      const known = seats.get(keyOf(principal))
      if (known?.admitted !== false) return false
      seats.set(keyOf(principal), { ...known, admitted: true })
      return true
    },
    forget: (principal: Principal): boolean => seats.delete(keyOf(principal)),
  }
}

const keyOf = ({ scope, seat }: Principal): string => `${scope} ${seat}`

const isSame = (a: Principal, b: Principal): boolean => a.scope === b.scope && a.seat === b.seat

const removeWhere = <Entry>(entries: Map<string, Entry>, matches: (entry: Entry) => boolean): number => {
  const keys = [...entries].filter(([, entry]) => matches(entry)).map(([key]) => key)
  for (const key of keys) entries.delete(key)
  return keys.length
}
