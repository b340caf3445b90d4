import type { Browser, BrowserContext, Page } from 'playwright-core'
import { type MeetingOfTwo, meetingOfTwo } from '../../e2e/src/meeting-of-two.ts'
import { openChromium } from './browser.ts'
import type { Figure } from './figure.ts'
import { middleAndRange } from './spread.ts'
import { noted, noteWhen } from './watching.ts'

const ROUNDS = 5
const SLOWER = 4
const ASK = 'Ask for the floor'

/** A page whose processor is so many times slower than this machine's, with nothing in its cache. */
const slowPage = async (context: BrowserContext): Promise<Page> => {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  return page
}

const address = ({ origin }: MeetingOfTwo): string => `${origin}/room/river/first?lang=en`

type Opening = { readonly ms: number; readonly kibibytes: number; readonly media: number }

const isMedia = (name: string): boolean => /livekit|capture|conference|own-devices/.test(name)

/** Opens the room as a delegate would, up to the moment the floor can be asked for. */
const openOnce = async (browser: Browser, meeting: MeetingOfTwo): Promise<Opening> => {
  const context = await meeting.signIn(browser, 'north-delegate')
  const page = await slowPage(context)
  await noteWhen(page, 'pressable', 'button', ASK)
  const began = Date.now()
  await page.goto(address(meeting))
  const ms = (await noted(page, 'pressable')) - began
  await page.waitForLoadState('networkidle')
  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(({ name }) => name.endsWith('.js'))
      .map(({ name, encodedBodySize }) => ({ name, bytes: encodedBodySize })),
  )
  const sum = (wanted: (name: string) => boolean): number =>
    scripts.reduce((total, { name, bytes }) => total + (wanted(name) ? bytes : 0), 0) / 1024
  await context.close()
  return { ms, kibibytes: sum((name) => !isMedia(name)), media: sum(isMedia) }
}

/** The room in Chromium, its processor slowed. */
export const openingRooms = async (): Promise<readonly Figure[]> => {
  const meeting = await meetingOfTwo()
  await meeting.act('officer', { type: 'TakeUpItem', item: 'rivers' })
  const browser = await openChromium()
  const where = `Chromium, processor ${SLOWER} times slower, cold`
  const openings: Opening[] = []
  await openOnce(browser, meeting)
  for (let round = 0; round < ROUNDS; round += 1) openings.push(await openOnce(browser, meeting))
  await browser.close()
  await meeting.end()
  return [
    {
      what: 'address to a pressable “Ask for the floor”',
      where,
      result: `${middleAndRange(openings.map(({ ms }) => ms))} ms`,
      aim: '< 1.5 s',
    },
    {
      what: 'scripts of the room, compressed, without media',
      where: 'delegate’s room',
      result: `${middleAndRange(openings.map(({ kibibytes }) => kibibytes))} KiB; media afterwards ${middleAndRange(openings.map(({ media }) => media))} KiB`,
      aim: '< 350 KiB',
    },
  ]
}
