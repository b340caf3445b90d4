import * as z from 'zod'
import type {
  AccessStore,
  Invitation,
  Look,
  Redemption,
  Session,
  SignedIn,
} from '../../ports/access-store.ts'
import type { Database } from './database.ts'

/** The access store on SQLite. `database` stays the caller's to close. */
export const sqliteAccessStore = (database: Database): AccessStore => ({
  ...invitations(database),
  ...redemption(database),
  ...sessions(database),
  ...lobby(database),
  ...endings(database),
})

const insertSessionSql =
  'insert into session (token_hash, scope, seat, created_at_ms, expires_at_ms) values (?, ?, ?, ?, ?)'

const selectInvitationSql =
  'select scope, seat, lobby, expires_at_ms, used_at_ms from invitation where token_hash = ?'

const invitations = (database: Database): Pick<AccessStore, 'invite' | 'look' | 'openInvitations'> => {
  const insert = database.prepare(
    `insert into invitation (token_hash, scope, seat, lobby, created_at_ms, expires_at_ms)
     values (?, ?, ?, ?, ?, ?)`,
  )
  const select = database.prepare(selectInvitationSql)
  const selectOpen = database.prepare(
    `select created_at_ms, expires_at_ms from invitation
     where scope = ? and seat = ? and used_at_ms is null and expires_at_ms > ? order by created_at_ms`,
  )

  return {
    invite: async ({
      tokenHash,
      principal: { scope, seat },
      lobby,
      createdAtMs,
      expiresAtMs,
    }: Invitation) => {
      database.write(() => insert.run(tokenHash, scope, seat, lobby ? 1 : 0, createdAtMs, expiresAtMs))
    },

    look: async (tokenHash, nowMs) =>
      database.read((): Look => {
        const row = select.get(tokenHash)
        if (row === undefined) return { kind: 'unknown' }
        const {
          scope,
          seat,
          lobby,
          expires_at_ms: expiresAtMs,
          used_at_ms: usedAtMs,
        } = InvitationRow.parse(row)
        const principal = { scope, seat }
        if (usedAtMs !== null) return { kind: 'used', principal }
        return expiresAtMs <= nowMs
          ? { kind: 'expired' }
          : { kind: 'open', principal, expiresAtMs, lobby: lobby === 1 }
      }),

    openInvitations: async ({ scope, seat }, nowMs) =>
      database.read(() =>
        selectOpen.all(scope, seat, nowMs).map((row) => {
          const times = OpenRow.parse(row)
          return { createdAtMs: times.created_at_ms, expiresAtMs: times.expires_at_ms }
        }),
      ),
  }
}

const redemption = (database: Database): Pick<AccessStore, 'redeem'> => {
  const select = database.prepare(selectInvitationSql)
  const use = database.prepare('update invitation set used_at_ms = ? where token_hash = ?')
  const insertSession = database.prepare(insertSessionSql)
  const passLobby = lobbyPassing(database)

  return {
    redeem: async (tokenHash, nowMs, session) =>
      database.write((): Redemption => {
        const row = select.get(tokenHash)
        if (row === undefined) return { kind: 'unknown' }
        const {
          scope,
          seat,
          lobby,
          expires_at_ms: expiresAtMs,
          used_at_ms: usedAtMs,
        } = InvitationRow.parse(row)
        if (usedAtMs !== null) return { kind: 'used' }
        if (expiresAtMs <= nowMs) return { kind: 'expired' }
        use.run(nowMs, tokenHash)
        passLobby(scope, seat, { asked: lobby === 1, nowMs })
        if (session !== undefined) {
          insertSession.run(session.tokenHash, scope, seat, nowMs, session.expiresAtMs)
        }
        return { kind: 'redeemed', principal: { scope, seat } }
      }),
  }
}

/** Coming in past the lobby, or through it where `asked`. */
const lobbyPassing = (database: Database) => {
  const letPast = database.prepare(
    `insert into lobby (scope, seat, since_ms, admitted_at_ms) values (:scope, :seat, :now, :now)
     on conflict (scope, seat) do update set admitted_at_ms = coalesce(admitted_at_ms, excluded.admitted_at_ms)`,
  )
  const endWaiting = database.prepare(
    `delete from session where scope = :scope and seat = :seat and exists (
       select 1 from lobby where scope = :scope and seat = :seat and admitted_at_ms is null
     )`,
  )
  // Whoever is signed in already is not sent out to wait.
  const letWait = database.prepare(
    `insert into lobby (scope, seat, since_ms, admitted_at_ms)
     select :scope, :seat, :now, case when exists (
       select 1 from session where scope = :scope and seat = :seat and expires_at_ms > :now
     ) then :now end
     on conflict (scope, seat) do nothing`,
  )
  return (scope: string, seat: string, how: { readonly asked: boolean; readonly nowMs: number }): void => {
    const who = { ':scope': scope, ':seat': seat }
    if (!how.asked) endWaiting.run(who)
    const came = how.asked ? letWait : letPast
    came.run({ ...who, ':now': how.nowMs })
  }
}

