import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A media engine the suite runs against. It knows nothing of it but this. */
export interface Engine {
  readonly url: string
  readonly key: string
  readonly secret: string
  stop(): Promise<void>
}

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url))
const LIVEKIT = fileURLToPath(new URL('../../../.cache/livekit/livekit-server', import.meta.url))
const READY_WITHIN_MS = 20_000

/** Whether the real LiveKit server has been built here; see sfu/livekit/build.ts. */
export const hasLiveKit = (): boolean => existsSync(LIVEKIT)

const newKeys = () => ({ key: 'parley-test', secret: randomBytes(24).toString('hex') })

const stopper = (child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL') => (): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill(signal)
  })

export interface EmbeddedEngine extends Engine {
  readonly child: ChildProcess
  readonly udpPort: number
  readonly relayedPort: number | undefined
  readonly metricsPort: number
}

/** Starts this repository's media process as its supervisor would. */
export async function startEmbedded(environment: Record<string, string> = {}): Promise<EmbeddedEngine> {
  const keys = newKeys()
  const child = spawn(process.execPath, [MAIN], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PARLEY_MEDIA_KEY: keys.key,
      PARLEY_MEDIA_SECRET: keys.secret,
      PARLEY_MEDIA_METRICS_PORT: '0',
      PARLEY_MEDIA_ENDS_WITH_STDIN: '1',
      ...environment,
    },
  })
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve)
    child.once('exit', (code) =>
      reject(new Error(`the media process ended with ${code} before it was ready`)),
    )
  })
  const ready: { port: number; udpPort: number; relayedPort: number | undefined; metricsPort: number } =
    JSON.parse(line)
  return { ...keys, ...ready, child, url: `ws://127.0.0.1:${ready.port}`, stop: stopper(child, 'SIGTERM') }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no port')),
      )
    })
  })

/**
 * Starts the real LiveKit server with the same ways of the house: loopback, one UDP port, no external help. It is ended
 * hard, because asked to end it waits for everyone to leave.
 */
export async function startLiveKit(webhookUrls: readonly string[] = []): Promise<Engine> {
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
    webhook: { api_key: keys.key, urls: webhookUrls },
  }
  const child = spawn(LIVEKIT, ['--config-body', JSON.stringify(config)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const deadline = Date.now() + READY_WITHIN_MS
  for (;;) {
    const alive = await fetch(`http://127.0.0.1:${port}/`).then(
      (response) => response.ok,
      () => false,
    )
    if (alive) break
    if (child.exitCode !== null || Date.now() > deadline) throw new Error('the LiveKit server did not start')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return { ...keys, url: `ws://127.0.0.1:${port}`, stop: stopper(child, 'SIGKILL') }
}
