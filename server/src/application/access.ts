import { timingSafeEqual } from 'node:crypto'
import type { Principal } from '@parley/protocol/address'
import type { InvitationView, OwnSeat } from '@parley/protocol/arrival'
import type { Invited, SessionOpened } from '@parley/protocol/sessions'
import type { AccessStore } from '../ports/access-store.ts'
import type { Clock } from '../ports/clock.ts'
import type { PasskeyStore } from '../ports/passkey-store.ts'
import type { Tokens } from '../ports/tokens.ts'
import { type Answer, deny, give } from './answer.ts'
import type { Caller, Newcomer } from './caller.ts'
import { type Kept, slotOf } from './credentials.ts'
import { refusalToInvite } from './inviting.ts'
import type { Logs } from './logs.ts'
import { seatCard } from './seat-card.ts'
import { isSeated } from './standing.ts'
import { principalOf, storedOf } from './stored-principal.ts'

export const INVITATION_HOURS = 72
export const SESSION_HOURS = 12
const HOUR_MS = 3_600_000

/** Sessions that are over: all of a principal's, or the one with this token hash. */
export type Ended =
  | { readonly kind: 'principal'; readonly principal: Principal }
  | { readonly kind: 'session'; readonly session: string }

export type Access = {
  /**
   * Whom a bearer token speaks for. A seat withdrawn in the record speaks for nobody from that moment on, one that waits
   * to be admitted only for itself.
   */
  readonly callerOf: (token: string) => Promise<Caller | Newcomer | undefined>
  /** Whether a caller still is one. */
  readonly isLive: (caller: Caller) => Promise<boolean>
  /** Who an invitation lets in, without using it up. A used one is still good to the browser that used it. */
  readonly look: (invitation: string, kept: readonly Kept[]) => Promise<Answer<InvitationView>>
  readonly openSession: (invitation: string) => Promise<Answer<SessionOpened>>
  /** A session for a seat that has shown by other means who it is; nothing where the record does not seat it. */
  readonly signIn: (principal: Principal) => Promise<SessionOpened | undefined>
  /** Who a session speaks for, in words. */
  readonly ownSeat: (caller: Caller | Newcomer) => Promise<Answer<OwnSeat>>
  /** Answers which of the sessions a browser holds that was. */
  readonly endSession: (caller: Caller | Newcomer, kept?: readonly Kept[]) => Promise<readonly Kept[]>
  /** Ends the sessions with these token hashes, all of them the caller's own. */
  readonly endDevices: (sessions: readonly string[]) => Promise<void>
  /** With `lobby`, whoever comes in waits to be admitted. */
  readonly invite: (
    caller: Caller,
    principal: Principal,
    options?: { readonly lobby?: boolean | undefined },
  ) => Promise<Answer<Invited>>
  /** Ends the sessions, passkeys and open invitations of a seat, asked for by whoever may invite it. */
  readonly revoke: (caller: Caller, principal: Principal) => Promise<Answer<{ readonly ended: number }>>
  /** The same without asking who asks: for seats the record has withdrawn. */
  readonly withdraw: (principal: Principal) => Promise<void>
  /** Calls back, at once, when sessions end before their time. Returns what stops it. */
  readonly onEnded: (listener: (ended: Ended) => void) => () => void
}

export type AccessDeps = {
  readonly logs: Logs
  readonly store: AccessStore
  readonly passkeys: PasskeyStore
  readonly clock: Clock
  readonly tokens: Tokens
  readonly origin: string
  readonly operatorToken: string
}

