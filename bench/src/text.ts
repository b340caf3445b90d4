import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { directionOf } from '@parley/messages/choose-catalogue'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openChromium } from './browser.ts'
import type { Figure } from './figure.ts'
import { BLOCKS, isContested, LANGUAGES, longText, wordingOf } from './long-text.ts'
import { middleAndRange } from './spread.ts'
import { start } from './started.ts'
import { noted, noteWhen } from './watching.ts'

const ROUNDS = 5
const SCROLLS = 3
const SLOWER = 4
/** A hundred pixels a picture: as fast as a hand turns a wheel without letting go. */
const PIXELS_PER_SECOND = 6000
/** So far the wheel is turned before it is looked whether the end has come. */
const STRETCH_PX = 12_000
/** A picture that took longer than one and a half of the sixty in a second was not there in time. */
const LATE_MS = 25
const SCREEN = { viewport: { width: 1440, height: 900 }, locale: 'en' }

/** A browser of the head of a delegation each time it is asked for: signed in, with nothing in its cache. */
const reader = async (
  browser: Browser,
  origin: string,
  link: string,
): Promise<() => Promise<BrowserContext>> => {
  const context = await browser.newContext(SCREEN)
  const page = await context.newPage()
  await page.goto(`${origin}/room/-/nowhere`)
  await page.evaluate(
    async (invitation) =>
      fetch('/api/sessions', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ invitation }),
      }).then(({ status }) => status),
    new URL(link).hash.slice(1),
  )
  const storageState = await context.storageState()
  await context.close()
  return () => browser.newContext({ ...SCREEN, storageState })
}

const address = (origin: string): string => `${origin}/room/long/first/text?lang=en`

type Opening = { readonly first: number; readonly whole: number }

/** From the address to the first screen of blocks, and to the last of all blocks. */
const openOnce = async (context: BrowserContext, origin: string, slower: number): Promise<Opening> => {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
  await noteWhen(page, 'first', '#block-block-8')
  await noteWhen(page, 'whole', `#block-block-${BLOCKS}`)
  await page.goto(address(origin), { waitUntil: 'commit' })
  const [first, whole] = [await noted(page, 'first'), await noted(page, 'whole')]
  const began = await page.evaluate(() => performance.timeOrigin)
  await context.close()
  return { first: first - began, whole: whole - began }
}

const paragraphs = (row: Readonly<Record<string, string>>): string =>
  LANGUAGES.map((one) => `<p lang="${one}" dir="${directionOf(one)}">${row[one] ?? ''}</p>`).join('')

/** As many wordings side by side, and nothing else: what this machine can do. */
const plainPage = (): string => {
  const rows = Array.from({ length: BLOCKS }, (_, index) => index + 1).flatMap((n) =>
    isContested(n) ? [wordingOf(n, 0), wordingOf(n, 1)] : [wordingOf(n, 0)],
  )
  return `<!doctype html><meta charset="utf-8"><title>Plain</title>
<style>body { max-width: 1320px; margin: auto; font: 17px/1.7 serif }
div { display: grid; grid-template-columns: repeat(4, 1fr); gap: 32px }</style>
<main>${rows.map((row) => `<div>${paragraphs(row)}</div>`).join('')}</main>`
}

type Scrolling = { readonly late: number; readonly frames: number; readonly worst: number }

/** Writes down how long each picture took, from now on. */
const notePictures = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const taken: number[] = []
    Reflect.set(window, 'taken', taken)
    let last = 0
    const note = (now: number): void => {
      if (last > 0) taken.push(now - last)
      last = now
      requestAnimationFrame(note)
    }
    requestAnimationFrame(note)
  })

const isAtEnd = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const { bottom } = document.querySelector('main')?.getBoundingClientRect() ?? { bottom: 0 }
    return bottom <= innerHeight + 1
  })

