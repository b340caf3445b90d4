import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'

const ROOT = resolve(import.meta.dirname, '../..')

export type Started = { readonly origin: string; readonly stop: () => Promise<void> }

/** Runs a program of this repository until it prints the address it listens on. */
export const start = async (
  program: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Started> => {
  const child = spawn(process.execPath, [resolve(ROOT, program)], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  for await (const line of createInterface(child.stdout)) {
    const origin = /http:\/\/\S+/.exec(line)?.[0]
    if (origin === undefined) continue
    child.stdout.resume()
    return {
      origin,
      stop: async () => {
        child.kill('SIGTERM')
        await exited
      },
    }
  }
  throw new Error(`${program} ended without an address`)
}