export const createAccess = (deps: AccessDeps): Access => {
  const { logs, store, clock, tokens } = deps
  const listeners = new Set<(ended: Ended) => void>()
  const operatorHash = Buffer.from(tokens.hash(deps.operatorToken))

  const tell = (ended: Ended): void => {
    for (const listener of listeners) listener(ended)
  }

  const callerOfHash = async (session: string): Promise<Caller | Newcomer | undefined> => {
    const stored = await store.session(session, clock.now())
    if (stored === undefined) return undefined
    const principal = principalOf(stored.principal)
    if (!(await isSeated(logs, principal))) return undefined
    return { kind: stored.waits ? 'waiting' : 'seat', principal, session }
  }

  /** Passkeys go first: were the rest to fail, whoever asked is told so and asks again. */
  const shutOut = async (principal: Principal): Promise<number> => {
    await deps.passkeys.removeAll(storedOf(principal))
    return store.revoke(storedOf(principal))
  }

  return {
    callerOf: async (token) => {
      const hash = tokens.hash(token)
      if (timingSafeEqual(Buffer.from(hash), operatorHash)) return { kind: 'operator' }
      return callerOfHash(hash)
    },

    isLive: async (caller) =>
      caller.kind === 'operator' || (await callerOfHash(caller.session))?.kind === 'seat',

    look: (invitation, kept) => look(deps, invitation, kept),

    ...openings(deps),

    ownSeat: async (caller) => {
      if (caller.kind === 'operator') return deny('not-found')
      const waits = caller.kind === 'waiting'
      const card = await seatCard(logs, caller.principal, !waits)
      if (card === undefined) return deny('not-signed-in')
      return give({ principal: caller.principal, slot: slotOf(caller.principal), waits, card })
    },

    endSession: async (caller, kept = []) => {
      if (caller.kind === 'operator') return []
      await store.endSession(caller.session)
      tell({ kind: 'session', session: caller.session })
      return kept.filter(({ token }) => tokens.hash(token) === caller.session)
    },

    endDevices: async (sessions) => {
      for (const session of sessions) {
        await store.endSession(session)
        tell({ kind: 'session', session })
      }
    },

    invite: async (caller, principal, { lobby = false } = {}) => {
      const refused = await refusalToInvite(logs, caller, principal)
      return refused ?? give(await issueInvitation(deps, principal, lobby))
    },

    revoke: async (caller, principal) => {
      const refused = await refusalToInvite(logs, caller, principal)
      if (refused !== undefined) return refused
      const ended = await shutOut(principal)
      tell({ kind: 'principal', principal })
      return give({ ended })
    },

    withdraw: async (principal) => {
      // The record shuts the seat out already; nothing more may reach it while the disk works.
      tell({ kind: 'principal', principal })
      await shutOut(principal)
    },

    onEnded: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The ways to a session. */
const openings = ({ logs, store, clock, tokens }: AccessDeps): Pick<Access, 'openSession' | 'signIn'> => {
  const fresh = () => {
    const token = tokens.fresh()
    return { token, tokenHash: tokens.hash(token), expiresAt: clock.now() + SESSION_HOURS * HOUR_MS }
  }
  const opened = async (
    principal: Principal,
    { token, tokenHash, expiresAt }: ReturnType<typeof fresh>,
  ): Promise<SessionOpened | undefined> => {
    const session = await store.session(tokenHash, clock.now())
    if (session !== undefined && (await isSeated(logs, principal))) {
      return { token, principal, slot: slotOf(principal), waits: session.waits, expiresAt }
    }
    await store.endSession(tokenHash)
    return undefined
  }

  return {
    openSession: async (invitation) => {
      const made = fresh()
      const session = { tokenHash: made.tokenHash, expiresAtMs: made.expiresAt }
      const redemption = await store.redeem(tokens.hash(invitation), clock.now(), session)
      if (redemption.kind !== 'redeemed') return deny(`invitation-${redemption.kind}`)
      const answer = await opened(principalOf(redemption.principal), made)
      return answer === undefined ? deny('invitation-unknown') : give(answer)
    },

    signIn: async (principal) => {
      if (!(await isSeated(logs, principal))) return undefined
      const made = fresh()
      await store.openSession({
        tokenHash: made.tokenHash,
        principal: storedOf(principal),
        createdAtMs: clock.now(),
        expiresAtMs: made.expiresAt,
      })
      return opened(principal, made)
    },
  }
}

const look = async (
  { logs, store, clock, tokens }: AccessDeps,
  invitation: string,
  kept: readonly Kept[],
): Promise<Answer<InvitationView>> => {
  const seen = await store.look(tokens.hash(invitation), clock.now())
  if (seen.kind === 'unknown' || seen.kind === 'expired') return deny(`invitation-${seen.kind}`)
  const principal = principalOf(seen.principal)
  const slot = slotOf(principal)
  const asked = seen.kind === 'open' && seen.lobby
  const card = (await isSeated(logs, principal)) ? await seatCard(logs, principal, !asked) : undefined
  if (seen.kind === 'open') {
    if (card === undefined) return deny('invitation-unknown')
    return give({ state: 'open', principal, slot, lobby: seen.lobby, card })
  }
  for (const { token } of kept) {
    const held = await store.session(tokens.hash(token), clock.now())
    if (held === undefined || slotOf(principalOf(held.principal)) !== slot || card === undefined) continue
    return give({ state: 'entered', principal, slot, lobby: held.waits, card: { ...card, parts: [] } })
  }
  return deny('invitation-used')
}

const issueInvitation = async (
  { store, clock, tokens, origin }: AccessDeps,
  principal: Principal,
  lobby: boolean,
): Promise<Invited> => {
  const now = clock.now()
  const token = tokens.fresh()
  const expiresAt = now + INVITATION_HOURS * HOUR_MS
  await store.invite({
    tokenHash: tokens.hash(token),
    principal: storedOf(principal),
    lobby,
    createdAtMs: now,
    expiresAtMs: expiresAt,
  })
  return { principal, token, link: `${origin}/enter#${token}`, expiresAt }
}
