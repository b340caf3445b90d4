import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSession } from '@parley/client/parley-client'
import { runCli } from './run-cli.ts'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))
const TIMEOUT = { timeout: 60_000 }

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-serve-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

type Serving = {
  readonly lines: readonly string[]
  readonly child: ChildProcess
  readonly ended: Promise<unknown>
}

/** Serves from the folder until told to stop; the lines up to the one after the links. */
const serve = async (): Promise<Serving> => {
  const child = spawn(process.execPath, [MAIN, 'serve'], {
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      PARLEY_DATA: folder,
      PARLEY_ORIGIN: '',
      LC_ALL: 'en_US.UTF-8',
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = once(child, 'exit')
  const lines: string[] = []
  for await (const line of createInterface(child.stdout)) {
    lines.push(line)
    if (line.startsWith('One link per seat')) break
  }
  child.stdout.resume()
  return { lines, child, ended }
}

const stop = async ({ child, ended }: Serving, signal: 'SIGINT' | 'SIGTERM'): Promise<number | null> => {
  child.kill(signal)
  await ended
  return child.exitCode
}

const originOf = ({ lines }: Serving): string => /^Parley is ready at (\S+)$/.exec(lines[0] ?? '')?.[1] ?? ''
const tokensOf = ({ lines }: Serving): readonly string[] =>
  lines.flatMap((line) => line.split('/enter#').slice(1))

describe('parley serve', () => {
  test(
    'is ready with a link per seat of a demo meeting in session, and finds everything again',
    TIMEOUT,
    async () => {
      const first = await serve()
      const origin = originOf(first)
      expect(origin).toMatch(/^http:\/\/localhost:\d+$/)
      expect(tokensOf(first).length).toBeGreaterThanOrEqual(6)
      const session = await openSession(origin, tokensOf(first)[0] ?? '')
      expect(session).toMatchObject({ ok: true })
      const { dialogue = '', meeting = '' } = session.ok ? session.value.principal : {}
      const path = `/api/dialogues/${dialogue}/meetings/${meeting}`
      const headers = { authorization: `Bearer ${session.ok ? session.value.token : ''}` }
      const view: unknown = await (await fetch(`${origin}${path}`, { headers })).json()
      expect(view).toMatchObject({ phase: 'open' })
      expect(await stop(first, 'SIGINT')).toBe(0)

      const second = await serve()
      expect(tokensOf(second)).toHaveLength(tokensOf(first).length)
      expect(new Set([...tokensOf(first), ...tokensOf(second)]).size).toBe(2 * tokensOf(first).length)
      const again: unknown = await (await fetch(`${originOf(second)}${path}`, { headers })).json()
      expect(again).toMatchObject({ phase: 'open' })

      const place = `${dialogue}/${meeting}`
      const invited = await runCli(['invite', place, 'nobody', '--url', originOf(second), '--data', folder])
      expect(invited).toMatchObject({ code: 1, stdout: '' })
      expect(invited.stderr).toContain('seat-unknown')
      const locked = await runCli(['export', place, '-o', join(folder, 'x.parley'), '--data', folder])
      expect(locked.code).toBe(3)
      expect(await stop(second, 'SIGTERM')).toBe(0)
    },
  )

  test('a dialogue is founded from a file, with a link for each secretariat, once', TIMEOUT, async () => {
    const serving = await serve()
    const found = ['found', 'examples/founding/two-sides.yaml', '--url', originOf(serving), '--data', folder]
    const founded = await runCli(found)
    expect(founded).toMatchObject({ code: 0, stderr: '' })
    const [mine = '', ...theirs] = founded.stdout
      .split('\n')
      .flatMap((line) => line.split('/enter#').slice(1))
    expect(theirs).toHaveLength(1)
    const session = await openSession(originOf(serving), mine)
    expect(session).toMatchObject({
      ok: true,
      value: { principal: { dialogue: 'lakes-and-hills', seat: 'lakeside-office' } },
    })
    const again = await runCli(found)
    expect(again).toMatchObject({ code: 1, stdout: '' })
    expect(again.stderr).toContain('dialogue-exists')
    expect(await stop(serving, 'SIGTERM')).toBe(0)
  })

  test('killed without a word, it leaves no server behind', TIMEOUT, async () => {
    const serving = await serve()
    const { hostname, port } = new URL(originOf(serving))
    const socket = connect(Number(port), hostname)
    await once(socket, 'connect')
    serving.child.kill('SIGKILL')
    await once(socket.resume(), 'close')
    await serving.ended
    await expect(fetch(originOf(serving))).rejects.toThrow('fetch failed')
  })

  test('the record of a stopped server is exported from its folder, and is sound', TIMEOUT, async () => {
    const file = join(folder, 'demo.parley')
    const exported = await runCli(['export', 'heron-basin/fifth', '-o', file, '--data', folder])
    expect(exported).toMatchObject({ code: 0, stderr: '' })
    expect(await runCli(['verify', file])).toMatchObject({ code: 0 })
    const nothing = await runCli(['export', 'heron-basin/sixth', '-o', file, '--data', folder])
    expect(nothing.code).toBe(1)
  })
})
