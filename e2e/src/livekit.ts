import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const BINARY = resolve(import.meta.dirname, '../../.cache/livekit/livekit-server')
const READY_WITHIN_MS = 20_000

/** A real LiveKit server, as docs/operate/media.md sets it up. */
export type Livekit = {
  /** What a Parley server that is to use it is told. */
  readonly settings: Readonly<Record<string, string>>
  readonly end: () => Promise<void>
}

/** Whether it has been built here; see sfu/livekit/build.ts. */
export const hasLivekit = (): boolean => existsSync(BINARY)

/** Starts it on port 443 of `address`; it tells `origin` what happens. */
export const startLivekit = async (address: string, origin: string): Promise<Livekit> => {
  const secret = randomBytes(24).toString('hex')
  const config = {
    port: 443,
    bind_addresses: [address],
    keys: { parley: secret },
    logging: { level: 'error', pion_level: 'error' },
    room: { auto_create: false },
    rtc: {
      udp_port: 20_000 + (process.pid % 20_000),
      tcp_port: 0,
      node_ip: address,
      use_external_ip: false,
      ips: { includes: [`${address}/32`] },
    },
    webhook: { api_key: 'parley', urls: [`${origin}/media/webhook`] },
  }
  const child = spawn(BINARY, ['--config-body', JSON.stringify(config)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const gone = once(child, 'exit')
  const deadline = Date.now() + READY_WITHIN_MS
  for (;;) {
    const answers = await fetch(`http://${address}:443/`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (answers) break
    if (child.exitCode !== null || Date.now() > deadline) throw new Error('the LiveKit server did not start')
    await new Promise((next) => setTimeout(next, 50))
  }
  return {
    settings: {
      PARLEY_LIVEKIT_URL: `ws://${address}:443`,
      PARLEY_LIVEKIT_KEY: 'parley',
      PARLEY_LIVEKIT_SECRET: secret,
    },
    end: async () => {
      child.kill('SIGKILL')
      await gone
    },
  }
}
