import { spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import type { Figure } from './figure.ts'
import { hasLivekit, type MediaEngine, processorMsOf, startLivekit, startOurs } from './media-engine.ts'
import { type Arrivals, MediaLoad, type Sent } from './media-load.ts'
import type { Pair, Round } from './pair.ts'

/** 1,000 packets a second in, 10,000 out. */
const LOAD = { cameras: 10, receivers: 10, packetsPerSecond: 100, bytes: 1_200 }
const IN_PER_SECOND = LOAD.cameras * LOAD.packetsPerSecond
const ROUNDS = 5
const BARE_MS = 4_000
const MORE_RECEIVERS = 10

type Bare = { readonly round: () => Promise<Round>; readonly end: () => void }

const startBare = async (): Promise<Bare> => {
  const sink = createSocket('udp4').bind(0, '127.0.0.1')
  await once(sink, 'listening')
  let arrived = 0
  sink.on('message', () => (arrived += 1))
  const child = spawn(process.execPath, [resolve(import.meta.dirname, 'bare-forward.ts')], {
    env: {
      ...process.env,
      BENCH_COPIES: String(LOAD.receivers),
      BENCH_SINK_PORT: String(sink.address().port),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(createInterface(child.stdout), 'line')
  const port = Number(/:(\d+)$/.exec(String(line))?.[1])
  const source = createSocket('udp4')
  const packet = Buffer.alloc(LOAD.bytes, 0x55)
  return {
    round: async () => {
      const [before, came, began] = [processorMsOf(child.pid ?? 0), arrived, performance.now()]
      let sent = 0
      const timer = setInterval(() => {
        for (; sent < ((performance.now() - began) / 1000) * IN_PER_SECOND; sent += 1)
          source.send(packet, port, '127.0.0.1')
      }, 1)
      await pause(BARE_MS)
      clearInterval(timer)
      return { operations: arrived - came, ms: processorMsOf(child.pid ?? 0) - before }
    },
    end: () => {
      child.kill('SIGKILL')
      source.close()
      sink.close()
    },
  }
}

/** One round on a server of its own, so that no round inherits what another left behind. */
const sendThrough = async (start: () => Promise<MediaEngine>): Promise<Sent> => {
  const load = await MediaLoad.start(await start(), LOAD)
  try {
    return await load.send()
  } finally {
    await load.end()
  }
}

const roundThrough = async (start: () => Promise<MediaEngine>): Promise<Round> => {
  const { arrivals, processorMs } = await sendThrough(start)
  return { operations: arrivals.packets, ms: processorMs }
}

/** Processor time of the server for each packet it sends out, all it does included. */
export const forwarding = async (): Promise<readonly Pair[]> => {
  const bare = await startBare()
  const common = {
    name: 'forward one packet of 1,200 bytes (processor time)',
    rounds: ROUNDS,
    ours: () => roundThrough(startOurs),
  }
  const besideLivekit: Pair = {
    ...common,
    peer: 'the real LiveKit server, same load',
    aim: 1.5,
    bare: () => roundThrough(startLivekit),
  }
  const besideBare: Pair = {
    ...common,
    peer: 'bare UDP in Node, no encryption',
    bare: bare.round,
    close: async () => bare.end(),
  }
  return hasLivekit() ? [besideLivekit, besideBare] : [besideBare]
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const range = (values: readonly number[], digits: number): string =>
  `${middle(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)})`

const delayOf = (rounds: readonly Arrivals[], engine: string): Figure => ({
  what: 'delay of forwarding at 10,000 packets/s out, p99',
  where: engine,
  result: `${range(
    rounds.map(({ p99Ms }) => p99Ms),
    1,
  )} ms; p50 ${range(
    rounds.map(({ p50Ms }) => p50Ms),
    2,
  )} ms`,
  aim: '< 15 ms',
})

/** How long a packet takes through a server under load, and what a receiver costs it in memory. */
export const delaying = async (): Promise<readonly Figure[]> => {
  const engines = [
    { name: 'sfu/', start: startOurs },
    ...(hasLivekit() ? [{ name: 'LiveKit', start: startLivekit }] : []),
  ]
  const rounds = engines.map((): Arrivals[] => [])
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, { start }] of engines.entries())
      rounds[index]?.push((await sendThrough(start)).arrivals)
  }
  const figures = engines.map(({ name }, index) => delayOf(rounds[index] ?? [], name))
  for (const { name, start } of engines) {
    const load = await MediaLoad.start(await start(), LOAD)
    await load.send()
    const kibibytes = (await load.grow(LOAD.receivers, MORE_RECEIVERS)) / 1024
    await load.end()
    figures.push({
      what: 'memory per subscription (10 more receivers of 10 cameras, their connections included)',
      where: name,
      result: `${(kibibytes / MORE_RECEIVERS / LOAD.cameras).toFixed(0)} KiB`,
      aim: '–',
    })
  }
  return figures
}
