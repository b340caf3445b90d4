import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { AccessToken } from 'livekit-server-sdk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { engineNews, mediaEngineContract, type OpenedForContract } from '../../ports/media-engine.contract.ts'
import type { MediaEngine } from '../../ports/media-engine.ts'
import { createMediaProcess } from '../node/media-process.ts'
import { embeddedEngine } from './embedded-engine.ts'
import { fictionalVisitors } from './fictional-visitors.ts'
import { livekitEngine } from './livekit-engine.ts'

const PROGRAM = join(import.meta.dirname, '../../../../sfu/src/main.ts')
const LIVEKIT = join(import.meta.dirname, '../../../../.cache/livekit/livekit-server')
const newKeys = () => ({ key: 'parley', secret: randomBytes(32).toString('base64url') })

/** Comes in over signalling alone, and stays until all are sent away; or with sound and pictures. */
const visitors = (at: () => string) => {
  const sockets = new Set<WebSocket>()
  const senders = fictionalVisitors()
  return {
    enter: (token: string) => senders.enter(at(), token),
    come: async (token: string): Promise<boolean> => {
      const socket = new WebSocket(`${at()}/rtc?access_token=${token}&protocol=15&sdk=js`)
      sockets.add(socket)
      return new Promise((resolve) => {
        // The first message is the room as it is.
        socket.once('message', () => resolve(true))
        socket.once('error', () => resolve(false))
        socket.once('close', () => resolve(false))
      })
    },
    end: async (): Promise<void> => {
      for (const socket of sockets) socket.terminate()
      await senders.end()
    },
  }
}

/** Where an engine says what happens. */
const openWebhook = async () => {
  const heard: { hear: ReturnType<typeof engineNews>['hear'] } = { hear: async () => undefined }
  const server = createHttpServer((request, response) => {
    void text(request)
      .then((body) => heard.hear(body, request.headers.authorization))
      .finally(() => response.end())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    heardBy: (engine: MediaEngine) => {
      const news = engineNews(engine)
      heard.hear = news.hear
      return news.told
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

const openEmbedded = async (): Promise<OpenedForContract & { readonly secret: string }> => {
  const keys = newKeys()
  const webhook = await openWebhook()
  const process = createMediaProcess({
    ...keys,
    program: PROGRAM,
    udpPort: 0,
    address: '127.0.0.1',
    announced: undefined,
    webhook: webhook.url,
    onNews: () => undefined,
  })
  process.start()
  await process.ready()
  const { come, enter, end } = visitors(() => `ws://127.0.0.1:${process.at()?.port}`)
  const engine = embeddedEngine(process, keys)
  return {
    engine,
    come,
    enter,
    told: webhook.heardBy(engine),
    secret: keys.secret,
    dispose: async () => {
      await end()
      await process.close()
      webhook.close()
    },
  }
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return address.port
}

const openLivekit = async (): Promise<OpenedForContract> => {
  const keys = newKeys()
  const webhook = await openWebhook()
  const port = await freePort()
  const config = {
    port,
    bind_addresses: ['127.0.0.1'],
    keys: { [keys.key]: keys.secret },
    logging: { level: 'error', pion_level: 'error' },
    room: { auto_create: false },
    webhook: { api_key: keys.key, urls: [webhook.url] },
    rtc: { udp_port: await freePort(), tcp_port: 0, node_ip: '127.0.0.1', enable_loopback_candidate: true },
  }
  const child = spawn(LIVEKIT, ['--config-body', JSON.stringify(config)], { stdio: 'ignore' })
  const gone = once(child, 'exit')
  const api = `http://127.0.0.1:${port}`
  while (
    !(await fetch(api).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null) throw new Error('the LiveKit server did not start')
    await new Promise((next) => setTimeout(next, 30))
  }
  const { come, enter, end } = visitors(() => `ws://127.0.0.1:${port}`)
  const engine = livekitEngine({ ...keys, api: () => api, url: `ws://127.0.0.1:${port}` })
  return {
    engine,
    come,
    enter,
    told: webhook.heardBy(engine),
    dispose: async () => {
      await end()
      child.kill('SIGKILL')
      await gone
      webhook.close()
    },
  }
}

mediaEngineContract('the embedded server', openEmbedded)
if (existsSync(LIVEKIT)) mediaEngineContract('the real LiveKit server', openLivekit)
else
  process.stderr.write(
    '\nMEDIA: NO REAL LIVEKIT SERVER HERE. THE PORT IS TRIED ON THE EMBEDDED ENGINE ONLY.\n\n',
  )

it('the real LiveKit server is there where it is required', () => {
  expect(existsSync(LIVEKIT) || process.env['PARLEY_REQUIRE_LIVEKIT'] !== '1').toBe(true)
})

const signed = (secret: string, seconds: number): Promise<string> => {
  const token = new AccessToken('parley', secret, { identity: 'north', ttl: seconds })
  token.addGrant({ roomJoin: true, room: 'plenary' })
  return token.toJwt()
}

describe('a pass', () => {
  let opened: Awaited<ReturnType<typeof openEmbedded>>
  beforeAll(async () => {
    opened = await openEmbedded()
    await opened.engine.admit({
      room: 'plenary',
      identity: 'a',
      grant: { publish: [], receive: true },
      seconds: 60,
    })
  }, 30_000)
  afterAll(() => opened.dispose())
  it.each([
    ['signed with another secret', () => signed('x'.repeat(43), 60), false],
    ['expired for an hour', () => signed(opened.secret, -3600), false],
    ['genuine', () => signed(opened.secret, 60), true],
  ] as const)('that is %s is taken for what it is', async (_, make, isLetIn) => {
    expect(await opened.come(await make())).toBe(isLetIn)
  })
})
