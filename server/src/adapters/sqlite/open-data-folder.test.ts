import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../file/temporary-folder.ts'
import { openDataFolder } from './open-data-folder.ts'

let folder: string
let remove: () => void
beforeEach(() => {
  ;({ path: folder, remove } = temporaryFolder())
})
afterEach(() => remove())

const inUse = expect.objectContaining({ name: 'Fault', code: 'data-folder-in-use', retryable: true })

describe('a data folder', () => {
  it('is made for its owner alone, with the folders above it', async () => {
    const path = join(folder, 'srv', 'parley')
    await openDataFolder(path).close()
    expect(statSync(path).mode & 0o777).toBe(0o700)
    expect(readdirSync(path)).toContain('parley.db')
  })

  it('gives back everything when it is opened again', async () => {
    const principal = { scope: 'meeting/8', seat: 'a/head' }
    const act = { scope: 'meeting/8/a/head', id: 'act-1', fingerprint: 'f' }
    const leaves = [new Uint8Array([1, 2]), new Uint8Array([3])]
    const first = openDataFolder(folder)
    await first.events.append([{ log: 'meeting/8', expectedSize: 0, leaves }], act)
    await first.access.openSession({ tokenHash: 't', principal, createdAtMs: 1, expiresAtMs: 9 })
    await first.access.invite({ tokenHash: 'i', principal, lobby: false, createdAtMs: 1, expiresAtMs: 9 })
    await first.takedowns.submit({
      id: 'r-1',
      receivedAtMs: 1,
      pageUrl: 'https://portal.example/8',
      claim: 'other',
      requester: { name: 'n', contact: 'c' },
      explanation: 'e',
      language: 'en',
    })
    await first.close()

    const second = openDataFolder(folder)
    expect(await second.events.read('meeting/8', 0, 10)).toEqual(leaves)
    expect(await second.events.logs('')).toEqual(['meeting/8'])
    expect((await second.events.append([{ log: 'meeting/8', expectedSize: 0, leaves }], act)).kind).toBe(
      'repeated',
    )
    expect((await second.events.append([{ log: 'meeting/8', expectedSize: 2, leaves }])).kind).toBe(
      'appended',
    )
    expect(await second.access.session('t', 1)).toEqual({ principal, waits: false })
    expect(await second.access.redeem('i', 1)).toEqual({ kind: 'redeemed', principal })
    expect(await second.takedowns.register()).toHaveLength(1)
    await second.close()
  })

  it('is refused to a second opener until the first has closed it', async () => {
    const first = openDataFolder(folder)
    expect(() => openDataFolder(folder)).toThrow(inUse)
    await first.events.append([{ log: 'a', expectedSize: 0, leaves: [new Uint8Array(1)] }])
    await first.close()
    const second = openDataFolder(folder)
    expect(await second.events.size('a')).toBe(1)
    await second.close()
  })

  it('is refused while another process has it, and free as soon as that is killed', async () => {
    const child = appendForever()
    await firstLineOf(child)
    expect(() => openDataFolder(folder)).toThrow(inUse)
    child.kill('SIGKILL')
    await once(child, 'close')
    await openDataFolder(folder).close()
  })

  it('is given back when its database cannot be opened', () => {
    writeFileSync(join(folder, 'parley.db'), 'no database\n'.repeat(1000))
    const damaged = expect.objectContaining({ name: 'Fault', code: 'database-damaged' })
    expect(() => openDataFolder(folder)).toThrow(damaged)
    expect(() => openDataFolder(folder)).toThrow(damaged)
  })

  it('cannot be a file', () => {
    writeFileSync(join(folder, 'file'), '')
    const unusable = expect.objectContaining({ name: 'Fault', code: 'data-folder-unusable' })
    expect(() => openDataFolder(join(folder, 'file'))).toThrow(unusable)
    expect(() => openDataFolder(join(folder, 'file', 'below'))).toThrow(unusable)
  })

  it('may be closed twice', async () => {
    const data = openDataFolder(folder)
    await data.close()
    await expect(data.close()).resolves.toBeUndefined()
  })
})

const appendForever = (): ChildProcess => {
  const script = fileURLToPath(new URL('append-until-stopped.ts', import.meta.url))
  return spawn(process.execPath, [script, folder, 'run', '1'], { stdio: ['ignore', 'pipe', 'inherit'] })
}

const firstLineOf = async (child: ChildProcess): Promise<void> => {
  if (child.stdout === null) throw new Error('the process has no output')
  const lines = createInterface({ input: child.stdout })
  await once(lines, 'line')
}
