import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type Page, chromium } from 'playwright-core'
import { findBrowser } from '../../scripts/ensure-browser.ts'

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A camera and a microphone that Chromium makes up, used without being asked. */
export const FAKE_DEVICES = [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
]

export const openBrowser = async (
  more: readonly string[] = [],
  executablePath = findBrowser(),
): Promise<Browser> => {
  if (executablePath === undefined) throw new Error('no Chromium; see scripts/ensure-browser.ts')
  return chromium.launch({ executablePath, args: [...QUIET, ...more] })
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Violation = {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/** What axe finds wrong on the page (WCAG 2.2 A and AA), one line a finding. */
export const accessibilityFindings = async (page: Page): Promise<readonly string[]> => {
  // Evaluated through the debugging protocol, so the page's own content security policy stays as it is.
  await page.evaluate(AXE)
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const found: readonly Violation[] = await page.evaluate(async (wanted) => {
    const axe: { run: (options: unknown) => Promise<{ violations: Violation[] }> } = Reflect.get(
      window,
      'axe',
    )
    return (await axe.run({ runOnly: wanted })).violations
  }, tags)
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  )
}
