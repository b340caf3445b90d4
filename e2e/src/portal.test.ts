import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFindings, openBrowser } from './browser.ts'
import { startSystem, type System } from './system.ts'

const LANGUAGES = ['zh', 'ru', 'en', 'ar'] as const
const DESK = { width: 1280, height: 900 }
const PHONE = { width: 390, height: 844 }

let system: System
let browser: Browser

beforeAll(async () => {
  system = await startSystem()
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await system.stop()
}, 30_000)

/** Opens a page and keeps what it asked the network for. */
const open = async (
  path: string,
  viewport = DESK,
  dark = false,
): Promise<{ page: Page; asked: string[] }> => {
  const context = await browser.newContext({ viewport, colorScheme: dark ? 'dark' : 'light' })
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(`${request.resourceType()} ${request.url()}`))
  const response = await page.goto(`${system.origin}${path}`)
  expect(response?.status()).toBe(200)
  return { page, asked }
}

const pathOfFirst = async (page: Page, pattern: RegExp): Promise<string> => {
  const hrefs = await page
    .locator('a[href]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  const paths = hrefs.map((href) => new URL(href, page.url()).pathname)
  const found = paths.find((path) => pattern.test(path))
  if (found === undefined)
    throw new Error(`no link like ${pattern.source} on ${page.url()}: ${paths.join(' ')}`)
  return found
}

const RELEASE = /^\/[a-z]{2}\/releases\/\d{4}\//
const sidewaysOverflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

describe.each(LANGUAGES)('the portal in %s', (language) => {
  test('the home page is accessible, speaks its language, runs no script and asks nobody else', async () => {
    const { page, asked } = await open(`/${language}/`)
    expect(await page.locator('html').getAttribute('lang')).toContain(language)
    expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr')
    expect(await accessibilityFindings(page)).toEqual([])
    expect(asked.filter((line) => line.startsWith('script') || !line.includes(system.origin))).toEqual([])
    await page.context().close()
  }, 30_000)

  test('on a phone nothing runs off the side', async () => {
    const { page } = await open(`/${language}/`, PHONE)
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0)
    await page.context().close()
  }, 30_000)
})

describe.each(['zh', 'ru', 'en'] as const)('a release in %s', (language) => {
  test('is one article with ten related items, accessible in light and dark, whole on a phone', async () => {
    const home = await open(`/${language}/`)
    const path = await pathOfFirst(home.page, RELEASE)
    await home.page.context().close()
    for (const [viewport, dark] of [
      [DESK, false],
      [DESK, true],
      [PHONE, false],
    ] as const) {
      const { page } = await open(path, viewport, dark)
      expect(await page.locator('h1').count()).toBe(1)
      expect(await page.locator('.related li').count()).toBe(10)
      expect(await accessibilityFindings(page)).toEqual([])
      expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0)
      await page.context().close()
    }
  }, 60_000)
})
