import type { Page } from 'playwright-core'
import { type MeetingOfTwo, meetingOfTwo, openRoom } from '../../e2e/src/meeting-of-two.ts'
import { openChromium } from './browser.ts'
import type { Figure } from './figure.ts'
import { middleAndTail } from './spread.ts'

const ACTS = 40
const ASK = 'Ask for the floor'
const WITHDRAW = 'on the list · withdraw'
const LISTED = 'north-delegate'

/** Notes when a press arrives at the page. */
const notePresses = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.addEventListener('pointerup', () => Reflect.set(window, 'pressedAt', Date.now()), {
      capture: true,
    })
  })

/** Notes when the list of speakers was last drawn with another number of entries of this name. */
const noteList = (page: Page, name: string): Promise<void> =>
  page.evaluate((listed) => {
    const count = (): number =>
      [...document.querySelectorAll('ol li')].filter((entry) => entry.textContent?.includes(listed)).length
    let shown = count()
    new MutationObserver(() => {
      const now = count()
      if (now === shown) return
      shown = now
      requestAnimationFrame(() => Reflect.set(window, 'drawnAt', Date.now()))
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  }, name)

const noteOf = (page: Page, name: string): Promise<number> =>
  page.evaluate((key) => Number(Reflect.get(window, key) ?? 0), name)

/** From a press in one person's room to the change on another's screen. */
const actOnce = async (from: Page, to: Page, button: string): Promise<number> => {
  const before = await noteOf(to, 'drawnAt')
  // A question that has just changed is asked anew; nobody's hand is quicker than this.
  await from.waitForTimeout(600)
  await from.getByRole('button', { name: button }).first().click()
  await to.waitForFunction((last) => Number(Reflect.get(window, 'drawnAt') ?? 0) > last, before)
  return (await noteOf(to, 'drawnAt')) - (await noteOf(from, 'pressedAt'))
}

const openPair = async (meeting: MeetingOfTwo) => {
  const browser = await openChromium()
  const from = await openRoom(await meeting.signIn(browser, 'north-delegate'), meeting)
  const to = await openRoom(await meeting.signIn(browser, 'south-delegate'), meeting)
  await notePresses(from)
  await noteList(to, LISTED)
  return { browser, from, to }
}

/** An act of one person on the screen of another, in two windows of one machine. */
export const actingAcross = async (): Promise<readonly Figure[]> => {
  const meeting = await meetingOfTwo()
  await meeting.act('officer', { type: 'TakeUpItem', item: 'rivers' })
  const { browser, from, to } = await openPair(meeting)
  const times: number[] = []
  for (let act = 0; act < ACTS; act += 1) times.push(await actOnce(from, to, act % 2 === 0 ? ASK : WITHDRAW))
  await browser.close()
  await meeting.end()
  return [
    {
      what: 'press to the change on the other person’s screen',
      where: 'Chromium, two windows, list of speakers',
      result: middleAndTail(times),
      aim: '< 100 ms',
    },
  ]
}
