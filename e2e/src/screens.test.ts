import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFindings, openBrowser } from './browser.ts'
import { browserOf, nameOf, openScreen, ROOM, SEATS_WITH_SCREENS, SIGNED_OUT } from './room-screens.ts'
import { startSystem, type System } from './system.ts'

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

/** How a screen is looked at: each language in both themes, and on a desk and a phone. */
const LOOKS = [
  {
    language: 'zh',
    looks: [
      { theme: 'light', viewport: DESK },
      { theme: 'dark', viewport: PHONE },
    ],
  },
  {
    language: 'ar',
    looks: [
      { theme: 'dark', viewport: DESK },
      { theme: 'light', viewport: PHONE },
    ],
  },
] as const

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

/** What runs off the side: of the page, controls that are cut off, and every part that has to be scrolled sideways. */
const sidewaysFindings = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const root = document.documentElement
    const all = [...document.body.querySelectorAll('*')]
    const outside = all.filter((element) => {
      const { left, right } = element.getBoundingClientRect()
      return left < -1 || right > root.clientWidth + 1
    })
    // A control that a part without scrolling cuts off cannot be pressed at all.
    const cutOff = outside.filter((element) => element.matches('a[href], button, select, input, summary'))
    const scrollers = all.filter(
      (element) =>
        ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) &&
        element.scrollWidth > element.clientWidth + 1,
    )
    const wide = root.scrollWidth > root.clientWidth ? [outside.at(-1) ?? root] : []
    return [...new Set([...wide, ...cutOff, ...scrollers])].map(
      (element) =>
        `runs off the side: ${element.tagName} ${element.className} “${element.textContent?.slice(0, 40)}”`,
    )
  })

/** What is wrong with the screen as it is looked at now. */
const wrongWith = async (page: Page): Promise<readonly string[]> => [
  ...(await sidewaysFindings(page)),
  ...(await accessibilityFindings(page)),
]

const wrongOnScreens = async (
  seat: string | undefined,
  paths: readonly string[],
): Promise<readonly string[]> => {
  const wrong: string[] = []
  const context = await browserOf(browser, system, seat)
  const page = await context.newPage()
  for (const path of paths) {
    for (const { language, looks } of LOOKS) {
      await page.setViewportSize(DESK)
      await openScreen(page, system, path, language)
      for (const { theme, viewport } of looks) {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
        await page.setViewportSize(viewport)
        const found = await wrongWith(page)
        wrong.push(
          ...found.map((one) => `${nameOf(seat, path)} ${language} ${theme} ${viewport.width}: ${one}`),
        )
      }
    }
  }
  await context.close()
  return wrong
}

describe('every screen is accessible and whole, in light and dark, on a desk and a phone', () => {
  test.each(SEATS_WITH_SCREENS)(
    'for $seat',
    async ({ seat, paths }) => {
      expect(await wrongOnScreens(seat, paths)).toEqual([])
    },
    60_000,
  )

  test('for whoever is signed out', async () => {
    expect(await wrongOnScreens(undefined, SIGNED_OUT)).toEqual([])
  }, 60_000)
})

describe('what opens on a screen is accessible and whole too', () => {
  test('the times of the meeting, with their tables open', async () => {
    const context = await browserOf(browser, system, 'observer')
    const page = await context.newPage()
    await page.setViewportSize(PHONE)
    await openScreen(page, system, ROOM, 'ar')
    await page.getByRole('button', { name: 'الأوقات' }).click()
    const dialog = page.getByRole('dialog')
    const tables = dialog.locator('summary')
    await tables.first().waitFor()
    for (const table of await tables.all()) await table.click()
    expect(await dialog.getByRole('table').count()).toBe(2)
    expect(await wrongWith(page)).toEqual([])
    await context.close()
  }, 30_000)

  test('a device for several people, from choosing them to one of them being on the list', async () => {
    const context = await browserOf(browser, system, 'songling-secretary')
    const page = await context.newPage()
    await page.setViewportSize(PHONE)
    await openScreen(page, system, `${ROOM}/kit`, 'zh')
    await page.getByRole('checkbox', { name: '松岭地区水务专员' }).check()
    await page.getByRole('checkbox', { name: '杉城市市长' }).check()
    await page.getByRole('button', { name: '进入会场' }).click()
    const mayor = page.getByRole('main').getByRole('listitem').filter({ hasText: '杉城市市长' })
    await mayor.getByRole('button', { name: '申请发言：杉城市市长' }).click()
    const question = page.getByRole('alertdialog', { name: '为杉城市市长申请发言：发言' })
    expect(await wrongWith(page)).toEqual([])
    await question.getByRole('button', { name: '确认' }).click()
    await mayor.getByText(/^名单第\d+位$/).waitFor()
    expect(await page.getByText(/^名单第\d+位$/).count()).toBe(1)
    expect(await wrongWith(page)).toEqual([])
    await context.close()
  }, 30_000)
})
