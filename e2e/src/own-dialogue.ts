import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { Catalogue } from '../../messages/src/choose-catalogue.ts'
import { format, type Key, type Params } from '../../messages/src/format.ts'
import { parley, startSystem } from './system.ts'

/*
 * A dialogue between two invented delegations, founded as the manual says and held by people who have nothing but the
 * links they were given and what stands on their screens, found by the words of each person's own language.
 */

export type Window = {
  readonly page: Page
  readonly language: Catalogue
  readonly say: (key: Key, params?: Params) => string
  /** Presses what is called so, as soon as it can be pressed. */
  readonly press: (name: string | RegExp) => Promise<void>
  /** Answers the question that stands with yes, once it has stood long enough. */
  readonly confirm: () => Promise<void>
  /** Does what stands under a key, and confirms it where that is asked. */
  readonly key: (key: 'N' | 'E' | 'R') => Promise<void>
  /** Waits until what somebody else does has changed what stands under a key here. */
  readonly sees: (key: 'R', act: () => Promise<void>) => Promise<void>
  /** Goes to a place of the meeting by its menu, from wherever else one is. */
  readonly go: (place: 'room' | 'text' | 'desk') => Promise<void>
}

export type Journey = {
  readonly origin: string
  /** The links of the two secretariats, in the order of the parties. */
  readonly links: readonly [string, string]
  /** Comes in by a link, in a window of a person's own. */
  readonly open: (link: string, language: Catalogue) => Promise<Window>
  readonly end: () => Promise<void>
}

/** What the places are called in the menu. */
const PLACES = { room: 'room.hall', text: 'room.text', desk: 'seats.open-desk' } as const

const EXAMPLE = new URL('../../examples/founding/two-sides.yaml', import.meta.url)
/** `languages`: of the dialogue, each that of one side. */
export const startJourney = async (
  browser: Browser,
  languages: readonly [Catalogue, Catalogue],
): Promise<Journey> => {
  const system = await startSystem()
  const folder = await mkdtemp(join(tmpdir(), 'parley-journey-'))
  const file = join(folder, 'own.yaml')
  await writeFile(file, inLanguages(await readFile(EXAMPLE, 'utf8'), languages))
  const { output } = await parley('found', file, '--url', system.origin, '--data', system.data)
  const [first, second] = output.match(/http\S+\/enter\S*#\S+/g) ?? []
  if (first === undefined || second === undefined) throw new Error(`not founded: ${output}`)
  return {
    origin: system.origin,
    links: [first, second],
    open: (link, language) => openWindow(browser, link, language),
    end: async () => {
      await system.stop()
      await rm(folder, { recursive: true })
    },
  }
}

/** The example with other languages, as somebody would write them into it. */
const inLanguages = (example: string, [one, other]: readonly [Catalogue, Catalogue]): string =>
  example
    .replace('languages: [zh, ru]', `languages: [${one}, ${other}]`)
    .replace('language: zh', `language: ${one}`)
    .replace('language: ru', `language: ${other}`)

const openWindow = async (browser: Browser, link: string, language: Catalogue): Promise<Window> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: language })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(link)
  await page.locator('main').getByRole('button').first().click()
  await page.waitForURL(/\/room\//)
  return windowOf(page, language)
}

const windowOf = (page: Page, language: Catalogue): Window => {
  const say = (key: Key, params?: Params): string => format(language, key, params)
  const enabled = page.locator(':not([aria-disabled="true"])')
  const press = (name: string | RegExp): Promise<void> =>
    page.getByRole('button', { name }).first().and(enabled).click()
  const confirm = async (): Promise<void> => {
    const question = page.getByRole('alertdialog')
    await question.getByRole('button').first().and(enabled).click()
    await question.waitFor({ state: 'detached' })
  }
  /** Waits until something else stands under a key, or nothing does. */
  const standsNoMore = async (key: string, words: string | null): Promise<void> => {
    await page.waitForFunction(
      ([shortcut, before]) =>
        document.querySelector(`button[aria-keyshortcuts="${shortcut}"]`)?.textContent !== before,
      [key, words] as const,
    )
  }
  return {
    page,
    language,
    say,
    press,
    confirm,
    key: async (key) => {
      const button = page.locator(`button[aria-keyshortcuts="${key}"]`).first()
      const words = await button.textContent()
      await button.and(enabled).click()
      // Either it is asked about, or it is done and something else stands there.
      await page.waitForFunction(
        ([shortcut, before]) =>
          document.querySelector('[role="alertdialog"]') !== null ||
          document.querySelector(`button[aria-keyshortcuts="${shortcut}"]`)?.textContent !== before,
        [key, words] as const,
      )
      if ((await page.getByRole('alertdialog').count()) === 0) return
      await confirm()
      await standsNoMore(key, words)
    },
    sees: async (key, act) => {
      const words = await page.locator(`button[aria-keyshortcuts="${key}"]`).first().textContent()
      await act()
      await standsNoMore(key, words)
    },
    go: async (place) => {
      const there = new RegExp(place === 'room' ? '/meeting-1$' : `/meeting-1/${place}$`)
      if (there.test(page.url())) return
      await press(say('sitting.places'))
      await page.getByRole('menuitem', { name: say(PLACES[place]), exact: true }).click()
      await page.waitForURL(there)
      await page.getByText(say('room.connection-live'), { exact: true }).waitFor({ state: 'attached' })
    },
  }
}
