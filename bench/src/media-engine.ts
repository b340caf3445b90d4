import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'

const ROOT = resolve(import.meta.dirname, '../..')
const LIVEKIT = resolve(ROOT, '.cache/livekit/livekit-server')
const READY_WITHIN_MS = 20_000
/** The unit of the times in /proc/PID/stat on Linux. */
const TICKS_PER_SECOND = 100

/** A media server in a process of its own. */
export type MediaEngine = {
  readonly name: string
  readonly url: string
  readonly key: string
  readonly secret: string
  readonly pid: number
  readonly stop: () => Promise<void>
}

/** Whether the real LiveKit server has been built here; see sfu/livekit/build.ts. */
export const hasLivekit = (): boolean => existsSync(LIVEKIT)

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

const engineOf = (
  name: string,
  port: number,
  keys: { key: string; secret: string },
  child: ChildProcess,
): MediaEngine => ({
  name,
  url: `ws://127.0.0.1:${port}`,
  ...keys,
  pid: child.pid ?? 0,
  stop: () => ended(child),
})

const newKeys = () => ({ key: 'bench', secret: randomBytes(24).toString('hex') })

export const startOurs = async (): Promise<MediaEngine> => {
  const keys = newKeys()
  const child = spawn(process.execPath, [resolve(ROOT, 'sfu/src/main.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      PARLEY_MEDIA_KEY: keys.key,
      PARLEY_MEDIA_SECRET: keys.secret,
      PARLEY_MEDIA_ENDS_WITH_STDIN: '1',
      PARLEY_MEDIA_LOG: process.env['BENCH_LOG'] ?? 'warn',
    },
  })
  for await (const line of createInterface(child.stdout)) {
    const { port }: { readonly port: number } = JSON.parse(line)
    child.stdout.resume()
    return engineOf('sfu/', port, keys, child)
  }
  throw new Error('the media process ended before it was ready')
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return address.port
}

/** The real LiveKit server under the same conditions: loopback, one UDP port, no help from outside. */
export const startLivekit = async (): Promise<MediaEngine> => {
  const keys = newKeys()
  const port = await freePort()
  const config = {
    port,
    bind_addresses: ['127.0.0.1'],
    keys: { [keys.key]: keys.secret },
    logging: { level: 'error', pion_level: 'error' },
    rtc: {
      udp_port: await freePort(),
      tcp_port: 0,
      node_ip: '127.0.0.1',
      use_external_ip: false,
      enable_loopback_candidate: true,
    },
  }
  const child = spawn(LIVEKIT, ['--config-body', JSON.stringify(config)], { stdio: 'ignore' })
  const deadline = Date.now() + READY_WITHIN_MS
  const answers = () =>
    fetch(`http://127.0.0.1:${port}/`).then(
      (answer) => answer.ok,
      () => false,
    )
  while (!(await answers())) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error('the LiveKit server did not start')
    await pause(50)
  }
  return engineOf('LiveKit', port, keys, child)
}

/** The processor time a process has used since it began, all its threads. */
export const processorMsOf = (pid: number): number => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND
}

export const residentBytesOf = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024
