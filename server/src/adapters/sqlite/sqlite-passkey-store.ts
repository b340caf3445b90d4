import * as z from 'zod'
import type { Passkey, PasskeyStore } from '../../ports/passkey-store.ts'
import type { Database } from './database.ts'

/** The passkey store on SQLite. `database` stays the caller's to close. */
export const sqlitePasskeyStore = (database: Database): PasskeyStore => {
  const insert = database.prepare(
    `insert into passkey (id, scope, seat, public_key, counter, label, created_at_ms) values (?, ?, ?, ?, ?, ?, ?)
     on conflict (id) do nothing`,
  )
  const select = database.prepare('select * from passkey where id = ?')
  const selectOf = database.prepare(
    'select * from passkey where scope = ? and seat = ? order by created_at_ms, id',
  )
  const use = database.prepare('update passkey set counter = ?, last_used_at_ms = ? where id = ?')
  const removeOne = database.prepare('delete from passkey where scope = ? and seat = ? and id = ?')
  const removeAll = database.prepare('delete from passkey where scope = ? and seat = ?')

  return {
    add: async ({ id, principal: { scope, seat }, publicKey, counter, label, createdAtMs }) =>
      database.write(
        () => Number(insert.run(id, scope, seat, publicKey, counter, label, createdAtMs).changes) === 1,
      ),
    find: async (id) =>
      database.read(() => {
        const row = select.get(id)
        return row === undefined ? undefined : passkeyOf(row)
      }),
    of: async ({ scope, seat }) => database.read(() => selectOf.all(scope, seat).map(passkeyOf)),
    used: async (id, counter, nowMs) => {
      database.write(() => use.run(counter, nowMs, id))
    },
    remove: async ({ scope, seat }, id) =>
      database.write(() => Number(removeOne.run(scope, seat, id).changes) === 1),
    removeAll: async ({ scope, seat }) => database.write(() => Number(removeAll.run(scope, seat).changes)),
  }
}

const Row = z.strictObject({
  id: z.string(),
  scope: z.string(),
  seat: z.string(),
  public_key: z.instanceof(Uint8Array),
  counter: z.int(),
  label: z.string(),
  created_at_ms: z.int(),
  last_used_at_ms: z.int().nullable(),
})

const passkeyOf = (row: unknown): Passkey => {
  const { scope, seat, public_key, created_at_ms, last_used_at_ms, ...rest } = Row.parse(row)
  return {
    ...rest,
    principal: { scope, seat },
    publicKey: Uint8Array.from(public_key),
    createdAtMs: created_at_ms,
    ...(last_used_at_ms === null ? {} : { lastUsedAtMs: last_used_at_ms }),
  }
}
