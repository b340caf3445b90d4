import { spawnSync } from 'node:child_process'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFindings, FAKE_DEVICES, openBrowser } from './browser.ts'
import { meetingOfTwo, openRoom, type MeetingOfTwo } from './meeting-of-two.ts'

let meeting: MeetingOfTwo
let browser: Browser
let north: Page
let south: Page

beforeAll(async () => {
  meeting = await meetingOfTwo('embedded')
  browser = await openBrowser(FAKE_DEVICES)
  await meeting.act('officer', { type: 'TakeUpItem', item: 'rivers' })
  north = await enter('north-delegate')
  south = await enter('south-delegate')
}, 60_000)
afterAll(async () => {
  await browser.close()
  await meeting.end()
}, 30_000)

const enter = async (seat: string): Promise<Page> => {
  const page = await openRoom(await meeting.signIn(browser, seat), meeting)
  await microphone(page, 'locked')
  return page
}

/** Resolves when one’s own microphone stands so. */
const microphone = (page: Page, state: string): Promise<void> =>
  page.locator(`[data-microphone="${state}"]`).waitFor()

const giveFloor = (seat: string): Promise<number> =>
  meeting.act('officer', { type: 'GiveFloor', seat, kind: 'statement', departure: 'The chair’s choice' })

/** How many pictures of a seat have been drawn on a page. */
const framesOf = (page: Page, seat: string): Promise<number> =>
  page.evaluate(
    (of) =>
      Math.max(
        0,
        ...[...document.querySelectorAll<HTMLVideoElement>(`video[data-seat="${of}"]`)].map(
          (video) => video.getVideoPlaybackQuality().totalVideoFrames,
        ),
      ),
    seat,
  )

/** Resolves when more pictures of a seat are drawn than were before. */
const seen = async (page: Page, seat: string): Promise<void> => {
  const before = await framesOf(page, seat)
  await page.waitForFunction(
    ({ of, count }) =>
      [...document.querySelectorAll<HTMLVideoElement>(`video[data-seat="${of}"]`)].some(
        (video) => video.getVideoPlaybackQuality().totalVideoFrames > count + 3,
      ),
    { of: seat, count: before },
  )
}

/** Whose open microphone a page shows. */
const shownOpen = (page: Page) => page.locator('main').getByText('Mic on', { exact: true })

/** The media server’s process: the one child the server has. */
const mediaPid = (): number => {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const child = stdout
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .find(([, parent]) => parent === meeting.pid())
  return child?.[0] ?? 0
}

describe('sound and pictures', () => {
  test('pass between the delegations, and the microphone goes with the floor', async () => {
    for (const page of [north, south]) await page.locator('[data-device="camera"]').click()
    await Promise.all([seen(north, 'south-delegate'), seen(south, 'north-delegate')])

    await giveFloor('north-delegate')
    await microphone(north, 'ready')
    await microphone(south, 'locked')
    // Given the floor is not yet heard: the speaker opens the microphone.
    expect(await shownOpen(south).count()).toBe(0)
    await north.locator('[data-microphone]').click()
    await microphone(north, 'open')
    await shownOpen(south).first().waitFor()

    await meeting.act('officer', { type: 'EndTurn' })
    await microphone(north, 'locked')
    await shownOpen(south).first().waitFor({ state: 'detached' })
    await giveFloor('south-delegate')
    await microphone(south, 'ready')
    await microphone(north, 'locked')
    await meeting.act('officer', { type: 'EndTurn' })
  }, 60_000)

  test('come by a way that the person can have tested and told in words', async () => {
    await south.getByRole('button', { name: 'Settings' }).click()
    const dialog = south.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Test the connection' }).press('Enter')
    await dialog.getByText('Sound and picture go straight to the media server.').waitFor()
    await dialog.getByText(/Round trip: \d+ ms\./).waitFor()
    expect(await accessibilityFindings(south)).toEqual([])
    await dialog.getByRole('button', { name: 'Done' }).click()
  }, 60_000)

  test('of several people are kept large at once, over their camera going off and on', async () => {
    const own = south.getByRole('button', { name: 'Keep large: south-delegate' })
    await south.getByRole('button', { name: 'Keep large: north-delegate' }).press('Enter')
    await own.press('Enter')
    const large = south.getByRole('group', { name: 'Shared screens and faces kept large' })
    const kept = (seat: string) => large.locator(`video[data-seat="${seat}"]`)
    await Promise.all([kept('north-delegate').waitFor(), kept('south-delegate').waitFor()])
    expect(await accessibilityFindings(south)).toEqual([])

    await north.locator('[data-device="camera"]').click()
    await kept('north-delegate').waitFor({ state: 'detached' })
    await north.locator('[data-device="camera"]').click()
    await kept('north-delegate').waitFor()
    for (const seat of ['north', 'south'])
      await large.getByRole('button', { name: `Let go: ${seat}-delegate` }).click()
    await large.waitFor({ state: 'detached' })
  }, 60_000)

  test('of a large delegation stand on several pages, leafed through by keyboard', async () => {
    for (const name of ['first', 'second', 'third', 'fourth', 'fifth'])
      expect(
        await meeting.act('north-desk', {
          type: 'AccreditPerson',
          seat: `north-${name}`,
          delegation: 'north',
          role: 'delegate',
          person: { name: { zh: name, ru: name, en: `${name} of the north` } },
        }),
      ).toBe(200)
    const next = south.getByRole('button', { name: 'Next: The north party' })
    await next.waitFor()
    const fifth = south.getByRole('region', { name: 'Delegations' }).getByText('fifth of the north')
    expect(await fifth.count()).toBe(0)
    await next.press('Enter')
    await fifth.waitFor()
    await south.getByRole('status').getByText('Page 2 of 2').waitFor()
    expect(await accessibilityFindings(south)).toEqual([])
    await south.getByRole('button', { name: 'Previous: The north party' }).press('Enter')
    await fifth.waitFor({ state: 'detached' })
  }, 60_000)

  test('come back by themselves when the media server dies, and the meeting goes on meanwhile', async () => {
    await giveFloor('north-delegate')
    await north.locator('[data-microphone="ready"]').click()
    await microphone(north, 'open')
    const [turns, died] = [await meeting.count('FloorGiven'), mediaPid()]
    expect(died).toBeGreaterThan(0)
    process.kill(died, 'SIGKILL')
    await south.getByText('Sound and picture are coming back.').waitFor()
    // The floor passes on while there is no sound.
    expect(await meeting.act('officer', { type: 'EndTurn' })).toBe(200)
    expect(await giveFloor('south-delegate')).toBe(200)
    await microphone(south, 'ready')
    await microphone(north, 'locked')
    await seen(south, 'north-delegate')
    expect(await meeting.count('FloorGiven')).toBe(turns + 1)
    expect(mediaPid()).not.toBe(died)
    // Nobody's microphone was opened by the restart.
    expect(await shownOpen(south).count()).toBe(0)
  }, 60_000)

  test('end for whoever is shut out, at once', async () => {
    await seen(south, 'north-delegate')
    await meeting.revoke('north-delegate')
    await south.locator('video[data-seat="north-delegate"]').first().waitFor({ state: 'detached' })
    expect(await framesOf(south, 'north-delegate')).toBe(0)
  }, 30_000)
})
