import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { exportRecord } from './export-record.ts'

let folder: string
let running: readonly Server[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-export-'))
})
afterEach(async () => {
  for (const server of running) {
    server.closeAllConnections()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }
  running = []
  await rm(folder, { recursive: true, force: true })
})

/** A server that has one record of so many bytes, and breaks off before the end if told to. */
const serverOf = async (bytes: number, whole: boolean): Promise<string> => {
  const server = createServer((request, response) => {
    if (request.url?.includes('/events') === true) {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ size: 7, next: 7, leaves: [] }))
      return
    }
    response.setHeader('content-length', bytes)
    response.write(Buffer.alloc(whole ? bytes : bytes - 1))
    if (whole) response.end()
    else setImmediate(() => request.socket.destroy())
  })
  running = [...running, server]
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : ''
}

const exportTo = async (origin: string, file: string) =>
  exportRecord({ origin, operatorToken: 'x'.repeat(43) }, 'forum', 'first', file)

describe('a record written into a file', () => {
  test('is there with nothing beside it', async () => {
    const file = join(folder, 'a.parley')
    expect(await exportTo(await serverOf(4096, true), file)).toEqual({ ok: true, value: { entries: 7 } })
    expect(await readdir(folder)).toEqual(['a.parley'])
  })

  test('is not there at all when the answer breaks off', async () => {
    const exported = await exportTo(await serverOf(4096, false), join(folder, 'a.parley'))
    expect(exported).toMatchObject({ ok: false, problem: { code: 'unreachable' } })
    expect(await readdir(folder)).toEqual([])
  })

  test.each([
    ['a folder that is not there', 'nowhere/a.parley', 'ENOENT'],
    ['a folder instead of a file', '', 'EISDIR'],
  ])('%s is told, and leaves nothing', async (_, name, reason) => {
    const exported = await exportTo(await serverOf(64, true), join(folder, name))
    expect(exported).toMatchObject({ ok: false, problem: { code: 'unwritable' } })
    expect(JSON.stringify(exported)).toContain(reason)
    expect(await readdir(folder)).toEqual([])
  })
})