/** Turns the wheel at a steady rate from the first block to the last, and tells which pictures came late. */
const scrollThrough = async (page: Page): Promise<Scrolling> => {
  const session = await page.context().newCDPSession(page)
  await notePictures(page)
  while (!(await isAtEnd(page))) {
    await session.send('Input.synthesizeScrollGesture', {
      x: 400,
      y: 500,
      yDistance: -STRETCH_PX,
      speed: PIXELS_PER_SECOND,
      gestureSourceType: 'mouse',
    })
  }
  const taken = await page.evaluate(() => {
    const kept: unknown = Reflect.get(window, 'taken')
    return Array.isArray(kept) ? kept.map(Number) : []
  })
  return { late: taken.filter((ms) => ms > LATE_MS).length, frames: taken.length, worst: Math.max(...taken) }
}

const inWords = (scrollings: readonly Scrolling[]): string => {
  const shares = scrollings.map(({ late, frames }) => (100 * late) / frames)
  const frames = scrollings.map((one) => one.frames)
  return `${middleAndRange(shares, 1)} % late of ${middleAndRange(frames)}, slowest ${Math.max(...scrollings.map(({ worst }) => worst)).toFixed(0)} ms`
}

const scrolling = async (
  contextOf: () => Promise<BrowserContext>,
  origin: string,
): Promise<readonly Figure[]> => {
  const ours: Scrolling[] = []
  const bare: Scrolling[] = []
  for (let round = 0; round < SCROLLS; round += 1) {
    const context = await contextOf()
    const page = await context.newPage()
    await page.goto(address(origin))
    await page.locator(`#block-block-${BLOCKS}`).waitFor({ state: 'attached' })
    await page.waitForLoadState('networkidle')
    ours.push(await scrollThrough(page))
    await page.goto('about:blank')
    await page.setContent(plainPage())
    bare.push(await scrollThrough(page))
    await context.close()
  }
  const where = `Chromium without a graphics card, wheel at ${PIXELS_PER_SECOND} px/s from end to end`
  return [
    {
      what: 'pictures that came late, text of 500 blocks in 4 languages',
      where,
      result: inWords(ours),
      aim: 'as the plain page',
    },
    { what: 'the same on a plain page with as many paragraphs', where, result: inWords(bare), aim: '–' },
  ]
}

const opening = async (
  contextOf: () => Promise<BrowserContext>,
  origin: string,
): Promise<readonly Figure[]> => {
  const figures: Figure[] = []
  for (const slower of [1, SLOWER]) {
    const openings: Opening[] = []
    await openOnce(await contextOf(), origin, slower)
    for (let round = 0; round < ROUNDS; round += 1)
      openings.push(await openOnce(await contextOf(), origin, slower))
    figures.push({
      what: 'address to the first screen of a text of 500 blocks in 4 languages',
      where: `Chromium, cold${slower === 1 ? '' : `, processor ${slower} times slower`}`,
      result: `${middleAndRange(openings.map(({ first }) => first))} ms; all blocks there after ${middleAndRange(openings.map(({ whole }) => whole))} ms`,
      aim: slower === 1 ? '< 1 s' : '–',
    })
  }
  return figures
}

/** A text of 500 blocks in four languages: how soon it is read, and how it scrolls. */
export const readingALongText = async (): Promise<readonly Figure[]> => {
  const data = await mkdtemp(join(tmpdir(), 'parley-text-'))
  const server = await start('server/src/main.ts', { PORT: '0', PARLEY_DATA: data, PARLEY_MEDIA: 'none' })
  const links = await longText(server.origin, (await readFile(join(data, 'operator.token'), 'utf8')).trim())
  const browser = await openChromium()
  const contextOf = await reader(browser, server.origin, links.north)
  const figures = [
    ...(await opening(contextOf, server.origin)),
    ...(await scrolling(contextOf, server.origin)),
  ]
  await browser.close()
  await server.stop()
  await rm(data, { recursive: true, force: true })
  return figures
}
