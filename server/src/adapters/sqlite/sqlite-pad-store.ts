import { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'
import { Fault } from '../../ports/fault.ts'
import type { PadStore } from '../../ports/pad-store.ts'
import { sqliteFault } from './sqlite-fault.ts'

/** Marks the file as Parley's pads: "PrlP" in ASCII, in SQLite's `application_id`. */
const applicationId = 0x50726c50
const VERSION = 1

/** A pad store, and what gives its file back. */
export type SqlitePadStore = PadStore & { readonly close: () => void }

/**
 * The pad store on a SQLite file of its own, apart from the record: what is scratch is in no copy of the record, and a
 * damaged or full pad file stops no act. What is replaced is overwritten with zeros (`secure_delete`), and the journal
 * that held the old pages is emptied at each commit, so that deleted wording is in neither file. Throws a `Fault`.
 */
export const sqlitePadStore = (path: string): SqlitePadStore => {
  const database = guarded(() => openFile(path))
  const select = database.prepare('select state from pad where chamber = ? and name = ?')
  const upsert = database.prepare(
    `insert into pad (chamber, name, state) values (?, ?, ?)
     on conflict (chamber, name) do update set state = excluded.state`,
  )
  const remove = database.prepare('delete from pad where chamber = ? and name = ?')
  const selectNames = database.prepare('select name from pad where chamber = ? order by name')

  const run = <Result>(work: () => Result): Result => {
    if (!database.isOpen) throw new Fault('store-closed', { retryable: true })
    return guarded(work)
  }
  return {
    load: async ({ chamber, pad }) =>
      run(() => {
        const row = select.get(chamber, pad)
        return row === undefined ? undefined : StateRow.parse(row).state
      }),
    save: async ({ chamber, pad }, state) => {
      run(() => upsert.run(chamber, pad, state))
    },
    remove: async ({ chamber, pad }) => {
      run(() => remove.run(chamber, pad))
    },
    pads: async (chamber) => run(() => selectNames.all(chamber).map((row) => NameRow.parse(row).name)),
    close: () => {
      if (database.isOpen) database.close()
    },
  }
}

const openFile = (path: string): DatabaseSync => {
  const database = new DatabaseSync(path, { timeout: 1000 })
  try {
    const version = VersionRow.parse(database.prepare('pragma user_version').get()).user_version
    if (version > VERSION) throw new Fault('database-newer', { retryable: false })
    database.exec('pragma secure_delete = on; pragma journal_mode = truncate; pragma synchronous = full')
    if (version === 0) {
      database.exec(
        `begin immediate;
         create table pad (
           chamber text not null,
           name text not null,
           state blob not null,
           primary key (chamber, name)
         ) strict;
         pragma user_version = ${VERSION}; pragma application_id = ${applicationId};
         commit`,
      )
    }
    return database
  } catch (cause) {
    database.close()
    throw cause
  }
}

const guarded = <Result>(work: () => Result): Result => {
  try {
    return work()
  } catch (cause) {
    throw sqliteFault(cause) ?? cause
  }
}

const StateRow = z.strictObject({ state: z.instanceof(Uint8Array) })
const NameRow = z.strictObject({ name: z.string() })
const VersionRow = z.strictObject({ user_version: z.int() })
