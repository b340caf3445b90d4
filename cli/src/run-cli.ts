import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/*
 * Runs the program as a person would, for tests: in a process of its own, to its end.
 */

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))
const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export type Run = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

export const runCli = async (
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Run> => {
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '', ...environment },
  })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (stdout += String(chunk)))
  child.stderr.on('data', (chunk: Buffer) => (stderr += String(chunk)))
  await once(child, 'close')
  return { code: child.exitCode, stdout, stderr }
}
