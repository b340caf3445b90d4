import assert from 'node:assert/strict'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { Fault } from '../../ports/fault.ts'
import { applicationId, migrations } from './schema.ts'
import { sqliteFault } from './sqlite-fault.ts'

/**
 * One open database file, on which every write is one transaction that is on disk when it returns.
 *
 * The first write that fails stops all later ones with `store-stopped`: the kernel may report a failed sync only once, so
 * trying again could acknowledge what is not on disk. Reads go on. Opening the file again finds all that was acknowledged.
 */
export type Database = {
  readonly connection: DatabaseSync
  readonly prepare: (sql: string) => StatementSync
  /** Runs `work` in one transaction: all of it or, if anything throws, none. */
  readonly write: <Result>(work: () => Result) => Result
  readonly read: <Result>(work: () => Result) => Result
  readonly close: () => void
}

/** Opens or creates the file and brings its tables up to date. Throws a `Fault`. */
export const openDatabase = (path: string): Database => {
  try {
    const connection = new DatabaseSync(path, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true })
    try {
      refuseForeign(connection)
      connection.exec('pragma journal_mode = wal; pragma synchronous = full; pragma fullfsync = on')
      migrate(connection)
      return createDatabase(connection)
    } catch (cause) {
      connection.close()
      throw cause
    }
  } catch (cause) {
    throw sqliteFault(cause) ?? cause
  }
}

/** Nobody else should write here; a backup tool that holds the lock for a moment is waited for. */
const busyTimeoutMs = 1000

const createDatabase = (connection: DatabaseSync): Database => {
  const begin = connection.prepare('begin immediate')
  const commit = connection.prepare('commit')
  let stoppedBy: Fault | undefined

  const assertOpen = (): void => {
    if (!connection.isOpen) throw new Fault('store-closed', { retryable: true })
  }

  return {
    connection,
    prepare: (sql) => connection.prepare(sql),

    write: (work) => {
      assertOpen()
      if (stoppedBy !== undefined) throw new Fault('store-stopped', { retryable: true, cause: stoppedBy })
      assert(!connection.isTransaction, 'writes do not nest')
      try {
        begin.run()
        const result = work()
        commit.run()
        return result
      } catch (cause) {
        const fault = sqliteFault(cause)
        if (fault?.code !== 'store-busy') stoppedBy = fault
        rollBack(connection)
        throw fault ?? cause
      }
    },

    read: (work) => {
      assertOpen()
      try {
        return work()
      } catch (cause) {
        throw sqliteFault(cause) ?? cause
      }
    },

    close: () => {
      if (connection.isOpen) connection.close()
    },
  }
}

/** SQLite has rolled back by itself after most failures; after any, the failure is what counts, not this. */
const rollBack = (connection: DatabaseSync): void => {
  if (!connection.isTransaction) return
  try {
    connection.exec('rollback')
  } catch {
    return
  }
}

/** Refuses, before anything is changed, a file of a newer version or of another program. */
const refuseForeign = (connection: DatabaseSync): void => {
  const version = readPragma(connection, 'user_version')
  if (version > migrations.length) throw new Fault('database-newer', { retryable: false })
  const isEmpty = connection.prepare('select 1 from sqlite_schema limit 1').get() === undefined
  if (!isEmpty && readPragma(connection, 'application_id') !== applicationId) {
    throw new Fault('database-damaged', { retryable: false })
  }
}

const migrate = (connection: DatabaseSync): void => {
  const version = readPragma(connection, 'user_version')
  if (version === migrations.length) return
  const steps = migrations.slice(version).join('')
  const marks = `pragma user_version = ${migrations.length}; pragma application_id = ${applicationId}`
  connection.exec(`begin immediate; ${steps}; ${marks}; commit`)
}

const readPragma = (connection: DatabaseSync, name: 'user_version' | 'application_id'): number => {
  const value = connection.prepare(`pragma ${name}`).get()?.[name]
  assert(typeof value === 'number', 'a version is a number')
  return value
}
