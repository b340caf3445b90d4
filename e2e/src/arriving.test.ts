import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFindings, openBrowser } from './browser.ts'
import { linkTo, revoke } from './invitations.ts'
import { startSystem, type System } from './system.ts'

const ROOM = '/room/heron-basin/fifth'

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

const pageIn = async (locale: string): Promise<Page> => (await browser.newContext({ locale })).newPage()
const enter = (page: Page) => page.locator('main > button')
const ownName = async (page: Page): Promise<string> => {
  await page.goto(`${system.origin}/room/-/keys`)
  return page.locator('main b bdi').first().innerText()
}

describe('arriving by a sign-in link', () => {
  test('shows who one is about to be, uses the link up only at Enter, and leads into the room', async () => {
    const link = await linkTo(system, 'songling-head')
    for (const locale of ['zh-CN', 'ru']) {
      const looking = await pageIn(locale)
      await looking.goto(link)
      await enter(looking).waitFor()
      expect(await looking.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2))
      expect(await accessibilityFindings(looking)).toEqual([])
      expect(looking.url()).not.toContain('#')
    }
    const page = await pageIn('en')
    await page.goto(link)
    await page.getByRole('heading', { name: 'Speaker of the Pineridge Assembly' }).waitFor()
    await enter(page).press('Enter')
    await page.waitForURL(`**${ROOM}`)
    await page.getByText('Connected', { exact: true }).waitFor({ state: 'attached' })
  }, 60_000)

  test('a used link says so in the reader’s language, but leads whoever used it on to their seat', async () => {
    const link = await linkTo(system, 'observer')
    const mine = await pageIn('en')
    await mine.goto(link)
    await enter(mine).click()
    await mine.waitForURL(`**${ROOM}`)
    const again = await mine.context().newPage()
    await again.goto(link)
    await enter(again).click()
    await again.waitForURL(`**${ROOM}`)

    const other = await pageIn('ar')
    const answer = other.waitForResponse('**/api/invitations/look')
    await other.goto(link)
    const { title }: { readonly title: string } = await (await answer).json()
    expect(title).toMatch(/\p{Script=Arabic}/u)
    await other.getByRole('heading', { name: title }).waitFor()
    expect(await other.locator('html').getAttribute('dir')).toBe('rtl')
    expect(await accessibilityFindings(other)).toEqual([])
  }, 60_000)

  test('every seat of the demo meeting has a link of its own', () => {
    const tokens = system.links.map(({ link }) => link)
    expect(tokens.length).toBeGreaterThanOrEqual(6)
    expect(new Set(tokens).size).toBe(tokens.length)
  })
})

describe('two windows of one browser', () => {
  test('are two people, each for as long as its own session lasts', async () => {
    const context = await browser.newContext({ locale: 'en' })
    const north = await context.newPage()
    const south = await context.newPage()
    for (const [page, seat] of [
      [north, 'songling-head'],
      [south, 'reedbay-head'],
    ] as const) {
      await page.goto(await linkTo(system, seat))
      await enter(page).click()
      await page.waitForURL(`**${ROOM}`)
    }
    const names = [await ownName(north), await ownName(south)]
    expect(new Set(names).size).toBe(2)
    await north.goto(`${system.origin}${ROOM}`)
    await north.reload()
    expect(await ownName(north)).toBe(names[0])

    await revoke(system, 'reedbay-head')
    await south.goto(`${system.origin}${ROOM}`)
    await south.getByRole('heading', { name: 'Your session has ended' }).waitFor()
    expect(await ownName(north)).toBe(names[0])
  }, 60_000)
})

describe('the lobby', () => {
  test('holds whoever has to be admitted, and lets them go on by themselves once they are', async () => {
    await revoke(system, 'songling-head')
    const desk = await pageIn('en')
    await desk.goto(await linkTo(system, 'songling-office'))
    await enter(desk).click()
    await desk.waitForURL('**/room/heron-basin')
    await desk.goto(`${system.origin}${ROOM}`)

    const guest = await pageIn('en')
    const asked: string[] = []
    guest.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await guest.goto(await linkTo(system, 'songling-head', true))
    await guest.getByRole('button', { name: 'Ask to be admitted' }).click()
    await guest.getByRole('heading', { name: 'You are in the lobby' }).waitFor()
    expect(await accessibilityFindings(guest)).toEqual([])
    expect(asked.filter((path) => path.includes('/dialogues/') || path === '/api/live')).toEqual([])

    await desk.getByRole('button', { name: '1 person waits in the lobby' }).click()
    await desk.getByRole('button', { name: 'Admit: Speaker of the Pineridge Assembly' }).click()
    await guest.getByText('Connected', { exact: true }).waitFor({ state: 'attached' })
    expect(new URL(guest.url()).pathname).toBe(ROOM)
  }, 60_000)

  test('is seen from the dialogue and the preparing desk, beside who was invited and who has come', async () => {
    await revoke(system, 'songling-head')
    const desk = await pageIn('zh-CN')
    await desk.goto(await linkTo(system, 'songling-office'))
    await enter(desk).click()
    await desk.waitForURL('**/room/heron-basin')
    await desk.getByText(/未邀请1人 · 已邀请0人 · 等候0人/).waitFor()

    const link = await linkTo(system, 'songling-head', true)
    await desk.getByText(/未邀请0人 · 已邀请1人 · 等候0人/).waitFor()
    const guest = await pageIn('en')
    await guest.goto(link)
    await guest.getByRole('button', { name: 'Ask to be admitted' }).click()
    await desk.getByRole('button', { name: '等候区有1人' }).waitFor()
    expect(await accessibilityFindings(desk)).toEqual([])

    await desk.goto(`${system.origin}${ROOM}/prepare`)
    const row = desk.locator('#invitations li').filter({ hasText: '松岭地区议会议长' })
    await row.getByText('在等候区').waitFor()
    expect(await accessibilityFindings(desk)).toEqual([])
    expect(await desk.locator('#invitations').innerText()).not.toContain('苇湾')
    await row.getByRole('button', { name: /^准许入会/ }).click()
    await row.getByText('在场', { exact: true }).waitFor()
  }, 60_000)

  test('says it calmly to whom the secretariat turns away', async () => {
    await revoke(system, 'songling-head')
    const guest = await pageIn('ru')
    await guest.goto(await linkTo(system, 'songling-head', true))
    await enter(guest).click()
    await guest.getByRole('heading', { name: 'Вы в фойе' }).waitFor()
    await revoke(system, 'songling-head')
    await guest.getByRole('heading', { name: 'Вас не впустили' }).waitFor()
    expect(await accessibilityFindings(guest)).toEqual([])
  }, 60_000)
})
