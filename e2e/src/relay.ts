import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** coturn as docs/operate/media.md sets it up, on TCP port 443 with a certificate it signed itself. */
export type Relay = {
  readonly url: string
  readonly secret: string
  /** What it has written down: who came, by which way, and who was refused. */
  readonly log: () => Promise<string>
  readonly end: () => Promise<void>
}

const READY_WITHIN_MS = 15_000

/** Starts it on `address`; it relays to the addresses in `media` and to no other. */
export const startRelay = async (address: string, media: readonly string[]): Promise<Relay> => {
  const folder = await mkdtemp(join(tmpdir(), 'parley-relay-'))
  const key = join(folder, 'key.pem')
  const certificate = join(folder, 'certificate.pem')
  const log = join(folder, 'relay.log')
  const secret = randomBytes(32).toString('base64url')
  signOneself(address, key, certificate)
  const settings = join(folder, 'turnserver.conf')
  await writeFile(
    settings,
    [
      `listening-ip=${address}`,
      `relay-ip=${address}`,
      'tls-listening-port=443',
      'no-udp',
      'no-tcp',
      'no-dtls',
      'use-auth-secret',
      `static-auth-secret=${secret}`,
      'realm=relay.example',
      `cert=${certificate}`,
      `pkey=${key}`,
      'fingerprint',
      'no-cli',
      'no-tlsv1',
      'no-tlsv1_1',
      'no-multicast-peers',
      'user-quota=12',
      'total-quota=1200',
      ...media.map((one) => `allowed-peer-ip=${one}`),
      'denied-peer-ip=0.0.0.0-255.255.255.255',
      `log-file=${log}`,
      'simple-log',
      'verbose',
      `pidfile=${join(folder, 'pid')}`,
      `userdb=${join(folder, 'turndb')}`,
    ].join('\n'),
  )
  const child = spawn('turnserver', ['-c', settings], { stdio: 'ignore' })
  const gone = once(child, 'exit')
  const readLog = (): Promise<string> => readFile(log, 'utf8')
  await listens(address, () => child.exitCode === null).catch(async (cause: unknown) => {
    throw new Error(`coturn did not start: ${await readLog().catch(() => '')}`, { cause })
  })
  return {
    url: `turns:${address}:443?transport=tcp`,
    secret,
    log: readLog,
    end: async () => {
      child.kill('SIGKILL')
      await gone
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const signOneself = (address: string, key: string, certificate: string): void => {
  const line = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=${address}`
  const { status, stderr } = spawnSync(
    'openssl',
    [...line.split(' '), '-addext', `subjectAltName=IP:${address}`, '-keyout', key, '-out', certificate],
    { encoding: 'utf8', timeout: 20_000 },
  )
  if (status !== 0) throw new Error(`no certificate: ${stderr}`)
}

/** Resolves as soon as somebody answers there. */
const listens = async (address: string, lives: () => boolean): Promise<void> => {
  const deadline = Date.now() + READY_WITHIN_MS
  for (;;) {
    const socket = createConnection({ host: address, port: 443 })
    const answered = await once(socket, 'connect').then(
      () => true,
      () => false,
    )
    socket.destroy()
    if (answered) return
    if (!lives() || Date.now() > deadline) throw new Error('nobody listens')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
