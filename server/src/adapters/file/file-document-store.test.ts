import { chmodSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentStoreContract } from '../../ports/document-store.contract.ts'
import { Fault } from '../../ports/fault.ts'
import { fileDocumentStore } from './file-document-store.ts'
import { temporaryFolder } from './temporary-folder.ts'

let folder = temporaryFolder()
folder.remove()

documentStoreContract(
  'a folder',
  () => {
    folder = temporaryFolder()
    return fileDocumentStore(join(folder.path, 'documents'))
  },
  () => folder.remove(),
)

async function* paper(text = 'paper'): AsyncIterable<Uint8Array> {
  yield Buffer.from(text)
}

const filesIn = (path: string): readonly string[] => readdirSync(path, { recursive: true, encoding: 'utf8' })

describe('files in a folder', () => {
  it('are called by hashes alone, whatever the place is called', async () => {
    const own = temporaryFolder()
    await fileDocumentStore(own.path).keep('../../outside', paper(), 100)
    expect(filesIn(own.path).filter((name) => !/^[0-9a-f]{64}(\/[0-9a-f]{64})?$/.test(name))).toEqual([])
    expect(filesIn(own.path)).toHaveLength(2)
    own.remove()
  })

  it('leave no half behind, neither of a stream too long nor of a server killed meanwhile', async () => {
    const own = temporaryFolder()
    const store = fileDocumentStore(own.path)
    await store.keep('p', paper(), 100)
    const [home = ''] = readdirSync(own.path)
    writeFileSync(join(own.path, home, 'killed.part'), 'half')
    expect(await store.keep('p', paper('much longer'), 3)).toEqual({ kind: 'too-large' })
    expect(filesIn(own.path).filter((name) => name.endsWith('.part'))).toEqual([])
    own.remove()
  })

  it('say it is the disk when the disk does not take them', async () => {
    const own = temporaryFolder()
    const blocked = join(own.path, 'blocked')
    writeFileSync(blocked, 'a file where a folder should be')
    chmodSync(blocked, 0o400)
    const kept = fileDocumentStore(blocked).keep('p', paper(), 100)
    await expect(kept).rejects.toBeInstanceOf(Fault)
    own.remove()
  })
})
