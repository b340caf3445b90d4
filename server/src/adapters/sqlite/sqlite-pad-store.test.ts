import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Fault } from '../../ports/fault.ts'
import { padStoreContract } from '../../ports/pad-store.contract.ts'
import { temporaryFolder } from '../file/temporary-folder.ts'
import { type SqlitePadStore, sqlitePadStore } from './sqlite-pad-store.ts'

let folder: ReturnType<typeof temporaryFolder>
let store: SqlitePadStore
const open = (): SqlitePadStore => {
  folder = temporaryFolder()
  store = sqlitePadStore(join(folder.path, 'pads.db'))
  return store
}
const dispose = async (): Promise<void> => {
  store.close()
  folder.remove()
}

padStoreContract('sqlite', open, dispose)

const filesHold = (words: string): boolean =>
  readdirSync(folder.path).some((name) => readFileSync(join(folder.path, name)).includes(words))

describe('the file of the pads', () => {
  beforeEach(open)
  afterEach(dispose)
  const key = { chamber: 'chamber/river/first/north', pad: 'notes' }

  it('holds nothing of what was replaced or removed, while it is open and after it was closed', async () => {
    const secret = 'red line: accept six months'
    const long = `${secret} `.repeat(2000)
    await store.save(key, Buffer.from(long))
    expect(filesHold(secret)).toBe(true)
    await store.save(key, Buffer.from('short'))
    expect(filesHold(secret)).toBe(false)
    await store.save({ ...key, pad: 'draft/one' }, Buffer.from(long))
    await store.remove({ ...key, pad: 'draft/one' })
    expect(filesHold(secret)).toBe(false)
    store.close()
    expect(filesHold(secret)).toBe(false)
    expect(filesHold('short')).toBe(true)
  })

  it('is read again by who opens it next', async () => {
    await store.save(key, Buffer.from('kept'))
    store.close()
    store = sqlitePadStore(join(folder.path, 'pads.db'))
    expect(Buffer.from((await store.load(key)) ?? []).toString()).toBe('kept')
  })

  it('says that it is closed', async () => {
    store.close()
    await expect(store.load(key)).rejects.toThrow(Fault)
  })
})
