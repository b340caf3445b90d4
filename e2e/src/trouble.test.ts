import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
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

describe('two devices of the chair pressing at the same moment', () => {
  test('take up one item once; the second is told in words, and both screens show the same', async () => {
    const context = await meeting.signIn(browser, 'officer')
    const [first, second] = [await openRoom(context, meeting), await openRoom(context, meeting)]
    for (const page of [first, second]) {
      await page.bringToFront()
      await page.getByRole('button', { name: 'Take up “rivers”' }).click()
    }
    // The second answer is on its way before the first has come back to its page.
    await second.route('**/acts', async (route) => {
      await meeting.act('officer', { type: 'TakeUpItem', item: 'rivers' })
      await route.continue()
    })
    await second.getByRole('button', { name: 'Confirm' }).click()
    expect(await second.getByRole('alert').filter({ hasText: 'Not done' }).textContent()).toContain('rivers')
    for (const page of [first, second])
      await page.locator('[aria-current="step"]', { hasText: 'rivers' }).waitFor()
    expect(await meeting.count('ItemTakenUp')).toBe(1)
    // What the other page was still being asked can no longer be confirmed.
    await first.getByRole('alertdialog').getByRole('alert').waitFor()
    expect(await first.getByRole('button', { name: 'Confirm' }).getAttribute('aria-disabled')).toBe('true')
    await context.close()
  }, 30_000)
})

describe('a press by accident', () => {
  test('pressed twice, the button asks for the floor once and does not take the request back', async () => {
    const context = await meeting.signIn(browser, 'north-delegate')
    const page = await openRoom(context, meeting)
    await page.getByRole('button', { name: /^Ask for the floor/ }).dblclick()
    await page.getByText('Number 1 on the list').first().waitFor()
    expect(await meeting.count('FloorRequested')).toBe(1)
    expect(await meeting.count('RequestWithdrawn')).toBe(0)
    await context.close()
  }, 30_000)

  test('a key held down answers no question it has raised', async () => {
    const context = await meeting.signIn(browser, 'officer')
    const page = await openRoom(context, meeting)
    await page.getByRole('button', { name: /^Conclude “rivers”/ }).focus()
    await page.keyboard.down('Enter')
    const confirm = page.getByRole('alertdialog').getByRole('button', { name: 'Confirm' })
    await confirm.and(page.locator('[aria-disabled="false"]')).waitFor()
    for (let held = 0; held < 5; held += 1) await page.keyboard.down('Enter')
    await page.keyboard.up('Enter')
    expect(await confirm.isVisible()).toBe(true)
    expect(await meeting.count('ItemConcluded')).toBe(0)
    await page.keyboard.press('Escape')
    await context.close()
  }, 30_000)
})

describe('words that try to be more than words', () => {
  test('stay words, on the chair’s screen too', async () => {
    const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
    await meeting.signIn(browser, 'south-delegate').then(async (context) => {
      const page = await openRoom(context, meeting)
      await page.keyboard.press('KeyO')
      await page.getByRole('alertdialog').getByRole('textbox').fill(hostile)
      await page.getByRole('button', { name: 'Confirm' }).click()
      await page.getByText(hostile).first().waitFor()
      await context.close()
    })
    const context = await meeting.signIn(browser, 'officer')
    const page = await openRoom(context, meeting)
    await page.getByText(hostile).first().waitFor()
    expect(await page.locator('main img').count()).toBe(0)
    expect(await page.title()).toContain('Parley')
    await page.getByRole('button', { name: 'Take note' }).click()
    await page.getByRole('button', { name: 'Confirm' }).click()
    await page.getByText(hostile).first().waitFor({ state: 'detached' })
    await context.close()
  }, 30_000)
})

