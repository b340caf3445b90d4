import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { chromium, type Browser } from 'playwright-core'
import { findBrowser } from '../../../scripts/ensure-browser.ts'

const CLIENT = readFileSync(createRequire(import.meta.url).resolve('livekit-client'))
const PAGE = '<!doctype html><meta charset="utf-8"><script src="/client.js"></script><body></body>'
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
]

/** Chromium with a camera and a microphone it makes up, and an origin whose page has LiveKit's own client in it. */
export async function openChromium(): Promise<{
  readonly browser: Browser
  readonly origin: string
  readonly close: () => Promise<void>
}> {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('no Chromium; see scripts/ensure-browser.ts')
  const pages = createServer((request, response) => {
    const isClient = request.url === '/client.js'
    response.setHeader('Content-Type', isClient ? 'text/javascript' : 'text/html')
    response.end(isClient ? CLIENT : PAGE)
  }).listen(0, '127.0.0.1')
  await once(pages, 'listening')
  const address = pages.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const browser = await chromium.launch({ executablePath, args: ARGS })
  const close = async (): Promise<void> => {
    await browser.close()
    pages.close()
  }
  return { browser, origin: `http://127.0.0.1:${port}/`, close }
}
