import { timingSafeEqual } from 'node:crypto'
import { isEntitled } from '@parley/domain/meeting/entitlement'
import type { Entitlement } from '@parley/domain/refusal'
import { lookup } from '@parley/domain/words/lookup'
import { logName, parseLogName, type LogAddress, type Principal } from '@parley/protocol/address'
import type { Invited, SessionOpened } from '@parley/protocol/sessions'
import type { AccessStore, Principal as StoredPrincipal } from '../ports/access-store.ts'
import type { Clock } from '../ports/clock.ts'
import type { Tokens } from '../ports/tokens.ts'
import { type Answer, deny, denyByRule, give } from './answer.ts'
import { authorOf, type Caller } from './caller.ts'
import type { Logs } from './logs.ts'
import { isSeated, viewerAt } from './standing.ts'

export const INVITATION_HOURS = 72
export const SESSION_HOURS = 12
const HOUR_MS = 3_600_000

/** Sessions that are over: all of a principal's, or the one with this token hash. */
export type Ended =
  | { readonly kind: 'principal'; readonly principal: Principal }
  | { readonly kind: 'session'; readonly session: string }

export type Access = {
  /** Whom a bearer token speaks for. A seat withdrawn in the record speaks for nobody from that moment on. */
  readonly callerOf: (token: string) => Promise<Caller | undefined>
  /** Whether a caller still is one. */
  readonly isLive: (caller: Caller) => Promise<boolean>
  readonly openSession: (invitation: string) => Promise<Answer<SessionOpened>>
  readonly endSession: (caller: Caller) => Promise<void>
  readonly invite: (caller: Caller, principal: Principal) => Promise<Answer<Invited>>
  /** Ends the sessions and open invitations of a seat, asked for by whoever may invite it. */
  readonly revoke: (caller: Caller, principal: Principal) => Promise<Answer<{ readonly ended: number }>>
  /** The same without asking who asks: for seats the record has withdrawn. */
  readonly withdraw: (principal: Principal) => Promise<void>
  /** Calls back, at once, when sessions end before their time. Returns what stops it. */
  readonly onEnded: (listener: (ended: Ended) => void) => () => void
}

export type AccessDeps = {
  readonly logs: Logs
  readonly store: AccessStore
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

  const callerOfHash = async (session: string): Promise<Caller | undefined> => {
    const stored = await store.session(session, clock.now())
    if (stored === undefined) return undefined
    const principal = principalOf(stored)
    return (await isSeated(logs, principal)) ? { kind: 'seat', principal, session } : undefined
  }

  const revoke = async (principal: Principal): Promise<number> => {
    const ended = await store.revoke(storedOf(principal))
    tell({ kind: 'principal', principal })
    return ended
  }

  return {
    callerOf: async (token) => {
      const hash = tokens.hash(token)
      if (timingSafeEqual(Buffer.from(hash), operatorHash)) return { kind: 'operator' }
      return callerOfHash(hash)
    },

    isLive: async (caller) =>
      caller.kind === 'operator' || (await callerOfHash(caller.session)) !== undefined,

    openSession: async (invitation) => {
      const now = clock.now()
      const token = tokens.fresh()
      const expiresAt = now + SESSION_HOURS * HOUR_MS
      const session = { tokenHash: tokens.hash(token), expiresAtMs: expiresAt }
      const redemption = await store.redeem(tokens.hash(invitation), now, session)
      if (redemption.kind !== 'redeemed') return deny(`invitation-${redemption.kind}`)
      const principal = principalOf(redemption.principal)
      if (await isSeated(logs, principal)) return give({ token, principal, expiresAt })
      await store.endSession(session.tokenHash)
      return deny('invitation-unknown')
    },

    endSession: async (caller) => {
      if (caller.kind === 'operator') return
      await store.endSession(caller.session)
      tell({ kind: 'session', session: caller.session })
    },

    invite: async (caller, principal) => {
      const refused = await mayInvite(logs, caller, principal)
      if (refused !== undefined) return refused
      return give(await issueInvitation(deps, principal))
    },

    revoke: async (caller, principal) => {
      const refused = await mayInvite(logs, caller, principal)
      return refused ?? give({ ended: await revoke(principal) })
    },

    withdraw: async (principal) => {
      // The record shuts the seat out already; nothing more may reach it while the disk works.
      tell({ kind: 'principal', principal })
      await store.revoke(storedOf(principal))
    },

    onEnded: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const issueInvitation = async (
  { store, clock, tokens, origin }: AccessDeps,
  principal: Principal,
): Promise<Invited> => {
  const now = clock.now()
  const token = tokens.fresh()
  const expiresAt = now + INVITATION_HOURS * HOUR_MS
  await store.invite({
    tokenHash: tokens.hash(token),
    principal: storedOf(principal),
    createdAtMs: now,
    expiresAtMs: expiresAt,
  })
  return { principal, token, link: `${origin}/enter#${token}`, expiresAt }
}

/**
 * Seats of the dialogue are invited by a secretariat of the same party, seats at a meeting by their delegation's secretariat,
 * seats of no delegation by any secretariat, and every seat by the operator. Answers what stands against it.
 */
const mayInvite = async (
  logs: Logs,
  caller: Caller,
  { dialogue, meeting, seat }: Principal,
): Promise<Answer<never> | undefined> => {
  const address: Exclude<LogAddress, { kind: 'chamber' }> =
    meeting === undefined ? { kind: 'dialogue', dialogue } : { kind: 'meeting', dialogue, meeting }
  const viewer = await viewerAt(logs, caller, address)
  if (viewer === undefined) return deny('not-found')
  if (meeting === undefined) {
    const { secretariats } = (await logs.dialogue(dialogue)).state
    const target = secretariats.find((one) => one.seat === seat)
    const allowed =
      viewer.kind === 'operator' || (viewer.kind === 'secretariat' && viewer.party === target?.party)
    return verdict(seat, target !== undefined, allowed, 'secretariat')
  }
  const { state } = await logs.meeting(dialogue, meeting)
  const target = lookup(state.meeting.people, seat)
  const needs: Entitlement =
    target?.delegation === undefined ? 'secretariat' : 'secretariat-of-the-delegation'
  const allowed =
    viewer.kind === 'operator' || isEntitled(state.meeting, authorOf(caller), needs, target?.delegation)
  return verdict(seat, target?.active === true, allowed, needs)
}

const verdict = (
  seat: string,
  exists: boolean,
  allowed: boolean,
  needs: Entitlement,
): Answer<never> | undefined => {
  if (!exists) return denyByRule({ code: 'seat-unknown', seat })
  return allowed ? undefined : denyByRule({ code: 'not-entitled', needs })
}

export const storedOf = ({ dialogue, meeting, seat }: Principal): StoredPrincipal => ({
  scope: logName(
    meeting === undefined ? { kind: 'dialogue', dialogue } : { kind: 'meeting', dialogue, meeting },
  ),
  seat,
})

const principalOf = ({ scope, seat }: StoredPrincipal): Principal => {
  const address = parseLogName(scope)
  if (address === undefined) throw new Error(`no log is called ${scope}`)
  return address.kind === 'dialogue'
    ? { dialogue: address.dialogue, seat }
    : { dialogue: address.dialogue, meeting: address.meeting, seat }
}
