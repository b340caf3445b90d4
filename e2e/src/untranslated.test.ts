import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import {
  browserOf,
  freeWordsOnRecord,
  nameOf,
  openScreen,
  SEATS_WITH_SCREENS,
  SIGNED_OUT,
} from './room-screens.ts'
import { startSystem, type System } from './system.ts'

let system: System
let browser: Browser
let freeWords: readonly string[]

beforeAll(async () => {
  system = await startSystem()
  freeWords = await freeWordsOnRecord(system)
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await system.stop()
}, 30_000)

/** Letters of other scripts than the language's own. */
const FOREIGN = {
  zh: '[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Arabic}]',
  ar: '[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Han}]',
  ru: '[\\p{Script=Latin}\\p{Script=Arabic}\\p{Script=Han}]',
} as const

/** The name of the house, of time's own scale and of formats of files; hashes, which are no words. */
const ALLOWED = String.raw`\b(Parley|UTC|PDF|Esc)\b|\b[0-9a-f]{8,64}(?![0-9A-Za-z])`

/**
 * Words on the page in letters its language does not have, though nothing says that they are in another language: text,
 * and what is only read aloud or shown on pointing, without what people wrote in words of their own. A name from the record that lacks the reader's language is marked
 * with its own; a word of the house never has one.
 */
const strayWords = (page: Page, language: keyof typeof FOREIGN): Promise<readonly string[]> =>
  page.evaluate(
    ({ own, foreign, allowed, free }) => {
      const letters = new RegExp(foreign, 'u')
      const strip = new RegExp(allowed, 'gu')
      const ATTRIBUTES = [
        'aria-label',
        'aria-description',
        'aria-roledescription',
        'title',
        'placeholder',
        'alt',
      ]
      const isOwn = (element: Element | null): boolean =>
        element?.closest('[lang]')?.getAttribute('lang')?.split('-')[0] === own
      const isStray = (text: string): boolean =>
        letters.test(free.reduce((rest, words) => rest.replaceAll(words, ''), text).replaceAll(strip, ''))
      const found = new Set<string>()
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const parent = node.parentElement
        if (parent === null || parent.closest('script, style, noscript, kbd, code') !== null) continue
        const text = node.textContent ?? ''
        if (isOwn(parent) && isStray(text)) found.add(text.trim())
      }
      for (const element of document.body.querySelectorAll('*')) {
        for (const name of ATTRIBUTES) {
          const text = element.getAttribute(name) ?? ''
          if (isOwn(element) && isStray(text)) found.add(`${name}: ${text}`)
        }
      }
      if (isStray(document.title)) found.add(`title of the page: ${document.title}`)
      return [...found]
    },
    { own: language, foreign: FOREIGN[language], allowed: ALLOWED, free: freeWords },
  )

const strayOnScreens = async (
  seat: string | undefined,
  paths: readonly string[],
): Promise<readonly string[]> => {
  const stray: string[] = []
  const context = await browserOf(browser, system, seat)
  const page = await context.newPage()
  for (const path of paths) {
    for (const language of ['zh', 'ar', 'ru'] as const) {
      await openScreen(page, system, path, language)
      const found = await strayWords(page, language)
      stray.push(...found.map((words) => `${nameOf(seat, path)} in ${language}: ${words}`))
    }
  }
  await context.close()
  return stray
}

describe('no screen has a word of another language that is not marked as such', () => {
  test.each(SEATS_WITH_SCREENS)(
    'for $seat',
    async ({ seat, paths }) => {
      expect(await strayOnScreens(seat, paths)).toEqual([])
    },
    60_000,
  )

  test('for whoever is signed out', async () => {
    expect(await strayOnScreens(undefined, SIGNED_OUT)).toEqual([])
  }, 60_000)

  test('and a page that had one would be found out', async () => {
    const page = await (await browser.newContext()).newPage()
    await page.setContent(
      `<html lang="zh"><title>会议</title><body>
        <p>会议 <span lang="ru">Заседание</span> Parley</p>
        <p>Meeting</p><button aria-label="Close">关</button></body></html>`,
    )
    expect(await strayWords(page, 'zh')).toEqual(['Meeting', 'aria-label: Close'])
    await page.context().close()
  })
})
