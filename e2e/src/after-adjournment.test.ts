import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFindings, openBrowser } from './browser.ts'
import { meetingOfTwo, openRoom, type MeetingOfTwo } from './meeting-of-two.ts'

let meeting: MeetingOfTwo
let browser: Browser

beforeAll(async () => {
  meeting = await meetingOfTwo()
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await meeting.end()
}, 30_000)

describe('the room of a meeting', () => {
  test('shows how the time was used once it is adjourned, and not before', async () => {
    await meeting.act('officer', { type: 'TakeUpItem', item: 'rivers' })
    const floor = { type: 'GiveFloor', seat: 'north-delegate', kind: 'statement' }
    await meeting.act('officer', { ...floor, departure: 'The chair’s choice' })
    await meeting.act('officer', { type: 'EndTurn' })
    await meeting.act('officer', { type: 'ConcludeItem', item: 'rivers' })
    const page = await openRoom(await meeting.signIn(browser, 'south-delegate'), meeting)
    const figures = page.getByRole('main').getByRole('figure')
    await page.getByRole('region', { name: 'Speaker and chair' }).waitFor()
    expect(await figures.count()).toBe(0)

    expect(await meeting.act('officer', { type: 'AdjournMeeting' })).toBe(200)
    await page.getByRole('main').getByRole('figure', { name: 'Planned and actual time' }).waitFor()
    expect(await figures.count()).toBeGreaterThan(1)
    expect(await accessibilityFindings(page)).toEqual([])
  }, 60_000)
})
