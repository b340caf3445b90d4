import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keyStoreContract } from '../../ports/key-store.contract.ts'
import { fileKeyStore } from './file-key-store.ts'
import { temporaryFolder } from './temporary-folder.ts'

let folder: ReturnType<typeof temporaryFolder> | undefined

keyStoreContract(
  'files',
  () => {
    folder = temporaryFolder()
    return fileKeyStore(join(folder.path, 'keys'))
  },
  () => folder?.remove(),
)

describe('a key file', () => {
  let path = ''
  let remove: () => void
  beforeEach(() => {
    ;({ path, remove } = temporaryFolder())
  })
  afterEach(() => remove())

  it('may be read by its owner alone, and so may its folder', async () => {
    await fileKeyStore(join(path, 'keys')).save('log', 'secret')
    expect(statSync(join(path, 'keys', 'log.key')).mode & 0o777).toBe(0o600)
    expect(statSync(join(path, 'keys')).mode & 0o777).toBe(0o700)
  })

  it('leaves no draft beside it, whether it was saved or existed', async () => {
    const store = fileKeyStore(path)
    await store.save('log', 'first')
    await store.save('log', 'second')
    expect(readdirSync(path)).toEqual(['log.key'])
  })

  it('is found by a store opened later', async () => {
    await fileKeyStore(path).save('log', 'secret')
    expect(await fileKeyStore(path).load('log')).toBe('secret')
  })

  it('is a fault, not an absence, when it cannot be read or made', async () => {
    writeFileSync(join(path, 'keys'), 'a file where the folder should be')
    const store = fileKeyStore(join(path, 'keys'))
    await expect(store.save('log', 'secret')).rejects.toMatchObject({ name: 'Fault', code: 'disk-failed' })
    await expect(store.load('log')).rejects.toMatchObject({ name: 'Fault', code: 'disk-failed' })
  })
})
