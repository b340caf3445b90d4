import { mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { AccessStore } from '../../ports/access-store.ts'
import type { EventStore } from '../../ports/event-store.ts'
import { Fault } from '../../ports/fault.ts'
import type { PadStore } from '../../ports/pad-store.ts'
import type { PasskeyStore } from '../../ports/passkey-store.ts'
import type { TakedownStore } from '../../ports/takedown-store.ts'
import { syncFolder } from '../file/sync-folder.ts'
import { lockDataFolder } from './data-folder-lock.ts'
import { type Database, openDatabase } from './database.ts'
import { sqliteAccessStore } from './sqlite-access-store.ts'
import { sqliteEventStore } from './sqlite-event-store.ts'
import { sqliteFault } from './sqlite-fault.ts'
import { sqlitePasskeyStore } from './sqlite-passkey-store.ts'
import { type SqlitePadStore, sqlitePadStore } from './sqlite-pad-store.ts'
import { sqliteTakedownStore } from './sqlite-takedown-store.ts'

export type DataFolder = {
  readonly events: EventStore
  readonly access: AccessStore
  readonly passkeys: PasskeyStore
  readonly takedowns: TakedownStore
  readonly pads: PadStore
  /** Finishes what was handed in, then gives the folder back. */
  readonly close: () => Promise<void>
}

/**
 * Opens, or makes, the folder that holds everything a server keeps: the stores share the file `parley.db` in it, but
 * for what delegations are typing, which is no record and stands in `pads.db`.
 * Throws a `Fault`: `data-folder-in-use`, `data-folder-unusable`, `database-newer`, `database-damaged`, `disk-full` …
 */
export const openDataFolder = (folder: string): DataFolder => {
  makeFolder(folder)
  const unlock = lock(folder)
  try {
    const database = openDatabase(join(folder, 'parley.db'))
    const pads = openPads(folder, database)
    const events = sqliteEventStore(database)
    return {
      events,
      access: sqliteAccessStore(database),
      passkeys: sqlitePasskeyStore(database),
      takedowns: sqliteTakedownStore(database),
      pads,
      close: async () => {
        await events.close()
        pads.close()
        database.close()
        unlock()
      },
    }
  } catch (cause) {
    unlock()
    throw cause
  }
}

const openPads = (folder: string, database: Database): SqlitePadStore => {
  try {
    return sqlitePadStore(join(folder, 'pads.db'))
  } catch (cause) {
    database.close()
    throw cause
  }
}

/** Makes the folder for its owner alone; the names of new folders are on disk before anything is put inside. */
const makeFolder = (folder: string): void => {
  try {
    const firstMade = mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (firstMade === undefined) return
    for (let made = resolve(folder); made !== dirname(resolve(firstMade)); made = dirname(made)) {
      syncFolder(dirname(made))
    }
  } catch (cause) {
    throw new Fault('data-folder-unusable', { retryable: true, cause })
  }
}

const lock = (folder: string): (() => void) => {
  try {
    return lockDataFolder(folder)
  } catch (cause) {
    if (cause instanceof Fault && cause.code === 'data-folder-in-use') throw cause
    if (cause instanceof Fault || sqliteFault(cause) !== undefined) {
      throw new Fault('data-folder-unusable', { retryable: true, cause })
    }
    throw cause
  }
}
