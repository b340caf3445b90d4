import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { AccessToken } from 'livekit-server-sdk'
import type { Browser, Page } from 'playwright-core'
import { openChromium } from './browser.ts'
import type { Figure } from './figure.ts'
import { hasLivekit, type MediaEngine, startLivekit, startOurs } from './media-engine.ts'
import { middleAndRange, middleAndTail } from './spread.ts'

const ROUNDS = 7
const BURSTS = 40
const CLIENT = readFileSync(createRequire(import.meta.url).resolve('livekit-client'))
const PAGE = readFileSync(new URL('./media-call.html', import.meta.url))

const passTo = async ({ key, secret }: MediaEngine, identity: string): Promise<string> => {
  const token = new AccessToken(key, secret, { identity, ttl: '1h' })
  token.addGrant({ roomJoin: true, room: 'bench' })
  return token.toJwt()
}

const servePage = async (): Promise<{ readonly origin: string; readonly close: () => void }> => {
  const server = createServer((request, response) => {
    const isClient = request.url === '/client.js'
    response.setHeader('content-type', isClient ? 'text/javascript' : 'text/html; charset=utf-8')
    response.end(isClient ? CLIENT : PAGE)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no address')
  return { origin: `http://127.0.0.1:${address.port}/`, close: () => server.close() }
}

const openPage = async (browser: Browser, origin: string): Promise<Page> => {
  const page = await (await browser.newContext()).newPage()
  await page.goto(origin)
  return page
}

/** Calls what the page offers under this name. */
const ask = (page: Page, name: string, ...more: readonly (string | number)[]): Promise<unknown> =>
  page.evaluate(([wanted, rest]) => Reflect.get(window, wanted)(...rest), [name, more] as const)

const firstFrames = async (
  browser: Browser,
  origin: string,
  engine: MediaEngine,
): Promise<() => Promise<number>> => {
  const camera = await openPage(browser, origin)
  await ask(camera, 'publishCamera', engine.url, await passTo(engine, 'camera'))
  return async () => {
    const page = await openPage(browser, origin)
    const ms = Number(await ask(page, 'untilFirstFrame', engine.url, await passTo(engine, 'watcher')))
    await page.context().close()
    return ms
  }
}

const mouthToEar = async (
  browser: Browser,
  origin: string,
  engine: MediaEngine,
): Promise<readonly number[]> => {
  const page = await openPage(browser, origin)
  const [mouth, ear] = [await passTo(engine, 'mouth'), await passTo(engine, 'ear')]
  const delays = await ask(page, 'mouthToEar', engine.url, mouth, ear, BURSTS)
  await page.context().close()
  if (!Array.isArray(delays)) throw new Error('no delays')
  return delays.map(Number)
}

/** What LiveKit's own client sees and hears in Chromium, on either engine. */
export const calling = async (): Promise<readonly Figure[]> => {
  const engines = [await startOurs(), ...(hasLivekit() ? [await startLivekit()] : [])]
  const browser = await openChromium()
  const { origin, close } = await servePage()
  const figures: Figure[] = []
  for (const engine of engines) {
    const result = middleAndTail(await mouthToEar(browser, origin, engine))
    figures.push({
      what: 'mouth to ear in Chromium, one clock, jitter buffer included',
      where: engine.name,
      result,
      aim: 'p95 < 150 ms',
    })
  }
  const frames: { engine: MediaEngine; take: () => Promise<number>; ms: number[] }[] = []
  for (const engine of engines)
    frames.push({ engine, take: await firstFrames(browser, origin, engine), ms: [] })
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const { take, ms } of frames) {
      const took = await take()
      if (round > 0) ms.push(took)
    }
  }
  for (const { engine, ms } of frames)
    figures.push({
      what: 'connect to first remote picture, LiveKit’s own client',
      where: engine.name,
      result: `${middleAndRange(ms)} ms`,
      aim: '< 1 s',
    })
  await browser.close()
  close()
  for (const engine of engines) await engine.stop()
  return figures
}
