import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

const ROOT = resolve(import.meta.dirname, '../..')
const CLI = join(ROOT, 'cli/src/main.ts')

export type System = {
  readonly origin: string
  /** One sign-in link per seat of the demo meeting, as printed. */
  readonly links: readonly { readonly link: string; readonly line: string }[]
  readonly data: string
  readonly stop: () => Promise<{ readonly code: number | null }>
}

/** Starts `parley serve` as a person would, in an empty folder unless one is given, on a port of its own. */
export const startSystem = async (data?: string): Promise<System> => {
  const folder = data ?? (await mkdtemp(join(tmpdir(), 'parley-e2e-')))
  const environment = {
    ...process.env,
    PORT: '0',
    HOST: '127.0.0.1',
    PARLEY_DATA: folder,
    LANG: 'en_US.UTF-8',
  }
  const child = spawn(process.execPath, [CLI, 'serve'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'exit')
  let complaints = ''
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  let origin: string | undefined
  const links: { link: string; line: string }[] = []
  for await (const line of createInterface(child.stdout)) {
    origin ??= /^Parley is ready at (http:\/\/\S+)$/.exec(line)?.[1]
    const link = /https?:\/\/\S+\/enter\S*#\S+/.exec(line)?.[0]
    if (link !== undefined) links.push({ link, line })
    if (origin !== undefined && links.length > 0 && link === undefined) break
  }
  if (origin === undefined) throw new Error(`the system did not start: ${complaints}`)
  child.stdout.resume()
  return {
    origin,
    links,
    data: folder,
    stop: async () => {
      child.kill('SIGINT')
      await exited
      if (data === undefined) await rm(folder, { recursive: true, force: true })
      return { code: child.exitCode }
    },
  }
}

/** Runs one `parley` command to its end. */
export const parley = async (
  ...args: readonly string[]
): Promise<{ readonly code: number | null; readonly output: string }> => {
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LANG: 'en_US.UTF-8' },
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  await once(child, 'close')
  return { code: child.exitCode, output }
}
