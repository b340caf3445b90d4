import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '@parley/client/parley-client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startServer, type ServerProcess } from './server-process.ts'

const TIMEOUT = { timeout: 30_000 }
const HOUR_MS = 3_600_000

let folder: string
let server: ServerProcess | undefined
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-server-process-'))
})
afterEach(async () => {
  server?.stop()
  await server?.exited
  await rm(folder, { recursive: true, force: true })
})

const started = async (clock: string): Promise<ServerProcess> => {
  const settings = { PORT: '0', HOST: '127.0.0.1', PARLEY_DATA: folder, PARLEY_ORIGIN: '' }
  const one = await startServer({ ...settings, PARLEY_CLOCK: clock })
  if (!one.ok) throw new Error(one.complaint)
  server = one.server
  return one.server
}

/** How far the server's clock is ahead of this machine's, by the moment it records for a dialogue founded now. */
const aheadMs = async (one: ServerProcess): Promise<number> => {
  const operator = connect({ origin: one.origin, token: one.operatorToken })
  const founded = await operator.found(FOUNDING)
  if (!founded.ok) throw new Error(founded.problem.code)
  const page = await operator.events(founded.value.log, 0)
  if (!page.ok) throw new Error(page.problem.code)
  return (page.value.leaves[0]?.at ?? 0) - Date.now()
}

const FOUNDING = {
  type: 'FoundDialogue',
  dialogue: 'forum',
  name: { en: 'Forum' },
  languages: ['en'],
  rulePack: 'bilateral/1',
  parties: ['north', 'south'].map((id) => ({
    id,
    name: { en: id },
    city: { en: `${id}town` },
    timeZone: 'Europe/Oslo',
    language: 'en',
  })),
  secretariats: [{ seat: 'desk', person: { name: { en: 'Desk' } } }],
}

test(
  'a server started to be moved is ahead by all it was moved when the moves are answered',
  TIMEOUT,
  async () => {
    const one = await started('parent')
    await one.advance(20 * HOUR_MS)
    await one.advance(4 * HOUR_MS)
    const ahead = await aheadMs(one)
    expect(ahead).toBeGreaterThan(23 * HOUR_MS)
    expect(ahead).toBeLessThanOrEqual(24 * HOUR_MS)
  },
)

test('a server of everyday use is not moved', TIMEOUT, async () => {
  const one = await started('system')
  await expect(one.advance(HOUR_MS)).rejects.toThrow('the machine’s')
  expect(await aheadMs(one)).toBeLessThanOrEqual(0)
})

test('moving a server that has ended keeps nobody waiting', TIMEOUT, async () => {
  const one = await started('parent')
  one.stop()
  await one.advance(HOUR_MS)
  await one.exited
  await expect(one.advance(HOUR_MS)).resolves.toBeUndefined()
})
