import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { assertSha256, FILES_LIMIT, type DocumentStore, type Keeping } from '../../ports/document-store.ts'
import { Fault } from '../../ports/fault.ts'
import { readLazily } from './read-lazily.ts'
import { syncFolder } from './sync-folder.ts'

/**
 * Files in a folder for each place, each called after its hash. The folder is called after the hash of the place's name, so
 * that nothing a person wrote ever is part of a path. A file is written under another name, synced and then renamed: a hash
 * never stands for half its bytes. What a killed server was writing is swept away when the place is next written to.
 */
export const fileDocumentStore = (folder: string): DocumentStore => {
  const folderOf = (place: string): string => join(folder, createHash('sha256').update(place).digest('hex'))
  const writing = new Set<string>()
  return {
    keep: async (place, chunks, limitBytes) => {
      const home = folderOf(place)
      const draft = join(home, `${randomBytes(16).toString('hex')}.part`)
      writing.add(draft)
      try {
        if ((await prepare(home, writing)) >= FILES_LIMIT) return { kind: 'full' }
        return await write(home, draft, chunks, limitBytes)
      } finally {
        writing.delete(draft)
        await rm(draft, { force: true }).catch(() => {})
      }
    },
    open: async (place, sha256) => {
      assertSha256(sha256)
      const path = join(folderOf(place), sha256)
      try {
        const { size } = await stat(path)
        return { sizeBytes: size, chunks: readLazily(path) }
      } catch (cause) {
        if (codeOf(cause) === 'ENOENT') return undefined
        throw diskFault(cause)
      }
    },
  }
}

/** Makes the place, sweeps out what nobody is writing any more, and answers how many files it holds, those under way included. */
const prepare = async (home: string, writing: ReadonlySet<string>): Promise<number> => {
  try {
    const made = await mkdir(home, { recursive: true, mode: 0o700 })
    if (made !== undefined) syncFolder(dirname(made))
    const names = await readdir(home)
    const left = names.filter((name) => name.endsWith('.part') && !writing.has(join(home, name)))
    for (const name of left) await rm(join(home, name), { force: true })
    return names.length - left.length
  } catch (cause) {
    throw diskFault(cause)
  }
}

const write = async (
  home: string,
  draft: string,
  chunks: AsyncIterable<Uint8Array>,
  limitBytes: number,
): Promise<Keeping> => {
  const hash = createHash('sha256')
  let sizeBytes = 0
  const file = await orFault(open(draft, 'wx', 0o600))
  try {
    for await (const chunk of chunks) {
      sizeBytes += chunk.length
      if (sizeBytes > limitBytes) return { kind: 'too-large' }
      hash.update(chunk)
      await orFault(file.writeFile(chunk))
    }
    if (sizeBytes === 0) return { kind: 'empty' }
    await orFault(file.sync())
  } finally {
    await file.close()
  }
  const sha256 = hash.digest('hex')
  await orFault(rename(draft, join(home, sha256)))
  syncFolder(home)
  return { kind: 'kept', sha256, sizeBytes }
}

/** The disk’s errors are faults; the stream’s own are not, and pass as they are. */
const orFault = async <Value>(work: Promise<Value>): Promise<Value> => {
  try {
    return await work
  } catch (cause) {
    throw diskFault(cause)
  }
}

const diskFault = (cause: unknown): Fault => {
  const isFull = codeOf(cause) === 'ENOSPC' || codeOf(cause) === 'EDQUOT' || codeOf(cause) === 'EFBIG'
  return new Fault(isFull ? 'disk-full' : 'disk-failed', { retryable: true, cause })
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined
