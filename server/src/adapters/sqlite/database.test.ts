import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Portion } from '../../ports/event-store.ts'
import { temporaryFolder } from '../file/temporary-folder.ts'
import { type Database, openDatabase } from './database.ts'
import { migrations } from './schema.ts'
import { sqliteAccessStore } from './sqlite-access-store.ts'
import { sqliteEventStore } from './sqlite-event-store.ts'

let folder: string
let path: string
let remove: () => void
let database: Database | undefined
beforeEach(() => {
  ;({ path: folder, remove } = temporaryFolder())
  path = join(folder, 'parley.db')
})
afterEach(() => {
  database?.close()
  remove()
})

const open = (): Database => {
  database = openDatabase(path)
  return database
}

const portion = (log: string, expectedSize: number, byteCount = 10): Portion => ({
  log,
  expectedSize,
  leaves: [new Uint8Array(byteCount).fill(7)],
})

describe('a database file', () => {
  it('is written with a full sync at every commit', () => {
    const { connection } = open()
    expect(connection.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' })
    expect(connection.prepare('pragma synchronous').get()).toEqual({ synchronous: 2 })
    expect(connection.prepare('pragma foreign_keys').get()).toEqual({ foreign_keys: 1 })
  })

  it('is left as it is when a newer version has written it', () => {
    open().close()
    const newer = new DatabaseSync(path)
    newer.exec(`pragma user_version = ${migrations.length + 1}`)
    newer.close()
    const before = readFileSync(path)
    expect(open).toThrow(expect.objectContaining({ name: 'Fault', code: 'database-newer', retryable: false }))
    expect(readFileSync(path)).toEqual(before)
  })

  it('is left as it is when it belongs to another program', () => {
    const other = new DatabaseSync(path)
    other.exec('create table log (mine text)')
    other.close()
    const before = readFileSync(path)
    expect(open).toThrow(expect.objectContaining({ name: 'Fault', code: 'database-damaged' }))
    expect(readFileSync(path)).toEqual(before)
  })

  it('is refused when its bytes are no database', () => {
    writeFileSync(path, 'the minutes of the meeting\n'.repeat(1000))
    expect(open).toThrow(expect.objectContaining({ name: 'Fault', code: 'database-damaged' }))
  })

  it('never changes or removes a leaf', async () => {
    const { connection } = open()
    await sqliteEventStore(openedDatabase()).append([portion('a', 0)])
    expect(() => connection.exec("update leaf set bytes = x'00'")).toThrow('append-only')
    expect(() => connection.exec('delete from leaf')).toThrow('append-only')
  })

  it('rolls a write back that a bug interrupts, and goes on', () => {
    const { connection, write } = open()
    const bug = new Error('bug')
    expect(() =>
      write(() => {
        connection.exec("insert into log (id) values ('half')")
        throw bug
      }),
    ).toThrow(bug)
    expect(write(() => connection.prepare('select count(*) as logs from log').get())).toEqual({ logs: 0 })
  })

  it('says that it is closed, to writers and readers', () => {
    const { write, read, close } = open()
    close()
    const closed = expect.objectContaining({ name: 'Fault', code: 'store-closed' })
    expect(() => write(() => 1)).toThrow(closed)
    expect(() => read(() => 1)).toThrow(closed)
  })

  it('asks a writer to come again, and goes on, while another program writes', async () => {
    const { connection } = open()
    connection.exec('pragma busy_timeout = 0')
    const store = sqliteEventStore(openedDatabase())
    const other = new DatabaseSync(path)
    other.exec('begin immediate')
    await expect(store.append([portion('a', 0)])).rejects.toMatchObject({
      code: 'store-busy',
      retryable: true,
    })
    other.close()
    expect((await store.append([portion('a', 0)])).kind).toBe('appended')
  })
})

describe('a database that has no room', () => {
  it('fails every act of the batch, and none of them is there', async () => {
    const store = sqliteEventStore(open())
    await store.append([portion('a', 0)])
    fillUp()
    const outcomes = await Promise.allSettled([
      store.append([portion('a', 1)]),
      store.append([portion('b', 0, 100_000)]),
      store.append([portion('a', 0)]),
    ])
    const full = { status: 'rejected', reason: { name: 'Fault', code: 'disk-full', retryable: true } }
    expect(outcomes).toMatchObject([full, full, full])
    expect(await store.size('a')).toBe(1)
    expect(await store.logs('')).toEqual(['a'])
  })

  it('takes no more writes of any kind, gives what it has, and works once it is opened again', async () => {
    const store = sqliteEventStore(open())
    const access = sqliteAccessStore(openedDatabase())
    const session = { tokenHash: 't', principal: { scope: 's', seat: 'a' }, createdAtMs: 1, expiresAtMs: 9 }
    await store.append([portion('a', 0)])
    fillUp()
    await expect(store.append([portion('a', 1, 100_000)])).rejects.toMatchObject({ code: 'disk-full' })
    openedDatabase().connection.exec('pragma max_page_count = 1000000')

    const stopped = { name: 'Fault', code: 'store-stopped', cause: { code: 'disk-full' } }
    await expect(store.append([portion('a', 1)])).rejects.toMatchObject(stopped)
    await expect(access.openSession(session)).rejects.toMatchObject(stopped)
    expect(await store.read('a', 0, 10)).toHaveLength(1)
    expect(await access.session('t', 1)).toBeUndefined()

    openedDatabase().close()
    const reopened = sqliteEventStore(open())
    expect((await reopened.append([portion('a', 1)])).kind).toBe('appended')
  })

  it('tells followers nothing of what failed', async () => {
    const store = sqliteEventStore(open())
    const heard: number[] = []
    await store.append([portion('a', 0)])
    const { promise, resolve } = Promise.withResolvers<void>()
    const hearFirst = (firstSeq: number): void => {
      heard.push(firstSeq)
      resolve()
    }
    store.follow('a', 0, hearFirst, (fault) => expect.fail(fault.code))
    await promise
    fillUp()
    await expect(store.append([portion('a', 1, 100_000)])).rejects.toMatchObject({ code: 'disk-full' })
    await store.close()
    expect(heard).toEqual([0])
  })
})

describe('a damaged database', () => {
  it('faults a reader and the followers instead of giving them less', async () => {
    const written = sqliteEventStore(open())
    await written.append([
      { log: 'a', expectedSize: 0, leaves: Array.from({ length: 200 }, () => new Uint8Array(500)) },
    ])
    openedDatabase().close()
    const bytes = readFileSync(path)
    rmSync(path)
    writeFileSync(path, bytes.fill(0xff, bytes.length - 20 * 4096))

    const store = sqliteEventStore(open())
    const damaged = { name: 'Fault', code: 'database-damaged', retryable: false }
    const { promise, resolve } = Promise.withResolvers<unknown>()
    store.follow('a', 0, resolve, resolve)
    await expect(store.read('a', 0, 1000)).rejects.toMatchObject(damaged)
    expect(await promise).toMatchObject(damaged)
  })
})

/** Leaves the database no page more than it has. */
const fillUp = (): void => {
  const { connection } = openedDatabase()
  const pages = connection.prepare('pragma page_count').get()?.['page_count']
  connection.exec(`pragma max_page_count = ${String(pages)}`)
}

const openedDatabase = (): Database => {
  if (database === undefined) throw new Error('no database is open')
  return database
}