const sessions = (database: Database): Pick<AccessStore, 'openSession' | 'session' | 'sessions'> => {
  const insert = database.prepare(insertSessionSql)
  const select = database.prepare(
    `select scope, seat, exists (
       select 1 from lobby where lobby.scope = session.scope and lobby.seat = session.seat and admitted_at_ms is null
     ) as waits from session where token_hash = ? and expires_at_ms > ?`,
  )
  const selectOfPrincipal = database.prepare(
    `select token_hash, created_at_ms, expires_at_ms from session
     where scope = ? and seat = ? and expires_at_ms > ? order by created_at_ms, token_hash`,
  )

  return {
    openSession: async ({ tokenHash, principal, createdAtMs, expiresAtMs }: Session) => {
      database.write(() => insert.run(tokenHash, principal.scope, principal.seat, createdAtMs, expiresAtMs))
    },

    session: async (tokenHash, nowMs) =>
      database.read((): SignedIn | undefined => {
        const row = select.get(tokenHash, nowMs)
        if (row === undefined) return undefined
        const { waits, ...principal } = SignedInRow.parse(row)
        return { principal, waits: waits === 1 }
      }),

    sessions: async (principal, nowMs) =>
      database.read(() =>
        selectOfPrincipal.all(principal.scope, principal.seat, nowMs).map((row): Session => {
          const { token_hash: tokenHash, ...times } = SessionRow.parse(row)
          return {
            tokenHash,
            principal,
            createdAtMs: times.created_at_ms,
            expiresAtMs: times.expires_at_ms,
          }
        }),
      ),
  }
}

const lobby = (database: Database): Pick<AccessStore, 'waiting' | 'admit'> => {
  const select = database.prepare(
    `select seat, since_ms from lobby where scope = ? and admitted_at_ms is null order by since_ms, seat`,
  )
  const update = database.prepare(
    'update lobby set admitted_at_ms = ? where scope = ? and seat = ? and admitted_at_ms is null',
  )
  return {
    waiting: async (scope) =>
      database.read(() =>
        select.all(scope).map((row) => {
          const { seat, since_ms: sinceMs } = WaitingRow.parse(row)
          return { principal: { scope, seat }, sinceMs }
        }),
      ),
    admit: async ({ scope, seat }, nowMs) =>
      database.write(() => Number(update.run(nowMs, scope, seat).changes) === 1),
  }
}

const endings = (database: Database): Pick<AccessStore, 'endSession' | 'revoke' | 'sweep'> => {
  const endOne = database.prepare('delete from session where token_hash = ?')
  const endSessions = database.prepare('delete from session where scope = ? and seat = ?')
  const endInvitations = database.prepare(
    'delete from invitation where scope = ? and seat = ? and used_at_ms is null',
  )
  const endLobby = database.prepare('delete from lobby where scope = ? and seat = ?')
  const sweepSessions = database.prepare('delete from session where expires_at_ms <= ?')
  const sweepInvitations = database.prepare('delete from invitation where expires_at_ms <= ?')

  return {
    endSession: async (tokenHash) => {
      database.write(() => endOne.run(tokenHash))
    },

    revoke: async ({ scope, seat }) =>
      database.write(() => {
        endLobby.run(scope, seat)
        return Number(endSessions.run(scope, seat).changes) + Number(endInvitations.run(scope, seat).changes)
      }),

    sweep: async (nowMs) =>
      database.write(
        () => Number(sweepSessions.run(nowMs).changes) + Number(sweepInvitations.run(nowMs).changes),
      ),
  }
}

const SignedInRow = z.strictObject({ scope: z.string(), seat: z.string(), waits: z.int() })

const WaitingRow = z.strictObject({ seat: z.string(), since_ms: z.int() })

const InvitationRow = z.strictObject({
  scope: z.string(),
  seat: z.string(),
  lobby: z.int(),
  expires_at_ms: z.int(),
  used_at_ms: z.int().nullable(),
})

const OpenRow = z.strictObject({ created_at_ms: z.int(), expires_at_ms: z.int() })

const SessionRow = z.strictObject({ token_hash: z.string(), created_at_ms: z.int(), expires_at_ms: z.int() })
