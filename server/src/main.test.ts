import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-main-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Runs a server that is not expected to come up, to its end. */
const refused = async (settings: Readonly<Record<string, string>>) => {
  const env = { ...process.env, PORT: '0', HOST: '127.0.0.1', PARLEY_DATA: join(folder, 'data'), ...settings }
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => (complaint += String(chunk)))
  await once(child, 'close')
  return { code: child.exitCode, complaint }
}

test('a clock to be moved by a parent is refused where no parent has a channel, and nothing is made', async () => {
  expect(await refused({ PARLEY_CLOCK: 'parent' })).toEqual({
    code: 1,
    complaint: 'PARLEY_CLOCK is parent, but no process that could move the clock has started this one.\n',
  })
  expect(existsSync(join(folder, 'data'))).toBe(false)
}, 30_000)
