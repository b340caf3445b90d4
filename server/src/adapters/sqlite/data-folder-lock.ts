import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Fault } from '../../ports/fault.ts'
import { sqliteFault } from './sqlite-fault.ts'

/**
 * Takes a data folder for this process alone; returns what gives it back. Throws `data-folder-in-use`.
 *
 * The lock is SQLite's own on an empty database, so the operating system releases it however the process ends. No other
 * code may open and close the file: on POSIX systems closing any descriptor of it would give the lock up.
 */
export const lockDataFolder = (folder: string): (() => void) => {
  const connection = new DatabaseSync(join(folder, 'parley.lock'), { timeout: 0 })
  try {
    connection.exec('begin exclusive')
  } catch (cause) {
    connection.close()
    const fault = sqliteFault(cause)
    if (fault?.code !== 'store-busy') throw fault ?? cause
    throw new Fault('data-folder-in-use', { retryable: true, cause })
  }
  return () => {
    if (connection.isOpen) connection.close()
  }
}
