import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { type MediaEngine, processorMsOf, residentBytesOf } from './media-engine.ts'

/** What came to the receivers since it was last asked. */
export type Arrivals = {
  readonly packets: number
  readonly p50Ms: number
  readonly p95Ms: number
  readonly p99Ms: number
}

export type Sent = { readonly arrivals: Arrivals; readonly processorMs: number }

type Part = {
  readonly tell: (line: string) => void
  readonly heard: () => Promise<string>
  readonly end: () => Promise<void>
}

const WARM_MS = 1_000
const MEASURED_MS = 3_000

/** Runs one side of the load in a process of its own, up to the moment its connections stand. */
const startPart = async (program: string, engine: MediaEngine, ...more: readonly number[]): Promise<Part> => {
  const args = [engine.url, engine.key, engine.secret, 'bench', ...more.map(String)]
  const child: ChildProcess = spawn(process.execPath, [resolve(import.meta.dirname, program), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const { stdin, stdout } = child
  if (stdin === null || stdout === null) throw new Error('no pipes')
  const lines = createInterface(stdout)[Symbol.asyncIterator]()
  const heard = async (): Promise<string> => {
    const { value, done } = await lines.next()
    if (done === true) throw new Error(`${program} ended`)
    return value
  }
  await heard()
  return {
    tell: (line) => stdin.write(`${line}\n`),
    heard,
    end: async () => {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

/** Cameras on one side of a media server and receivers of all of them on the other. */
export class MediaLoad {
  readonly engine: MediaEngine
  readonly #cameras: Part
  readonly #receivers: Part[]

  private constructor(engine: MediaEngine, cameras: Part, receivers: Part) {
    this.engine = engine
    this.#cameras = cameras
    this.#receivers = [receivers]
  }

  /** Nothing is sent until the first round. */
  static async start(
    engine: MediaEngine,
    load: {
      readonly cameras: number
      readonly receivers: number
      readonly packetsPerSecond: number
      readonly bytes: number
    },
  ): Promise<MediaLoad> {
    const receivers = await startPart('media-sink.ts', engine, 0, load.receivers)
    const cameras = await startPart(
      'media-source.ts',
      engine,
      0,
      load.cameras,
      load.packetsPerSecond,
      load.bytes,
    )
    return new MediaLoad(engine, cameras, receivers)
  }

  /** Sends for some seconds; what came in, and the processor time the server took for it. */
  async send(): Promise<Sent> {
    this.#cameras.tell('go')
    await pause(WARM_MS)
    await this.#ask()
    const before = processorMsOf(this.engine.pid)
    await pause(MEASURED_MS)
    const processorMs = processorMsOf(this.engine.pid) - before
    const arrivals = await this.#ask()
    this.#cameras.tell('rest')
    return { arrivals, processorMs }
  }

  /** Lets more receivers of everything in; how much larger the server got. */
  async grow(from: number, count: number): Promise<number> {
    const before = residentBytesOf(this.engine.pid)
    this.#receivers.push(await startPart('media-sink.ts', this.engine, from, count))
    await this.send()
    return residentBytesOf(this.engine.pid) - before
  }

  async end(): Promise<void> {
    await Promise.all([this.#cameras, ...this.#receivers].map((part) => part.end()))
    await this.engine.stop()
  }

  async #ask(): Promise<Arrivals> {
    const [receivers] = this.#receivers
    if (receivers === undefined) throw new Error('no receivers')
    receivers.tell('')
    return JSON.parse(await receivers.heard())
  }
}
