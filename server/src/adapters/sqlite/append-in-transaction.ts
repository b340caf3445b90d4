import assert from 'node:assert/strict'
import * as z from 'zod'
import type { AppendOutcome, KeyedAct, LogId, Portion, Receipt } from '../../ports/event-store.ts'
import type { Database } from './database.ts'

/** Where a log stands: its number in the tables (`undefined` until its first leaf) and how many leaves it has. */
export type Standing = { readonly number: number | undefined; readonly size: number }

/** What a transaction has seen and changed of the logs' standings, to be kept only if it commits. */
export type Standings = {
  readonly get: (log: LogId) => Standing
  readonly set: (log: LogId, standing: Standing) => void
}

export type AppendStatements = {
  /** Decides and writes one append inside the running transaction; writes nothing unless it answers `appended`. */
  readonly append: (
    standings: Standings,
    portions: readonly Portion[],
    act: KeyedAct | undefined,
  ) => AppendOutcome
  readonly find: (
    scope: string,
    id: string,
  ) => { readonly receipt: Receipt; readonly fingerprint: string } | undefined
  /** A log's standing as the tables have it. */
  readonly standing: (log: LogId) => Standing
}

export const prepareAppend = (database: Database): AppendStatements => {
  const insertLog = database.prepare('insert into log (id) values (?)')
  const insertLeaf = database.prepare('insert into leaf (log, seq, bytes) values (?, ?, ?)')
  const insertAct = database.prepare(
    'insert into act (scope, id, fingerprint, receipt) values (?, ?, ?, ?) on conflict do nothing',
  )
  const selectAct = database.prepare('select fingerprint, receipt from act where scope = ? and id = ?')
  const selectStanding = database.prepare(
    'select number, (select max(seq) + 1 from leaf where log = number) as size from log where id = ?',
  )

  const find: AppendStatements['find'] = (scope, id) => {
    const row = selectAct.get(scope, id)
    return row === undefined ? undefined : ActRow.parse(row)
  }

  /** Whether the act is new; it is then remembered, in the one statement most appends need for it. */
  const remember = ({ scope, id, fingerprint }: KeyedAct, receipt: Receipt): boolean =>
    insertAct.run(scope, id, fingerprint, writeReceipt(receipt)).changes === 1

  const write = (standings: Standings, { log, expectedSize, leaves }: Portion): void => {
    const number = standings.get(log).number ?? Number(insertLog.run(log).lastInsertRowid)
    let seq = expectedSize
    for (const leaf of leaves) insertLeaf.run(number, seq++, leaf)
    standings.set(log, { number, size: seq })
  }

  return {
    find,

    standing: (log) => {
      const row = selectStanding.get(log)
      return row === undefined ? { number: undefined, size: 0 } : StandingRow.parse(row)
    },

    append: (standings, portions, act) => {
      const stale = portions.find(({ log, expectedSize }) => standings.get(log).size !== expectedSize)
      const receipt = receiptOf(portions)
      if (act !== undefined && (stale !== undefined || !remember(act, receipt))) {
        const earlier = find(act.scope, act.id)
        if (earlier !== undefined) return { kind: 'repeated', ...earlier }
      }
      if (stale !== undefined) return { kind: 'stale', log: stale.log, size: standings.get(stale.log).size }
      for (const portion of portions) write(standings, portion)
      return { kind: 'appended', receipt }
    },
  }
}

const receiptOf = (portions: readonly Portion[]): Receipt => ({
  portions: portions.map(({ log, expectedSize, leaves }) => ({
    log,
    firstSeq: expectedSize,
    count: leaves.length,
  })),
})

const writeReceipt = ({ portions }: Receipt): string =>
  JSON.stringify(portions.map(({ log, firstSeq, count }) => [log, firstSeq, count]))

const StoredReceipt = z.array(z.tuple([z.string(), z.int(), z.int()])).transform((portions): Receipt => ({
  portions: portions.map(([log, firstSeq, count]) => ({ log, firstSeq, count })),
}))

const ActRow = z.strictObject({
  fingerprint: z.string(),
  receipt: z.string().transform((text) => StoredReceipt.parse(JSON.parse(text))),
})

const StandingRow = z
  .strictObject({ number: z.int(), size: z.int().nullable() })
  .transform(({ number, size }): Standing => {
    assert(size !== null, 'a log has a leaf')
    return { number, size }
  })
