import { Fault } from '../../ports/fault.ts'

/** The fault an error of SQLite's stands for; `undefined` for what only a bug of ours can cause. */
export const sqliteFault = (error: unknown): Fault | undefined => {
  const code = primaryResultCode(error)
  if (code === undefined || resultCodesOfBugs.has(code)) return undefined
  switch (code) {
    case resultCodes.busy:
    case resultCodes.locked:
      return new Fault('store-busy', { retryable: true, cause: error })
    case resultCodes.full:
      return new Fault('disk-full', { retryable: true, cause: error })
    case resultCodes.corrupt:
    case resultCodes.notADatabase:
      return new Fault('database-damaged', { retryable: false, cause: error })
    default:
      return new Fault('disk-failed', { retryable: true, cause: error })
  }
}

/** SQLite's result codes, https://sqlite.org/rescode.html */
const resultCodes = { busy: 5, locked: 6, corrupt: 11, full: 13, notADatabase: 26 }

/** SQLITE_ERROR, TOOBIG, CONSTRAINT, MISMATCH, MISUSE, RANGE: the statement was wrong, not the world. */
const resultCodesOfBugs: ReadonlySet<number> = new Set([1, 18, 19, 20, 21, 25])

const primaryResultCode = (error: unknown): number | undefined =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : undefined
