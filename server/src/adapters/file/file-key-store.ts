import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Fault } from '../../ports/fault.ts'
import { type KeyStore, assertKeyName } from '../../ports/key-store.ts'
import { syncFolder } from './sync-folder.ts'

/**
 * Secrets as files that only their owner may read, named `<name>.key`, in a folder made when first needed.
 * A secret is written elsewhere, synced and then linked to its name: the name never stands for half a secret, and of two
 * processes that save at once only one succeeds. The folder must be on a file system with hard links.
 */
export const fileKeyStore = (folder: string): KeyStore => {
  const pathOf = (name: string): string => {
    assertKeyName(name)
    return join(folder, `${name}.key`)
  }

  return {
    load: async (name) => {
      const path = pathOf(name)
      try {
        return await readFile(path, 'utf8')
      } catch (cause) {
        if (hasCode(cause, 'ENOENT')) return undefined
        throw diskFault(cause)
      }
    },

    save: async (name, secret) => {
      const path = pathOf(name)
      const draft = `${path}.${randomBytes(8).toString('hex')}`
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        try {
          await writeDurably(draft, secret)
          return await giveName(draft, path)
        } finally {
          await rm(draft, { force: true })
        }
      } catch (cause) {
        throw diskFault(cause)
      }
    },
  }
}

/** Whoever made the name, it is on disk when this resolves. */
const giveName = async (draft: string, path: string): Promise<'saved' | 'exists'> => {
  const outcome = await link(draft, path).then(
    () => 'saved' as const,
    (cause: unknown) => {
      if (hasCode(cause, 'EEXIST')) return 'exists' as const
      throw cause
    },
  )
  const folder = dirname(resolve(path))
  syncFolder(folder)
  syncFolder(dirname(folder))
  return outcome
}

const writeDurably = async (path: string, secret: string): Promise<void> => {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(secret, 'utf8')
    await file.sync()
  } finally {
    await file.close()
  }
}

const diskFault = (cause: unknown): Fault =>
  new Fault(hasCode(cause, 'ENOSPC') ? 'disk-full' : 'disk-failed', { retryable: true, cause })

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code
