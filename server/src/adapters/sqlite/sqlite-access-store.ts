import * as z from 'zod'
import type { AccessStore, Invitation, Principal, Redemption, Session } from '../../ports/access-store.ts'
import type { Database } from './database.ts'

/** The access store on SQLite. `database` stays the caller's to close. */
export const sqliteAccessStore = (database: Database): AccessStore => ({
  ...invitations(database),
  ...sessions(database),
  ...endings(database),
})

const insertSessionSql =
  'insert into session (token_hash, scope, seat, created_at_ms, expires_at_ms) values (?, ?, ?, ?, ?)'

const invitations = (database: Database): Pick<AccessStore, 'invite' | 'redeem'> => {
  const insert = database.prepare(
    'insert into invitation (token_hash, scope, seat, created_at_ms, expires_at_ms) values (?, ?, ?, ?, ?)',
  )
  const select = database.prepare(
    'select scope, seat, expires_at_ms, used_at_ms from invitation where token_hash = ?',
  )
  const use = database.prepare('update invitation set used_at_ms = ? where token_hash = ?')
  const insertSession = database.prepare(insertSessionSql)

  return {
    invite: async ({ tokenHash, principal, createdAtMs, expiresAtMs }: Invitation) => {
      database.write(() => insert.run(tokenHash, principal.scope, principal.seat, createdAtMs, expiresAtMs))
    },

    redeem: async (tokenHash, nowMs, session) =>
      database.write((): Redemption => {
        const row = select.get(tokenHash)
        if (row === undefined) return { kind: 'unknown' }
        const { scope, seat, expires_at_ms: expiresAtMs, used_at_ms: usedAtMs } = InvitationRow.parse(row)
        if (usedAtMs !== null) return { kind: 'used' }
        if (expiresAtMs <= nowMs) return { kind: 'expired' }
        use.run(nowMs, tokenHash)
        if (session !== undefined) {
          insertSession.run(session.tokenHash, scope, seat, nowMs, session.expiresAtMs)
        }
        return { kind: 'redeemed', principal: { scope, seat } }
      }),
  }
}

const sessions = (database: Database): Pick<AccessStore, 'openSession' | 'session' | 'sessions'> => {
  const insert = database.prepare(insertSessionSql)
  const select = database.prepare(
    'select scope, seat from session where token_hash = ? and expires_at_ms > ?',
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
      database.read((): Principal | undefined => {
        const row = select.get(tokenHash, nowMs)
        return row === undefined ? undefined : PrincipalRow.parse(row)
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

const endings = (database: Database): Pick<AccessStore, 'endSession' | 'revoke' | 'sweep'> => {
  const endOne = database.prepare('delete from session where token_hash = ?')
  const endSessions = database.prepare('delete from session where scope = ? and seat = ?')
  const endInvitations = database.prepare(
    'delete from invitation where scope = ? and seat = ? and used_at_ms is null',
  )
  const sweepSessions = database.prepare('delete from session where expires_at_ms <= ?')
  const sweepInvitations = database.prepare('delete from invitation where expires_at_ms <= ?')

  return {
    endSession: async (tokenHash) => {
      database.write(() => endOne.run(tokenHash))
    },

    revoke: async ({ scope, seat }) =>
      database.write(
        () => Number(endSessions.run(scope, seat).changes) + Number(endInvitations.run(scope, seat).changes),
      ),

    sweep: async (nowMs) =>
      database.write(
        () => Number(sweepSessions.run(nowMs).changes) + Number(sweepInvitations.run(nowMs).changes),
      ),
  }
}

const PrincipalRow = z.strictObject({ scope: z.string(), seat: z.string() })

const InvitationRow = z.strictObject({
  scope: z.string(),
  seat: z.string(),
  expires_at_ms: z.int(),
  used_at_ms: z.int().nullable(),
})

const SessionRow = z.strictObject({ token_hash: z.string(), created_at_ms: z.int(), expires_at_ms: z.int() })
