import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openDataFolder } from '../../server/src/adapters/sqlite/open-data-folder.ts'
import { type Pair, timed } from './pair.ts'

const LEAF = new TextEncoder().encode(JSON.stringify({ filler: 'x'.repeat(380) }))

/** A table with the columns an event needs and the store's own durability settings, nothing else. */
const bareDatabase = (path: string) => {
  const database = new DatabaseSync(path)
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma fullfsync = on')
  database.exec(
    'create table leaf (log integer, seq integer, bytes blob not null, primary key (log, seq)) strict',
  )
  const insert = database.prepare('insert into leaf values (?, ?, ?)')
  return { database, insert, begin: database.prepare('begin immediate'), commit: database.prepare('commit') }
}

/** One act after the other, each acknowledged before the next begins; and 64 logs at once, as 64 meetings would. */
export const durableAppends = (): readonly Pair[] => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
  const ours = openDataFolder(join(folder, 'ours'))
  const bare = bareDatabase(join(folder, 'bare.db'))
  let oursSize = 0
  let bareSize = 0
  let actCount = 0
  let meetingSize = 0
  let bareMeetingSize = 0
  const act = () => ({ scope: 'bench', id: `act-${actCount++}`, fingerprint: 'f' })

  const oneByOne: Pair = {
    name: 'durable append, one by one',
    peer: 'bare insert, same SQLite settings',
    aim: 2,
    rounds: 7,
    ours: () =>
      timed(400, async () => {
        for (let n = 0; n < 400; n++) {
          await ours.events.append(
            [{ log: 'meeting/bench/one', expectedSize: oursSize++, leaves: [LEAF] }],
            act(),
          )
        }
      }),
    bare: () =>
      timed(400, () => {
        for (let n = 0; n < 400; n++) bare.insert.run(0, bareSize++, LEAF)
      }),
  }

  const manyAtOnce: Pair = {
    name: 'durable append, 64 logs at once',
    peer: '64 bare inserts in one transaction',
    aim: 2,
    rounds: 7,
    ours: () =>
      timed(64 * 50, async () => {
        for (let n = 0; n < 50; n++) {
          const expectedSize = meetingSize++
          await Promise.all(
            Array.from({ length: 64 }, (_, log) =>
              ours.events.append([{ log: `meeting/bench/${log}`, expectedSize, leaves: [LEAF] }], act()),
            ),
          )
        }
      }),
    bare: () =>
      timed(64 * 50, () => {
        for (let n = 0; n < 50; n++) {
          bare.begin.run()
          for (let log = 1; log <= 64; log++) bare.insert.run(log, bareMeetingSize, LEAF)
          bare.commit.run()
          bareMeetingSize++
        }
      }),
    close: async () => {
      await ours.close()
      bare.database.close()
      rmSync(folder, { recursive: true })
    },
  }
  return [oneByOne, manyAtOnce]
}
