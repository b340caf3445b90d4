import { type Browser, chromium } from 'playwright-core'
import { findBrowser } from '../../scripts/ensure-browser.ts'

/** Chromium with a camera and a microphone it makes up. */
export const openChromium = async (more: readonly string[] = []): Promise<Browser> => {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('no Chromium; see scripts/ensure-browser.ts')
  return chromium.launch({
    executablePath,
    args: [
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
      ...more,
    ],
  })
}
