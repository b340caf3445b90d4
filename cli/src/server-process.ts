import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const SERVER = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url))
/** Read by the server's process before anything else. */
const END_WITH_PARENT = new URL('./end-with-parent.ts', import.meta.url).href

/** A server in a process of its own. */
export type ServerProcess = {
  readonly origin: string
  readonly operatorToken: string
  /** Asks it to end cleanly. */
  readonly stop: (signal?: 'SIGINT' | 'SIGTERM') => void
  /**
   * Moves its clock forward, one move at a time; resolves when it has moved, or never will because the server has ended. Only
   * for a server started with `PARLEY_CLOCK=parent`.
   */
  readonly advance: (byMs: number) => Promise<void>
  /** Its exit code, once it has ended; 1 where a signal ended it. */
  readonly exited: Promise<number>
}

export type StartedServer =
  | { readonly ok: true; readonly server: ServerProcess }
  /** What it said instead of being ready. */
  | { readonly ok: false; readonly complaint: string; readonly exitCode: number }

/** Where the operator's credential of a data folder lies. */
export const operatorTokenOf = async (dataFolder: string): Promise<string> =>
  (await readFile(join(dataFolder, 'operator.token'), 'utf8')).trim()

/** Starts a server with these settings on top of the environment's and waits until it is ready. */
export const startServer = async (settings: Readonly<Record<string, string>>): Promise<StartedServer> => {
  const environment = { ...process.env, ...settings }
  // A group of its own: a terminal's Ctrl-C comes through us, once.
  const child = spawn(process.execPath, ['--import', END_WITH_PARENT, SERVER], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  })
  const { stdout, stderr } = child
  if (stdout === null || stderr === null) throw new Error('the server was started without its output')
  let complaint = ''
  stderr.on('data', (chunk: Buffer) => {
    complaint = `${complaint}${String(chunk)}`.slice(-4000)
    process.stderr.write(chunk)
  })
  // The channel is there to break when we end, however we end; it keeps nobody waiting.
  child.channel?.unref()
  const exited = once(child, 'exit').then(() => child.exitCode ?? 1)
  const orphan = (): void => {
    child.kill('SIGTERM')
  }
  process.once('exit', orphan)
  void exited.then(() => process.off('exit', orphan))

  for await (const line of createInterface(stdout)) {
    const origin = /^Parley is ready at (https?:\/\/\S+)$/.exec(line)?.[1]
    if (origin === undefined) continue
    stdout.resume()
    const operatorToken = await operatorTokenOf(resolve(environment['PARLEY_DATA'] ?? './data'))
    const stop = (signal: 'SIGINT' | 'SIGTERM' = 'SIGTERM'): void => {
      child.kill(signal)
    }
    const advance = async (byMs: number): Promise<void> => {
      assert(environment['PARLEY_CLOCK'] === 'parent', 'the clock of this server is the machine’s')
      await Promise.race([moved(child, byMs), exited])
    }
    return { ok: true, server: { origin, operatorToken, stop, advance, exited } }
  }
  return { ok: false, complaint: complaint.trim(), exitCode: await exited }
}

/** Resolves when the server has answered that its clock has moved. */
const moved = async (child: ChildProcess, advanceMs: number): Promise<void> => {
  const answered = once(child, 'message')
  // A server that has ended takes nothing any more; that it has is told by its exit.
  child.send({ advanceMs }, () => {})
  await answered
}
