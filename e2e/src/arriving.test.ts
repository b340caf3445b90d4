import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFindings, openBrowser } from './browser.ts'
import { startSystem, type System } from './system.ts'

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

describe('arriving by a sign-in link', () => {
  test('a seat is entered once; the second time the page says so, in the reader’s language', async () => {
    const link = system.links[0]?.link ?? ''
    const first = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
    await first.goto(link)
    await first.waitForURL('**/seat**')
    expect(await first.locator('html').getAttribute('lang')).toMatch(/^zh/)
    expect(await accessibilityFindings(first)).toEqual([])

    const second = await (await browser.newContext({ locale: 'ar' })).newPage()
    const answer = second.waitForResponse('**/api/sessions')
    await second.goto(link)
    const { title }: { readonly title: string } = await (await answer).json()
    expect(title).toMatch(/\p{Script=Arabic}/u)
    await second.locator('[role="status"]', { hasText: title }).waitFor()
    expect(await second.locator('html').getAttribute('dir')).toBe('rtl')
    expect(second.url()).not.toContain('/seat')
  }, 30_000)

  test('every seat of the demo meeting has a link of its own', () => {
    const tokens = system.links.map(({ link }) => link)
    expect(tokens.length).toBeGreaterThanOrEqual(6)
    expect(new Set(tokens).size).toBe(tokens.length)
  })
})