describe('a lost line', () => {
  test('leaves everything readable; what was asked for waits, outlives the page, and is sent once', async () => {
    const context = await meeting.signIn(browser, 'south-head')
    const page = await openRoom(context, meeting)
    await meeting.kill()
    await page.getByText('The connection is lost and is being restored.').first().waitFor()
    expect(await page.getByText('north-head').first().isVisible()).toBe(true)
    await page.getByRole('button', { name: /^Ask for the floor/ }).click()
    await page.getByRole('list', { name: 'Kept acts' }).getByText('Ask for the floor').waitFor()
    await meeting.start()
    await page.reload()
    await page
      .getByText(/Number \d on the list/)
      .first()
      .waitFor()
    await page.getByRole('list', { name: 'Kept acts' }).waitFor({ state: 'detached' })
    // One of the other delegation from before, and this one.
    expect(await meeting.count('FloorRequested')).toBe(2)
    await context.close()
  }, 60_000)
})

describe('a server that falls silent without closing a line', () => {
  test('is noticed by the page, which finds it again', async () => {
    const context = await meeting.signIn(browser, 'south-head')
    const page = await openRoom(context, meeting)
    process.kill(meeting.pid(), 'SIGSTOP')
    await page.getByText('The connection is lost and is being restored.').first().waitFor()
    process.kill(meeting.pid(), 'SIGCONT')
    await page.getByText('Connected', { exact: true }).waitFor({ state: 'attached' })
    expect(await page.getByText('The connection is lost').count()).toBe(0)
    await context.close()
  }, 60_000)
})

describe('a page that cannot be drawn', () => {
  test('says so, and offers to begin again', async () => {
    const context = await meeting.signIn(browser, 'south-head')
    const page = await context.newPage()
    await page.addInitScript(() => {
      Object.defineProperty(Intl, 'DateTimeFormat', {
        get: () => {
          throw new Error('a fault')
        },
      })
    })
    await page.goto(`${meeting.origin}/room/river/first?lang=en`)
    await page.getByRole('heading', { name: 'This page has come to a halt' }).waitFor()
    expect(await page.getByRole('button', { name: 'Reload' }).isVisible()).toBe(true)
    await context.close()
  }, 30_000)
})

describe('a full disk on the server', () => {
  test('is said in words; the act is kept and done once, when there is room and the person says so', async () => {
    await meeting.kill()
    await meeting.start(1500)
    const context = await meeting.signIn(browser, 'north-head')
    const page = await openRoom(context, meeting)
    const theme = Object.fromEntries(['zh', 'ru', 'en'].map((one) => [one, '水'.repeat(400)]))
    let status = 200
    for (let acts = 0; status === 200 && acts < 900; acts += 1) {
      status = await meeting.act('north-desk', { type: 'RewordTheme', theme })
    }
    expect(status).toBe(503)
    await page.getByRole('button', { name: /^Ask for the floor/ }).click()
    await page.getByRole('button', { name: 'Send again: Ask for the floor' }).waitFor()
    expect(await page.getByRole('alert').filter({ hasText: 'Not done' }).isVisible()).toBe(true)
    await meeting.kill()
    await meeting.start()
    await page.getByText('Connected', { exact: true }).waitFor({ state: 'attached' })
    await page.getByRole('button', { name: 'Send again: Ask for the floor' }).click()
    await page
      .getByText(/Number \d on the list/)
      .first()
      .waitFor()
    expect(await meeting.count('FloorRequested')).toBe(3)
    await context.close()
  }, 60_000)
})

describe('a seat whose access is taken back', () => {
  test('is told so at once, and nothing of the meeting is left on its page', async () => {
    const context = await meeting.signIn(browser, 'south-delegate')
    const page = await openRoom(context, meeting)
    await page.getByText('The river forum').first().waitFor()
    await meeting.revoke('south-delegate')
    await page.getByRole('heading', { name: 'Your session has ended' }).waitFor()
    const left = await page.evaluate(() => document.documentElement.outerHTML)
    for (const word of ['river forum', 'north-head', 'rivers']) expect(left).not.toContain(word)
    expect(
      await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes('acts'))),
    ).toEqual([])
    await context.close()
  }, 30_000)
})
