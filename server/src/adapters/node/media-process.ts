import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import * as z from 'zod'

/** What stands between the media process and whoever runs the server. */
export type MediaProcessNews =
  | { readonly kind: 'ready'; readonly udpPort: number }
  /** It has ended, or was ended because it no longer answered; another is started. */
  | { readonly kind: 'ended'; readonly code: number | null; readonly signal: NodeJS.Signals | null }
  /** Somebody else has its UDP port. It is tried again by and by. */
  | { readonly kind: 'port-taken'; readonly udpPort: number }
  /** Somebody else has the port for those behind relays; all others are served. */
  | { readonly kind: 'relayed-port-taken'; readonly udpPort: number }
  /** What it says on standard error, line by line. */
  | { readonly kind: 'said'; readonly line: string }

export type MediaProcessSettings = {
  /** The program, as Node runs it. */
  readonly program: string
  readonly key: string
  readonly secret: string
  readonly udpPort: number
  /** A second one for clients that come by way of a relay, if there are relays. */
  readonly relayedPort?: number | undefined
  /** The address it binds; see sfu/README.md. */
  readonly address: string
  /** What browsers are told instead, where that is something else. */
  readonly announced: string | undefined
  readonly webhook: string
  readonly onNews: (news: MediaProcessNews) => void
}

/** The media server’s process, and whoever takes its place. */
export type MediaProcess = {
  /** Where it answers now; `undefined` while it does not. */
  readonly at: () => { readonly host: string; readonly port: number } | undefined
  /** Starts it, once. */
  readonly start: () => void
  /** Resolves when it is ready, or when that takes too long. */
  readonly ready: () => Promise<void>
  /** Ends it for good. */
  readonly close: () => Promise<void>
}

const HOST = '127.0.0.1'
/** How soon another is started after one has ended; twice as long after each that ended at once. */
const FIRST_RESTART_MS = 100
const LAST_RESTART_MS = 5000
/** One that has lived this long has not ended at once. */
const LIVED_MS = 10_000
/** How often it is asked for a sign of life, and how long it has to answer; not answering twice in a row, it is ended. */
const ASK_EVERY_MS = 700
const ANSWER_WITHIN_MS = 700
const READY_WITHIN_MS = 4000
const END_WITHIN_MS = 2000
/** Its exit code for a port that somebody else has; see sfu/README.md. */
const PORT_TAKEN = 3

const ReadyLine = z.object({
  ready: z.literal(true),
  port: z.int(),
  udpPort: z.int(),
  relayedPort: z.int().optional(),
})

type Ports = { readonly port: number; readonly udpPort: number; readonly relayedPort: number | undefined }

/**
 * Runs the media server in a process of its own and keeps one running: one that ends or no longer answers is replaced
 * within three seconds. It keeps its ports over a restart, so that nobody has to be told a new one.
 */
export const createMediaProcess = (settings: MediaProcessSettings): MediaProcess => {
  const { onNews } = settings
  const life: {
    started: boolean
    over: boolean
    child?: ChildProcess
    port?: number | undefined
    restartMs: number
    timer?: NodeJS.Timeout
  } = { started: false, over: false, restartMs: FIRST_RESTART_MS }
  let kept: Ports = { port: 0, udpPort: settings.udpPort, relayedPort: settings.relayedPort }
  const waiting = new Set<() => void>()

  const run = (): void => {
    if (life.over) return
    const startedAt = performance.now()
    const child = spawn(process.execPath, [settings.program], {
      env: environmentOf(settings, kept),
      // Its standard input ends with us, and it with that: a killed server leaves no media server behind.
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    life.child = child
    createInterface({ input: child.stderr }).on('line', (line) => onNews({ kind: 'said', line }))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const ready = readyLineOf(line)
      if (ready === undefined) return
      life.port = ready.port
      for (const news of newsOf(ready, kept.relayedPort)) onNews(news)
      kept = { ...kept, ...ready }
      for (const resolve of waiting) resolve()
      waiting.clear()
    })
    const stopAsking = askForLife(
      () => life.port,
      () => child.kill('SIGKILL'),
    )
    child.on('error', (cause) => onNews({ kind: 'said', line: String(cause) }))
    child.once('close', (code, signal) => {
      stopAsking()
      life.port = undefined
      if (life.over) return
      onNews(
        code === PORT_TAKEN ? { kind: 'port-taken', udpPort: kept.udpPort } : { kind: 'ended', code, signal },
      )
      life.restartMs =
        performance.now() - startedAt > LIVED_MS
          ? FIRST_RESTART_MS
          : Math.min(LAST_RESTART_MS, life.restartMs * 2)
      life.timer = setTimeout(run, life.restartMs).unref()
    })
  }

  return {
    at: () => (life.port === undefined ? undefined : { host: HOST, port: life.port }),
    start: () => {
      if (life.started) return
      life.started = true
      run()
    },
    ready: () =>
      life.port === undefined
        ? new Promise((resolve) => {
            waiting.add(resolve)
            setTimeout(resolve, READY_WITHIN_MS).unref()
          })
        : Promise.resolve(),
    close: async () => {
      life.over = true
      clearTimeout(life.timer)
      if (life.child !== undefined) await ended(life.child)
    },
  }
}

const newsOf = (ready: z.infer<typeof ReadyLine>, asked: number | undefined): readonly MediaProcessNews[] => [
  { kind: 'ready', udpPort: ready.udpPort },
  ...(asked === undefined || ready.relayedPort !== undefined
    ? []
    : [{ kind: 'relayed-port-taken', udpPort: asked } as const]),
]

const environmentOf = (
  { key, secret, address, announced, webhook }: MediaProcessSettings,
  { port, udpPort, relayedPort }: Ports,
): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  PARLEY_MEDIA_HOST: HOST,
  PARLEY_MEDIA_PORT: String(port),
  PARLEY_MEDIA_UDP_PORT: String(udpPort),
  ...(relayedPort === undefined ? {} : { PARLEY_MEDIA_RELAYED_PORT: String(relayedPort) }),
  PARLEY_MEDIA_ADDRESS: address,
  ...(announced === undefined ? {} : { PARLEY_MEDIA_ANNOUNCE: `${announced}:${udpPort}` }),
  PARLEY_MEDIA_KEY: key,
  PARLEY_MEDIA_SECRET: secret,
  PARLEY_MEDIA_WEBHOOKS: webhook,
  PARLEY_MEDIA_AUTO_CREATE: '0',
  PARLEY_MEDIA_ENDS_WITH_STDIN: '1',
})

const readyLineOf = (line: string): z.infer<typeof ReadyLine> | undefined => {
  try {
    return ReadyLine.safeParse(JSON.parse(line)).data
  } catch {
    // Not a line of ours.
    return undefined
  }
}

/** Asks again and again, once it has a port; `give up` is called when it has failed to answer twice in a row. */
const askForLife = (port: () => number | undefined, giveUp: () => void): (() => void) => {
  let missed = 0
  const timer = setInterval(() => {
    const at = port()
    if (at === undefined) return
    fetch(`http://${HOST}:${at}/`, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }).then(
      async (response) => {
        missed = 0
        await response.arrayBuffer()
      },
      () => {
        missed += 1
        if (missed >= 2) giveUp()
      },
    )
  }, ASK_EVERY_MS).unref()
  return () => clearInterval(timer)
}

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((resolve) => {
    child.once('close', () => resolve())
  })
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), END_WITHIN_MS)
  await gone
  clearTimeout(timer)
}
