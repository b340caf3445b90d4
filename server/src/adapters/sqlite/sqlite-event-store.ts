import assert from 'node:assert/strict'
import type { SQLOutputValue } from 'node:sqlite'
import {
  type AppendOutcome,
  type EventStore,
  type KeyedAct,
  type LogId,
  type Portion,
  assertAppendable,
  assertRange,
} from '../../ports/event-store.ts'
import { Fault } from '../../ports/fault.ts'
import { createFollowers } from '../followers.ts'
import { type Standing, prepareAppend } from './append-in-transaction.ts'
import type { Database } from './database.ts'
import { createGroupCommit } from './group-commit.ts'

type Append = { readonly portions: readonly Portion[]; readonly act: KeyedAct | undefined }

/**
 * The event store on SQLite. Appends that arrive together are committed together, with one sync (see `createGroupCommit`).
 * Each is decided by itself, in its turn; a commit that fails rejects them all.
 *
 * `database` stays open when the store is closed. Only this store may write its tables.
 */
export const sqliteEventStore = (database: Database): EventStore => {
  const selectLeaves = database.prepare(
    'select bytes from leaf where log = ? and seq >= ? order by seq limit ?',
  )
  const selectLogs = database.prepare('select id from log where id >= ? and id < ? order by id')
  const statements = prepareAppend(database)
  const standings = new Map<LogId, Standing>()
  let closed = false

  const standingOf = (log: LogId): Standing => {
    const known = standings.get(log)
    if (known !== undefined) return known
    const standing = statements.standing(log)
    if (standing.number !== undefined) standings.set(log, standing)
    return standing
  }

  const readLeaves = (log: LogId, fromSeq: number, limit: number): readonly Uint8Array[] =>
    database.read(() => {
      const { number, size } = standingOf(log)
      if (number === undefined || fromSeq >= size) return []
      return selectLeaves.all(number, fromSeq, limit).map(bytesOfRow)
    })

  const followers = createFollowers(readLeaves)

  const commit = (batch: readonly Append[]): readonly AppendOutcome[] => {
    const changed = new Map<LogId, Standing>()
    const inTransaction = {
      get: (log: LogId) => changed.get(log) ?? standingOf(log),
      set: (log: LogId, standing: Standing) => changed.set(log, standing),
    }
    const outcomes = database.write(() =>
      batch.map(({ portions, act }) => statements.append(inTransaction, portions, act)),
    )
    for (const [log, standing] of changed) standings.set(log, standing)
    return outcomes
  }

  const appends = createGroupCommit(commit, ({ portions }: Append, { kind }) => {
    if (kind !== 'appended') return
    for (const { log, expectedSize, leaves } of portions) followers.announce(log, expectedSize, leaves)
  })

  return {
    append: async (portions, act) => {
      assertAppendable(portions, act)
      if (closed) throw new Fault('store-closed', { retryable: true })
      return appends.submit({ portions, act })
    },

    find: async ({ scope, id }) => database.read(() => statements.find(scope, id)),

    read: async (log, fromSeq, limit) => {
      assertRange(fromSeq, limit)
      return readLeaves(log, fromSeq, limit)
    },

    size: async (log) => database.read(() => standingOf(log).size),

    logs: async (prefix) => database.read(() => selectLogs.all(prefix, `${prefix}\u{7f}`).map(idOfRow)),

    follow: (log, fromSeq, listener, onFault) => {
      assertRange(fromSeq, 0)
      return followers.follow(log, fromSeq, listener, onFault)
    },

    close: async () => {
      closed = true
      appends.finish()
      followers.close()
    },
  }
}

type Row = Readonly<Record<string, SQLOutputValue>>

const bytesOfRow = ({ bytes }: Row): Uint8Array => {
  assert(bytes instanceof Uint8Array, 'a leaf is bytes')
  return bytes
}

const idOfRow = ({ id }: Row): LogId => {
  assert(typeof id === 'string', 'a log id is text')
  return id
}
