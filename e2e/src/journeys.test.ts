import type { Browser } from 'playwright-core'
import { ordinal } from '../../messages/src/ordinals.ts'
import { languageName } from '../../messages/src/quantities.ts'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFindings, openBrowser } from './browser.ts'
import { startJourney, type Journey, type Window } from './own-dialogue.ts'
import { prepareMeeting, type Pair } from './preparing-in-windows.ts'

/*
 * A meeting from an empty dialogue to the published page, in the shape of the model case, prepared and held by two
 * secretariats, two heads and two regional leaders, each in a window of their own.
 */

let browser: Browser
let journey: Journey | undefined

beforeAll(async () => {
  browser = await openBrowser()
}, 60_000)
afterEach(async () => {
  await journey?.end()
}, 30_000)
afterAll(async () => {
  await browser.close()
}, 30_000)

/** The chair opens; both letters are read out, each by its head. */
const open = async (chair: Window, other: Window): Promise<void> => {
  await chair.key('N')
  await chair.page.getByText(chair.say('phase.open'), { exact: true }).first().waitFor()
  await chair.key('N')
  await chair.key('N')
  await chair.key('E')
  await chair.key('N')
  await other.key('R')
  await chair.key('N')
}

/** A topic is taken up, on which the other side asks for the floor and speaks. */
const speakOnTopic = async (chair: Window, other: Window): Promise<void> => {
  await chair.key('N')
  await other.key('R')
  await other.sees('R', () => chair.key('N'))
  await other.key('R')
  await chair.key('N')
}

/** The exchange is taken up: its two are called in turn, without having asked. */
const exchange = async (chair: Window, regionals: Pair): Promise<void> => {
  await chair.key('N')
  for (const regional of regionals) {
    await regional.sees('R', () => chair.key('N'))
    await regional.key('R')
  }
  await chair.key('N')
}

/** Letters, three topics and the exchange, up to the text. */
const hold = async ([chair, other]: Pair, regionals: Pair): Promise<void> => {
  await open(chair, other)
  for (let topic = 0; topic < 3; topic += 1) await speakOnTopic(chair, other)
  await exchange(chair, regionals)
}

/** The text is taken up: one block in both languages, tabled by the one side, confirmed and certified by both. */
const negotiate = async (
  chair: Window,
  other: Window,
  wordings: readonly [string, string],
): Promise<void> => {
  await chair.key('N')
  await chair.go('text')
  await chair.press(chair.say('negotiation.first-block'))
  for (const [index, wording] of wordings.entries())
    await chair.page.locator('form textarea').nth(index).fill(wording)
  await chair.press(chair.say('negotiation.check'))
  await chair.press(chair.say('negotiation.table'))
  await chair.page.getByText(wordings[0]).first().waitFor()
  await other.go('text')
  for (const one of [other, chair]) {
    await one.press(one.say('room.take-stance'))
    await one.press(one.say('stance.confirmed'))
  }
  for (const one of [chair, other]) {
    await one.press(one.say('room.certify'))
    await one.confirm()
  }
  await chair.page.getByText(chair.say('room.obstacles-none')).first().waitFor()
}

/** Put, declared adopted, signed by both, adjourned. */
const adopt = async (chair: Window, other: Window): Promise<void> => {
  await chair.go('room')
  await chair.key('N')
  await chair.key('N')
  await other.page.getByText(other.say('room.adopted')).first().waitFor()
  for (const one of [chair, other]) {
    await one.go('text')
    await one.press(one.say('negotiation.SignText'))
    await one.confirm()
  }
  await chair.go('room')
  for (let step = 0; step < 6; step += 1) await chair.key('N')
  await chair.page.getByText(chair.say('phase.adjourned')).first().waitFor()
}

/** Chooses a language version at the release desk. */
const choose = async (desk: Window, version: string): Promise<void> => {
  const name = new RegExp(`^${languageName(desk.language, version)}$`, 'i')
  await desk.page.getByRole('button', { name }).click()
}

/** Drafted from the record in a language, cleared by both sides, published. */
const publish = async (desk: Window, other: Window, version: string): Promise<void> => {
  await desk.go('desk')
  await choose(desk, version)
  const draft = `${desk.say('desk.step-draft')}.*${languageName(desk.language, version)}`
  await desk.press(new RegExp(draft, 'i'))
  await desk.press(desk.say('desk.clear'))
  await desk.confirm()
  await other.go('desk')
  await choose(other, version)
  await other.press(other.say('desk.clear'))
  await other.confirm()
  expect(await accessibilityFindings(other.page)).toEqual([])
  await desk.press(desk.say('desk.publish'))
  await desk.confirm()
  for (const one of [desk, other]) {
    await one.page
      .getByRole('button', { name: one.say('desk.withdraw') })
      .first()
      .waitFor()
    const edition = one.say('term.ordinal-edition', { ordinal: ordinal(one.language, 1, 'edition') })
    expect(await one.page.locator('main').innerText()).toContain(one.say('desk.public-out', { edition }))
  }
}

describe('a meeting held in the browser', () => {
  test('in Chinese and Russian, from an empty dialogue to the published page', async () => {
    journey = await startJourney(browser, ['zh', 'ru'])
    const { desks, heads, regionals } = await prepareMeeting(journey, ['zh', 'ru'], ['zh', 'ru'])
    const [chair, other] = heads
    await hold(heads, regionals)
    expect(await accessibilityFindings(chair.page)).toEqual([])
    await negotiate(chair, other, ['双方将加强合作。', 'Стороны будут углублять сотрудничество.'])
    await adopt(chair, other)
    await publish(...desks, 'zh')
    await desks[0].page.goto(`${journey.origin}/zh`)
    await desks[0].page
      .getByRole('link', { name: /^湖岸与高原对话第一次会议/ })
      .first()
      .click()
    await desks[0].page.getByText('镜湖市市长和石门市市长就“交流对谈”交换意见。').waitFor()
  }, 300_000)
  test('in Arabic, from right to left, from an empty dialogue to the published page', async () => {
    journey = await startJourney(browser, ['ar', 'en'])
    const { desks, heads, regionals } = await prepareMeeting(journey, ['ar', 'en'], ['ar', 'ar'])
    const [chair, other] = heads
    expect(await chair.page.locator('html').getAttribute('dir')).toBe('rtl')
    await hold(heads, regionals)
    expect(await accessibilityFindings(other.page)).toEqual([])
    await negotiate(chair, other, ['يعزز الجانبان التعاون.', 'The sides will strengthen co-operation.'])
    await adopt(chair, other)
    await publish(...desks, 'en')
    await desks[0].page.goto(`${journey.origin}/en`)
    await desks[0].page
      .getByRole('link', { name: /^Lakes and Hills Dialogue/ })
      .first()
      .click()
    await desks[0].page.getByText('Mayor of Mirror Lake').first().waitFor()
  }, 300_000)
})
