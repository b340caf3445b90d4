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

/** A page of a person whose device has a finger on it all the time. */
const pageWithDevice = async (): Promise<Page> => {
  const page = await (await browser.newContext({ locale: 'en' })).newPage()
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return page
}

const comeIn = async (page: Page, seat: string): Promise<void> => {
  await page.goto(await linkTo(system, seat))
  await page.locator('main > button').click()
  await page.waitForURL(`**${ROOM}`)
}

/** As after twelve hours: the browser has forgotten the session. */
const forget = async (page: Page): Promise<void> => {
  await page.context().clearCookies()
  await page.evaluate(() => sessionStorage.clear())
}

const signIn = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
}

describe('a passkey', () => {
  test('made after first coming in leads back to where one was, with nothing typed', async () => {
    const page = await pageWithDevice()
    await comeIn(page, 'songling-head')
    await page.getByRole('button', { name: 'Create a passkey' }).click()
    await page.getByText('The passkey has been created.').waitFor()

    await forget(page)
    await page.goto(`${system.origin}${ROOM}/text`)
    await page.getByRole('heading', { name: 'Your session has ended' }).waitFor()
    await page.getByRole('link', { name: 'Come back in with a passkey' }).click()
    expect(await accessibilityFindings(page)).toEqual([])
    await signIn(page)
    await page.waitForURL(`**${ROOM}/text`)
    await page.getByText('Connected', { exact: true }).waitFor({ state: 'attached' })
  }, 60_000)

  test('is listed with one’s devices, and opens nothing once it is removed', async () => {
    const page = await pageWithDevice()
    await comeIn(page, 'reedbay-head')
    await page.goto(`${system.origin}/room/-/keys`)
    await page.getByLabel('Name of the new passkey').fill('Desk telephone')
    await page.getByRole('button', { name: 'Create a passkey' }).click()
    await page.getByText('Desk telephone').waitFor()
    await page.getByText('this device', { exact: true }).waitFor()
    expect(await accessibilityFindings(page)).toEqual([])

    await page.getByRole('button', { name: 'Remove: Desk telephone' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click({ delay: 500 })
    await page.getByText('There is none yet.').waitFor()
    await forget(page)
    await page.goto(`${system.origin}/room/-/sign-in`)
    await signIn(page)
    await page.getByText('This passkey does not open a seat here').waitFor()
  }, 60_000)

  test('ends with the seat’s access', async () => {
    const page = await pageWithDevice()
    await comeIn(page, 'observer')
    await page.getByRole('button', { name: 'Create a passkey' }).click()
    await page.getByText('The passkey has been created.').waitFor()
    await revoke(system, 'observer')
    await page.getByRole('heading', { name: 'Your session has ended' }).waitFor()
    await page.getByRole('link', { name: 'Come back in with a passkey' }).click()
    await signIn(page)
    await page.getByText('This passkey does not open a seat here').waitFor()
    expect((await page.request.get(`${system.origin}/api/session`)).status()).toBe(401)
  }, 60_000)

  test('is not offered at an address that is only a number, and the page says why', async () => {
    const page = await pageWithDevice()
    await page.goto(`${system.origin.replace('localhost', '127.0.0.1')}/room/-/sign-in`)
    await page.getByText('Passkeys are bound to a name').waitFor()
    expect(await page.getByRole('button', { name: 'Sign in with a passkey' }).count()).toBe(0)
    await page.getByRole('link', { name: 'Open this server by its name' }).click()
    await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor()
  }, 60_000)
})
